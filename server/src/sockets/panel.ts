import {
  LIMITS,
  askedOn,
  placeOf,
  shownQuestion,
  type Cafe,
  type CafeId,
  type CardRef,
  type PanelView,
  type SpotlightView,
} from '@tablecloth/shared/cafe';
import { isAnswer } from '@tablecloth/shared/notes';
import type { Log } from '../log.ts';
import type { PageMemory } from '../notes/page-memory.ts';
import type { Pages } from '../notes/pages.ts';
import { readPage } from '../notes/read-page.ts';
import type { Time } from '../time.ts';
import { roomOf, type Connection, type Io } from './connection.ts';

/** A question that is asked, or whose words change, reaches facilitators within this time. */
const THROTTLE_MS = 500;

interface Words {
  panel: PanelView;
  spotlight: SpotlightView;
}

/** What was sent last, as JSON. */
type Sent = Record<keyof Words, string>;

interface Flight {
  isAgain: boolean;
}

/**
 * The questions for the panel with their words, which are read from their pages whenever they are
 * shown: all of them for facilitators, the one on the big screen for everybody. Committed words only.
 */
export class Panel {
  readonly #around: { io: Io; time: Time; log: Log; pages: Pages };
  readonly #cafeOf: (id: CafeId) => Cafe | null;
  readonly #waiting = new Map<CafeId, () => void>();
  readonly #flights = new Map<CafeId, Flight>();
  readonly #sent = new Map<CafeId, Sent>();

  constructor(
    around: { io: Io; time: Time; log: Log; pages: Pages },
    cafeOf: (id: CafeId) => Cafe | null,
  ) {
    this.#around = around;
    this.#cafeOf = cafeOf;
  }

  /** The café has changed. What facilitators do is told at once. */
  changed(before: Cafe, after: Cafe): void {
    if (before.panel === after.panel && before.spotlight === after.spotlight) return;
    for (const page of askedOtherwise(before, after)) {
      this.#around.io.to(roomOf(after.id, 'everyone')).emit('read again', { page });
    }
    const isNew = before.panel.length !== after.panel.length;
    if (isNew && before.spotlight === after.spotlight) this.#soon(after.id);
    else this.#tellAll(after.id);
  }

  /** Something was written on a page. */
  written({ cafe: id, page }: PageMemory): void {
    const cafe = this.#cafeOf(id);
    if (cafe?.panel.some((question) => question.page === page) === true) this.#soon(id);
  }

  welcome(connection: Connection): void {
    const { audiences, session } = connection.data;
    const cafe = this.#cafeOf(session.cafe);
    // Until a question is asked there is nothing that a phone could show.
    if (cafe === null || cafe.panel.length === 0) return;
    this.#read(cafe).then(
      ({ panel, spotlight }) => {
        const { factNumber } = cafe;
        if (audiences.has('facilitators')) {
          connection.emit('slice', { factNumber, slice: { kind: 'panel', view: panel } });
        }
        connection.emit('slice', { factNumber, slice: { kind: 'spotlight', view: spotlight } });
      },
      (error: unknown) => {
        this.#failed(session.cafe, error);
      },
    );
  }

  forget(id: CafeId): void {
    this.#waiting.get(id)?.();
    this.#waiting.delete(id);
    this.#sent.delete(id);
  }

  #soon(id: CafeId): void {
    if (this.#waiting.has(id)) return;
    const cancel = this.#around.time.after(THROTTLE_MS, () => {
      this.#tellAll(id);
    });
    this.#waiting.set(id, cancel);
  }

  /** One reading at a time, so that the newest words are the last that are told. */
  #tellAll(id: CafeId): void {
    this.#waiting.get(id)?.();
    this.#waiting.delete(id);
    const flying = this.#flights.get(id);
    if (flying !== undefined) {
      flying.isAgain = true;
      return;
    }
    const flight = { isAgain: false };
    this.#flights.set(id, flight);
    this.#readAndTell(id)
      .catch((error: unknown) => {
        this.#failed(id, error);
      })
      .finally(() => {
        this.#flights.delete(id);
        if (flight.isAgain) this.#tellAll(id);
      });
  }

  async #readAndTell(id: CafeId): Promise<void> {
    const before = this.#cafeOf(id);
    if (before === null) return;
    const words = await this.#read(before);
    const { io } = this.#around;
    // Words of a question that was hidden meanwhile are not told any more.
    const cafe = this.#cafeOf(id);
    if (cafe === null || cafe.panel !== before.panel || cafe.spotlight !== before.spotlight) {
      this.#tellLater(id);
      return;
    }
    const sent = this.#sent.get(id);
    const now = { panel: JSON.stringify(words.panel), spotlight: JSON.stringify(words.spotlight) };
    this.#sent.set(id, now);
    const { factNumber } = cafe;
    if (sent?.panel !== now.panel) {
      const slice = { kind: 'panel', view: words.panel } as const;
      io.to(roomOf(id, 'facilitators')).emit('slice', { factNumber, slice });
    }
    if (sent?.spotlight !== now.spotlight) {
      const slice = { kind: 'spotlight', view: words.spotlight } as const;
      io.to(roomOf(id, 'everyone')).emit('slice', { factNumber, slice });
    }
  }

  #tellLater(id: CafeId): void {
    const flight = this.#flights.get(id);
    if (flight !== undefined) flight.isAgain = true;
  }

  async #read(cafe: Cafe): Promise<Words> {
    const shown = shownQuestion(cafe);
    const asked = cafe.panel.filter(({ isAsked }) => isAsked);
    const pages = new Map<string, PageWords>();
    for (const { page } of asked) {
      if (pages.has(page)) continue;
      pages.set(page, wordsOf(await this.#around.pages.get(cafe.id, page)));
    }
    const textOf = ({ page, card }: CardRef): string => pages.get(page)?.texts.get(card) ?? '';
    const questions = asked.flatMap((question): PanelView['questions'] => {
      const { page, card, isHidden, isAnswered } = question;
      const text = textOf(question);
      const isShown = shown?.page === page && shown.card === card;
      const answer = pages.get(page)?.answers.get(card) ?? '';
      return text === '' ? [] : [{ page, card, text, isHidden, isAnswered, isShown, answer }];
    });
    const text = shown === null ? '' : cut(textOf(shown));
    if (shown === null || text === '') return { panel: { questions }, spotlight: NO_QUESTION };
    const { table, round } = placeOf(shown.page);
    const number = cafe.definition.tables.find(({ id }) => id === table)?.number ?? 0;
    return { panel: { questions }, spotlight: { question: { text, table: number, round } } };
  }

  #failed(id: CafeId, error: unknown): void {
    this.#around.log.error({ cafe: id, err: error }, 'questions for the panel were not read');
  }
}

const NO_QUESTION: SpotlightView = { question: null };

/** Both by the question's card. */
interface PageWords {
  /** Cards that were removed have no words. */
  texts: ReadonlyMap<string, string>;
  answers: ReadonlyMap<string, string>;
}

function wordsOf(memory: PageMemory): PageWords {
  const { cards, leaves } = readPage(memory, () => '');
  const all = [...leaves.flatMap((leaf) => leaf.cards), ...cards];
  return {
    texts: new Map(all.map(({ id, text, removed }) => [id, removed ? '' : text.trim()])),
    answers: new Map(
      cards.flatMap((card) =>
        isAnswer(card) ? [[card.buildsOn ?? '', card.text.trim()] as const] : [],
      ),
    ),
  };
}

/** After a word, so that it still fits the big screen. */
function cut(text: string): string {
  const max = LIMITS.shownQuestionCharsMax;
  if (text.length <= max) return text;
  const start = text.slice(0, max);
  const space = start.search(/\s\S*$/u);
  return `${start.slice(0, space > max / 2 ? space : max).trimEnd()} …`;
}

/** Pages of which readers see other questions than before. */
function askedOtherwise(before: Cafe, after: Cafe): string[] {
  const pages = new Set([...before.panel, ...after.panel].map(({ page }) => page));
  return [...pages].filter((page) => askedOn(before, page).join() !== askedOn(after, page).join());
}
