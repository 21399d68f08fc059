import type { PersonId, RoundNumber } from '../cafe/index.ts';
import { ANSWER_KIND, answerTo, isAnswer, type Card } from '../notes/index.ts';
import type { LateNotes, NoteCard, PageNotes } from './page-notes.ts';
import type { Picked } from './page-notes.ts';

/** Words and who wrote them: a name only in a café that chose so, and never one that was forgotten. */
export interface Signed {
  text: string;
  by?: string;
}

/** A note as people take it home. */
export interface PackCard extends Picked, Signed {
  kind: string;
  /** Words added to it after its page was locked. */
  addedLater: Signed[];
  /** To a question for the panel, written after the day. */
  answer?: string;
}

/** The name to be said of somebody; null where none is. */
export type NameOf = (person: PersonId | null) => string | null;

/** What a pack shows of one page. */
export interface PackPage {
  /** The table's number. */
  table: number;
  round: RoundNumber;
  /** The team whose table it is; empty where it is nobody's. */
  team: string;
  topic: string;
  cards: PackCard[];
  /** Written after the page was locked. */
  addedLater: PackCard[];
}

/** The cards of a page that a pack shows, and how many were removed. */
export interface PackCards {
  cards: PackCard[];
  addedLater: PackCard[];
  removed: number;
}

/** Everything on a page; what was added late to a removed card is left out with it. */
export function packAll({ cards, late }: PageNotes, nameOf: NameOf): PackCards {
  const additions = late
    .flatMap(({ person, additions }) => additions.map((one) => ({ ...one, author: person })))
    .filter(hasWords);
  const lateCards = late.flatMap(({ person, cards }) =>
    cards.map((card) => ({ ...card, author: person })),
  );
  const packed = packedBy(nameOf, cards);
  const to = ({ id }: Card) => additions.filter(({ card }) => card === id);
  // A card whose words were all deleted has nothing that these could stand beneath.
  const alone = cards
    .filter((card) => !card.removed && !hasWords(card))
    .flatMap((card) =>
      to(card).map(({ text, author }) => ({ ...card, text: text.trim(), author })),
    );
  return {
    cards: visible(cards).map((card) => ({
      ...packed(card),
      addedLater: to(card).map((one) => signed(one, nameOf)),
    })),
    addedLater: [...alone, ...visible(lateCards)].map(packed),
    removed: [...cards, ...lateCards].filter(isRemoved).length,
  };
}

/** Only what these people wrote themselves. */
export function packOwn(
  { cards, late }: PageNotes,
  people: ReadonlySet<PersonId>,
  nameOf: NameOf,
): PackCards {
  const own = cards.filter(({ author }) => author !== null && people.has(author));
  const ownLate = late.filter(({ person }) => person !== null && people.has(person));
  const hidden = new Set(cards.filter(({ removed }) => removed).map(({ id }) => id));
  const lateCards = ownLate.flatMap(({ person, cards }) =>
    cards.map((card) => ({ ...card, author: person })),
  );
  const packed = packedBy(nameOf, cards);
  return {
    cards: visible(own).map(packed),
    addedLater: [
      ...visible(lateCards).map(packed),
      ...ownLate.flatMap((leaf) => words(leaf, hidden, nameOf)),
    ],
    removed: [...own, ...lateCards].filter(isRemoved).length,
  };
}

function words(
  { person, additions }: LateNotes,
  hidden: ReadonlySet<string>,
  nameOf: NameOf,
): PackCard[] {
  return additions
    .filter((addition) => !hidden.has(addition.card) && hasWords(addition))
    .map(({ text }) => ({
      kind: 'note',
      ...signed({ text, author: person }, nameOf),
      addedLater: [],
    }));
}

/** What an answer is given to says it itself. */
function visible<C extends Card>(cards: readonly C[]): C[] {
  return cards.filter((card) => !card.removed && hasWords(card) && !isAnswer(card));
}

/** An answer that was taken back was no note. */
function isRemoved({ removed, kind }: Card): boolean {
  return removed && kind !== ANSWER_KIND;
}

type Authored = Card & Picked & { author: PersonId | null };

function packedBy(nameOf: NameOf, onPage: readonly NoteCard[]): (card: Authored) => PackCard {
  return ({ id, kind, text, author, passedOn, panel }) => {
    const by = nameOf(author);
    const answer = answerTo(onPage, id)?.text.trim();
    return {
      ...{ kind, text, addedLater: [] },
      ...(by === null ? {} : { by }),
      ...(passedOn === undefined ? {} : { passedOn }),
      ...(panel === undefined ? {} : { panel }),
      ...(answer === undefined ? {} : { answer }),
    };
  };
}

function signed(
  { text, author }: { text: string; author: PersonId | null },
  nameOf: NameOf,
): Signed {
  const by = nameOf(author);
  return { text: text.trim(), ...(by === null ? {} : { by }) };
}

/** Whether anything is left of what was written. */
export function hasWords({ text }: { text: string }): boolean {
  return text.trim() !== '';
}
