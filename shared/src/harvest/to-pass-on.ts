/**
 * The whole café's JSON as nameless as the packs, so that it may be passed on with them, and a café be made
 * from it again. Names stand in it where they stand in the packs: the first names of those who wrote, in a café
 * that chose so. Otherwise nobody's note can be told from another's by who wrote it, or where they sat.
 */
import { firstName, namesInPacks, type PersonId } from '../cafe/index.ts';
import { isAnswer } from '../notes/index.ts';
import type { PageNotes } from './page-notes.ts';
import type { WholeCafe } from './whole-cafe.ts';
import { words } from './words.ts';

export function toPassOn(whole: WholeCafe): WholeCafe {
  const isNamed = namesInPacks(whole);
  const pages = whole.pages.map((page) => withoutRemoved(page, isNamed));
  const wrote = new Set<PersonId | null>(
    pages.flatMap(({ cards, late }) => [
      ...cards.map(({ author }) => author),
      ...late.map(({ person }) => person),
    ]),
  );
  const { definition, people } = whole;
  return {
    ...whole,
    definition: {
      ...definition,
      // Why a table is closed is said to facilitators alone.
      tables: definition.tables.map((table) =>
        table.closed === undefined ? table : { ...table, closed: '' },
      ),
    },
    people: people.map((person, index) => ({
      ...person,
      name:
        wrote.has(person.id) && person.name !== words.nameForgotten
          ? firstName(person.name)
          : words.somebody(index + 1),
    })),
    pages,
  };
}

/** What was removed at the table is in no pack; with it go its answer and what was added to it. */
function withoutRemoved({ cards, late, ...place }: PageNotes, isNamed: boolean): PageNotes {
  const all = [...cards, ...late.flatMap((leaf) => leaf.cards)];
  const removed = new Set(all.filter((card) => card.removed).map(({ id }) => id));
  const stays = (card: (typeof all)[number]): boolean =>
    !card.removed && !(isAnswer(card) && removed.has(card.buildsOn ?? ''));
  const linked = <C extends (typeof all)[number]>(card: C): C => {
    const left = { ...card };
    if (removed.has(left.buildsOn ?? '')) delete left.buildsOn;
    if (removed.has(left.mergedInto ?? '')) delete left.mergedInto;
    return left;
  };
  return {
    ...place,
    cards: cards
      .filter(stays)
      .map((card) => ({ ...linked(card), author: isNamed ? card.author : null })),
    late: late.map((leaf) => ({
      person: isNamed ? leaf.person : null,
      cards: leaf.cards.filter(stays).map(linked),
      additions: leaf.additions.filter(({ card }) => !removed.has(card)),
    })),
  };
}
