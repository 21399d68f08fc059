import { expect, it } from 'vitest';
import type { PageNotes } from './page-notes.ts';
import { card, simulatedCafe } from './simulated.ts';
import { toPassOn } from './to-pass-on.ts';
import { wholeCafe } from './whole-cafe.ts';

const pages = [
  {
    ...{ table: 't1', round: 1 },
    cards: [card(1, 'said', 'zoe'), card(2, 'taken out', 'ben', true)],
    late: [
      {
        person: 'ben',
        cards: [{ ...card(3, 'later', null), buildsOn: card(2, '', null).id }],
        additions: [
          { card: card(1, '', null).id, text: 'more' },
          { card: card(2, '', null).id, text: 'hidden' },
        ],
      },
    ],
  },
];

function passedOn(namesInPacks: boolean, of: readonly PageNotes[] = pages) {
  const cafe = simulatedCafe();
  const definition = { ...cafe.definition, namesInPacks };
  const [first, ...tables] = definition.tables;
  if (first === undefined) throw new Error('no table');
  const closed = { ...first, closed: 'Ben is ill' };
  const named = { ...cafe, definition: { ...definition, tables: [closed, ...tables] } };
  return toPassOn(wholeCafe(named, of, 0));
}

it('names nobody, and says of no note who wrote it', () => {
  const whole = passedOn(false);
  const json = JSON.stringify(whole);
  for (const word of ['Zoë', 'Ben', 'taken out', 'hidden', ' ill'])
    expect(json).not.toContain(word);
  expect(whole.people.map(({ name }) => name)).toEqual(['Person 1', 'Person 2', 'Person 3']);
  expect(whole.pages).toMatchObject([
    {
      cards: [{ text: 'said', author: null }],
      late: [
        { person: null, cards: [{ text: 'later' }], additions: [] },
        { person: null, cards: [], additions: [{ text: 'more' }] },
      ],
    },
  ]);
  expect(json).not.toContain('buildsOn');
});

it('has the first names of those who wrote where the packs have them', () => {
  const whole = passedOn(true);
  expect(whole.people.map(({ name }) => name)).toEqual(['Zoë', 'Ben', 'Person 3']);
  expect(whole.pages[0]?.cards[0]?.author).toBe('zoe');
});

it('names nobody all of whose words were deleted or removed', () => {
  const { author: _, ...late } = card(3, ' ', null);
  const answer = { ...card(4, 'taken too', null), kind: 'answer', buildsOn: card(2, '', null).id };
  const whole = passedOn(true, [
    {
      ...{ table: 't1', round: 1 },
      cards: [card(1, ' ', 'zoe'), card(2, 'taken out', null, true), answer],
      late: [
        {
          person: 'ben',
          cards: [{ ...late, id: card(5, '', null).id, removed: true, text: 'gone' }, late],
          additions: [
            { card: card(1, '', null).id, text: '' },
            { card: answer.id, text: 'to what is gone' },
          ],
        },
      ],
    },
  ]);
  expect(whole.people.map(({ name }) => name)).toEqual(['Person 1', 'Person 2', 'Person 3']);
  expect(whole.pages).toMatchObject([{ cards: [{ text: ' ', author: null }], late: [] }]);
});

it('tells no late note from another by whose hand it was', () => {
  const [first] = pages;
  if (first === undefined) throw new Error('no page');
  const leaf = (person: string, ...numbers: number[]) => ({
    ...{ person, additions: [{ card: card(1, '', null).id, text: `more by ${person}` }] },
    cards: numbers.map((n) => {
      const { author: _, ...late } = card(n, `late ${String(n)}`, null);
      return { ...late, order: 1 };
    }),
  });
  const late = [leaf('zoe', 5, 8), leaf('ben', 6, 7)];
  const whole = passedOn(false, [{ ...first, late }]);
  const alone = whole.pages[0]?.late.map(({ person, cards, additions }) => {
    expect(person).toBeNull();
    return [...cards, ...additions].map(({ text }) => text).join();
  });
  expect(alone).toEqual(['late 5', 'late 6', 'late 7', 'late 8', 'more by ben', 'more by zoe']);
});

it.each([true, false])('says of nobody where they sat, with whom or how (names: %s)', (isNamed) => {
  const cafe = simulatedCafe();
  const told = { withoutPhone: true, fixedAt: 't1', goesWith: 'ben', hostsIn: [1] };
  const people = Object.values(cafe.people).map((person) => ({ ...person, ...told }));
  const whole = toPassOn(
    wholeCafe(
      {
        ...cafe,
        definition: { ...cafe.definition, namesInPacks: isNamed },
        people: Object.fromEntries(people.map((person) => [person.id, person])),
      },
      pages,
      0,
    ),
  );
  expect(whole.sat).toEqual({});
  expect(whole.people[0]).toEqual({
    ...{ id: 'zoe', name: isNamed ? 'Zoë' : 'Person 1', team: 'a', here: true },
    ...{ withoutPhone: false, fixedAt: null, goesWith: null, tables: [], hosting: [] },
  });
});
