/**
 * The whole café's JSON as nameless as the packs, so that it may be passed on with them, and a café be made
 * from it again. Names stand in it where they stand in the packs: the first names of those whose words it
 * has, in a café that chose so. Otherwise nobody's note can be told from another's by who wrote it. Of
 * anybody it says their team and whether they came, and no seat, pair or wish.
 */
import { LIMITS, firstName, namesInPacks, type Definition, type PersonId } from '../cafe/index.ts';
import { isAnswer } from '../notes/index.ts';
import { hasWords } from './pack-page.ts';
import type { LateNotes, PageNotes } from './page-notes.ts';
import type { WholeCafe } from './whole-cafe.ts';
import { words } from './words.ts';

export function toPassOn(whole: WholeCafe): WholeCafe {
  const isNamed = namesInPacks(whole);
  const pages = whole.pages.map((page) => pageToPassOn(page, isNamed));
  const wrote = new Set<PersonId | null>(
    pages.flatMap(({ cards, late }) => [
      ...cards.map(({ author }) => author),
      ...late.map(({ person }) => person),
    ]),
  );
  return {
    ...whole,
    definition: withoutReasons(whole.definition),
    people: whole.people.map(({ id, name, team, here }, index) => ({
      id,
      name:
        wrote.has(id) && name !== words.nameForgotten ? firstName(name) : words.somebody(index + 1),
      ...{ team, here },
      // Where somebody sat or hosted, with whom they go and what they need would tell who they are.
      ...{ withoutPhone: false, fixedAt: null, goesWith: null, tables: [], hosting: [] },
    })),
    sat: {},
    pages,
  };
}

/** Why a table is closed is said to facilitators alone. */
function withoutReasons(definition: Definition): Definition {
  return {
    ...definition,
    tables: definition.tables.map((table) =>
      table.closed === undefined ? table : { ...table, closed: '' },
    ),
  };
}

/**
 * What was removed at the table is in no pack; with it go its answer and what was added to it. Of late
 * notes only what has words: nobody is named for having deleted theirs.
 */
function pageToPassOn({ cards, late, ...place }: PageNotes, isNamed: boolean): PageNotes {
  const all = [...cards, ...late.flatMap((leaf) => leaf.cards)];
  const removed = new Set(all.filter((card) => card.removed).map(({ id }) => id));
  const stays = (card: (typeof all)[number]): boolean =>
    !card.removed && !(isAnswer(card) && removed.has(card.buildsOn ?? ''));
  const gone = new Set(all.filter((card) => !stays(card)).map(({ id }) => id));
  for (const { id } of late.flatMap((leaf) => leaf.cards.filter((card) => !hasWords(card)))) {
    gone.add(id);
  }
  const linked = <C extends (typeof all)[number]>(card: C): C => {
    const left = { ...card };
    if (gone.has(left.buildsOn ?? '')) delete left.buildsOn;
    if (gone.has(left.mergedInto ?? '')) delete left.mergedInto;
    return left;
  };
  const leaves = late
    .map(({ person, cards: own, additions }) => ({
      person,
      cards: own.filter(({ id }) => !gone.has(id)).map(linked),
      additions: additions.filter((one) => !gone.has(one.card) && hasWords(one)),
    }))
    .filter((leaf) => leaf.cards.length + leaf.additions.length > 0);
  return {
    ...place,
    cards: cards
      .filter(({ id }) => !gone.has(id))
      // Later words may stand beneath a card whose own were all deleted: it stays, of nobody.
      .map((card) => ({ ...linked(card), author: isNamed && hasWords(card) ? card.author : null })),
    late: isNamed ? leaves : apart(leaves),
  };
}

/**
 * Every late note by itself, in an order that says nothing of which came from one hand; of more than a
 * file may have hands, dealt to that many in turns.
 */
function apart(leaves: readonly LateNotes[]): LateNotes[] {
  const cards = leaves.flatMap((leaf) => leaf.cards).sort((a, b) => (a.id < b.id ? -1 : 1));
  // Those to one note stand in a row, so that they fall to different hands.
  const additions = leaves
    .flatMap((leaf) => leaf.additions)
    .map((one) => ({ one, key: `${one.card} ${one.text}` }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const hands = Math.min(cards.length + additions.length, LIMITS.peopleMax);
  const dealt = Array.from({ length: hands }, (): LateNotes => {
    return { person: null, cards: [], additions: [] };
  });
  for (const [order, card] of cards.entries()) dealt[order % hands]?.cards.push({ ...card, order });
  for (const [index, { one }] of additions.entries()) {
    dealt[(cards.length + index) % hands]?.additions.push(one);
  }
  return dealt;
}
