/**
 * Notes removed for good: everything the store has of their page is replaced by what is left of it,
 * written anew, in one commit that overwrites the old words on disk. Phones then drop their copies.
 */
import { eraseFault, type Refusal } from '@tablecloth/shared/cafe';
import { newPage, parsePageId } from '@tablecloth/shared/notes';
import * as Y from 'yjs';
import type { Session } from '../capabilities/session.ts';
import type { Cafes } from '../cafes/cafes.ts';
import { pageNotes } from '../packs/page-notes.ts';
import { writtenRows, type WrittenRow } from '../packs/written-rows.ts';
import type { Store, StoredPage } from '../store/store.ts';
import type { Time } from '../time.ts';
import type { PageMemory } from './page-memory.ts';
import type { Pages } from './pages.ts';
import type { Tick } from './tick.ts';

/** Rows that come in between make a rebuilt page stale; no page gets so many in a row. */
const ATTEMPTS_MAX = 20;

export class Erasing {
  readonly #around: { store: Store; time: Time; cafes: Cafes; pages: Pages; tick: Tick };

  constructor(around: { store: Store; time: Time; cafes: Cafes; pages: Pages; tick: Tick }) {
    this.#around = around;
  }

  /**
   * @param card null: all that have been removed on the page.
   * @returns null once nothing of the words is stored any more.
   */
  async erase(author: Session, page: string, card: string | null): Promise<Refusal | null> {
    const { cafes, pages } = this.#around;
    const live = await cafes.get(author.cafe);
    if (live === null) return { code: 'cafe deleted' };
    const fault = (): Refusal | null => eraseFault(live.cafe, author.holder, page);
    const no = fault();
    if (no !== null) return no;
    const generation = await pages.inTurn(author.cafe, page, async (memory) =>
      fault() === null ? this.#renew(memory, card) : null,
    );
    if (generation === null) return fault() ?? { code: 'no note' };
    const command = { kind: 'eraseNote' as const, page, card, generation };
    const outcome = await live.do({ command, by: author.holder });
    return outcome.ok ? null : outcome.refusal;
  }

  /** The page's new generation; null where there is no such note. */
  async #renew(memory: PageMemory, card: string | null): Promise<number | null> {
    const { store, time, tick } = this.#around;
    const { cafe, page } = memory;
    for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
      const stored = await store.page(cafe, page);
      const rows = rowsWithout(page, stored, card);
      if (rows === null) return null;
      const { generation, seq } = stored;
      const renewal = { cafe, page, expect: { generation, seq }, rows, at: time.now() };
      const { newGenerations } = await store.commit({ newGenerations: [renewal] });
      if (newGenerations[0] !== 'renewed') continue;
      await tick.renewed(memory);
      return generation + 1;
    }
    throw new Error(`Page ${page} of café ${cafe} did not stand still to be written anew.`);
  }
}

/** What is left of a page without a note, or without all that were removed; null where that is all of it. */
function rowsWithout(page: string, stored: StoredPage, card: string | null): WrittenRow[] | null {
  const place = parsePageId(page);
  if (place === null) return null;
  const notes = pageNotes(place.table, place.round, stored);
  const stays = (one: { id: string; removed: boolean }): boolean =>
    card === null ? !one.removed : one.id !== card;
  const gone = new Set(
    [...notes.cards, ...notes.late.flatMap(({ cards }) => cards)]
      .filter((one) => !stays(one))
      .map(({ id }) => id),
  );
  if (gone.size === 0) return null;
  const withoutLinks = <T extends { buildsOn?: string; mergedInto?: string }>(one: T): T => {
    const left = { ...one };
    if (gone.has(left.buildsOn ?? '')) delete left.buildsOn;
    if (gone.has(left.mergedInto ?? '')) delete left.mergedInto;
    return left;
  };
  const left = writtenRows(
    {
      cards: notes.cards.filter(stays).map(withoutLinks),
      late: notes.late.map((late) => ({
        ...late,
        cards: late.cards.filter(stays).map(withoutLinks),
        additions: late.additions.filter((addition) => !gone.has(addition.card)),
      })),
    },
    strokesOf(stored),
  );
  return [...left];
}

function strokesOf({ rows }: StoredPage): unknown[] {
  const doc = newPage();
  for (const { bytes } of rows) Y.applyUpdate(doc, bytes);
  const strokes = doc.getArray('strokes').toJSON();
  doc.destroy();
  return strokes;
}
