import type { PersonId, RoundNumber } from '../cafe/index.ts';
import type { Card } from '../notes/index.ts';
import type { LateNotes, PageNotes } from './page-notes.ts';
import type { Picked } from './picked.ts';

/** A note as people take it home: nobody's name on it. */
export interface PackCard extends Picked {
  kind: string;
  text: string;
  /** Words added to it after its page was locked. */
  addedLater: string[];
}

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
export function packAll({ cards, late }: PageNotes): PackCards {
  const additions = late.flatMap((leaf) => leaf.additions).filter(hasWords);
  const lateCards = late.flatMap((leaf) => leaf.cards);
  return {
    cards: visible(cards).map((card) => ({
      ...packed(card),
      addedLater: additions.filter((one) => one.card === card.id).map(({ text }) => text.trim()),
    })),
    addedLater: visible(lateCards).map(packed),
    removed: [...cards, ...lateCards].filter(({ removed }) => removed).length,
  };
}

/** Only what these people wrote themselves. */
export function packOwn({ cards, late }: PageNotes, people: ReadonlySet<PersonId>): PackCards {
  const own = cards.filter(({ author }) => author !== null && people.has(author));
  const ownLate = late.filter(({ person }) => people.has(person));
  const hidden = new Set(cards.filter(({ removed }) => removed).map(({ id }) => id));
  const lateCards = ownLate.flatMap((leaf) => leaf.cards);
  return {
    cards: visible(own).map(packed),
    addedLater: [
      ...visible(lateCards).map(packed),
      ...ownLate.flatMap((leaf) => words(leaf, hidden)),
    ],
    removed: [...own, ...lateCards].filter(({ removed }) => removed).length,
  };
}

function words({ additions }: LateNotes, hidden: ReadonlySet<string>): PackCard[] {
  return additions
    .filter((addition) => !hidden.has(addition.card) && hasWords(addition))
    .map(({ text }) => ({ kind: 'note', text: text.trim(), addedLater: [] }));
}

function visible<C extends Card>(cards: readonly C[]): C[] {
  return cards.filter((card) => !card.removed && hasWords(card));
}

function packed({ kind, text, passedOn, panel }: Card & Picked): PackCard {
  return {
    ...{ kind, text, addedLater: [] },
    ...(passedOn === undefined ? {} : { passedOn }),
    ...(panel === undefined ? {} : { panel }),
  };
}

function hasWords({ text }: { text: string }): boolean {
  return text.trim() !== '';
}
