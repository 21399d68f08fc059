import { expect, it } from 'vitest';
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

function passedOn(namesInPacks: boolean) {
  const cafe = simulatedCafe();
  const definition = { ...cafe.definition, namesInPacks };
  const [first, ...tables] = definition.tables;
  if (first === undefined) throw new Error('no table');
  const closed = { ...first, closed: 'Ben is ill' };
  const named = { ...cafe, definition: { ...definition, tables: [closed, ...tables] } };
  return toPassOn(wholeCafe(named, pages, 0));
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
      late: [{ person: null, cards: [{ text: 'later' }], additions: [{ text: 'more' }] }],
    },
  ]);
  expect(json).not.toContain('buildsOn');
});

it('has the first names of those who wrote where the packs have them', () => {
  const whole = passedOn(true);
  expect(whole.people.map(({ name }) => name)).toEqual(['Zoë', 'Ben', 'Person 3']);
  expect(whole.pages[0]?.cards[0]?.author).toBe('zoe');
});
