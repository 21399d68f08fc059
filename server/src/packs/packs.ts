import type { Cafe, TeamId } from '@tablecloth/shared/cafe';
import {
  daySum,
  pagesOfTeam,
  teamPack,
  wholeCafe,
  type DaySum,
  type PackCard,
  type PageNotes,
  type TeamPack,
  type WholeCafe,
} from '@tablecloth/shared/harvest';
import { pageId, parsePageId } from '@tablecloth/shared/notes';
import type { BroughtNote, BroughtPage } from '@tablecloth/shared/protocol';
import { setImmediate as othersFirst } from 'node:timers/promises';
import { personIn } from '../notes/author.ts';
import type { Store } from '../store/store.ts';
import { everything } from './everything.ts';
import { pageNotes } from './page-notes.ts';
import { zip } from './zip.ts';

type Pages = Pick<Store, 'page' | 'pages'>;

/** What a team takes home, from what is stored now; null for an unknown team. */
export async function packOfTeam(store: Pages, cafe: Cafe, team: TeamId): Promise<TeamPack | null> {
  const wanted = pagesOfTeam(cafe, team).map(({ table, round }) => pageId(table, round));
  return teamPack(cafe, team, await gather(store, cafe, new Set(wanted)));
}

/** What a team's members wrote at other tables before the home round, from what is stored now. */
export async function broughtBack(store: Pages, cafe: Cafe, team: TeamId): Promise<BroughtPage[]> {
  const home = cafe.definition.teams.find(({ id }) => id === team)?.homeTable;
  const elsewhere = pagesOfTeam(cafe, team).filter(({ table }) => table !== home);
  const wanted = elsewhere.map(({ table, round }) => pageId(table, round));
  const pack = teamPack(cafe, team, await gather(store, cafe, new Set(wanted)));
  const pages = pack?.parts.find(({ part }) => part === 'brought back')?.pages ?? [];
  return pages.map(({ table, round, team: owner, cards, addedLater }) => ({
    ...{ table, round, team: owner },
    cards: cards.map(broughtNote),
    addedLater: addedLater.map(broughtNote),
  }));
}

function broughtNote({ kind, text, panel }: PackCard): BroughtNote {
  return { kind, text, isAsked: panel !== undefined };
}

/** The whole café, from what is stored now. `now` is epoch ms. */
export async function packOfCafe(store: Pages, cafe: Cafe, now: number): Promise<WholeCafe> {
  return wholeCafe(cafe, await gather(store, cafe, null), now);
}

/**
 * Every team's notes and the whole café's as one ZIP, from what is stored now. `now` is epoch ms, `day`
 * when the café was held.
 */
export async function packOfAll(
  store: Pages,
  cafe: Cafe,
  now: number,
  day: string,
): Promise<Buffer> {
  return zip(everything(cafe, await gather(store, cafe, null), now, day), now);
}

/** The morning in four numbers, from what is stored now. */
export async function sumOfDay(store: Pages, cafe: Cafe): Promise<DaySum> {
  return daySum(cafe, await gather(store, cafe, null));
}

/** A device on a table is nobody; what was written on it is whose it was signed for. */
function ofPeople({ signed }: Cafe, page: string, { cards, late, ...place }: PageNotes): PageNotes {
  const ofPage = signed[page] ?? {};
  const authorOf = ({ id, author }: PageNotes['cards'][number]): string | null =>
    author === null ? null : (personIn(author) ?? ofPage[id] ?? null);
  return {
    ...place,
    cards: cards.map((card) => ({ ...card, author: authorOf(card) })),
    late: late.map((leaf) => ({ ...leaf, person: personIn(leaf.person) })),
  };
}

/** The pages that hold anything; all of the café where none are named. */
async function gather(
  store: Pages,
  cafe: Cafe,
  wanted: ReadonlySet<string> | null,
): Promise<PageNotes[]> {
  const gathered: PageNotes[] = [];
  for (const { page } of await store.pages(cafe.id)) {
    const place = parsePageId(page);
    if (place === null || wanted?.has(page) === false) continue;
    // Hundreds of pages take seconds to read; phones and the clock go on in between.
    await othersFirst();
    const stored = await store.page(cafe.id, page);
    const notes = ofPeople(cafe, page, pageNotes(place.table, place.round, stored));
    if (notes.cards.length + notes.late.length > 0) gathered.push(notes);
  }
  return gathered;
}
