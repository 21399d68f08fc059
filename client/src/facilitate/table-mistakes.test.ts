import { expect, it } from 'vitest';
import { facilitateVocabulary } from '../words/facilitate.ts';
import { tableMistakes } from './table-mistakes.ts';

const t = await facilitateVocabulary.en();
const tables = [
  { id: 'a', number: 1, place: '', chairs: 6 },
  { id: 'b', number: 2, place: '', chairs: 6 },
];

it('each field of a table says itself what is wrong with it', () => {
  const typed = { number: '2', place: 'x'.repeat(201), chairs: 'six' };
  expect(tableMistakes(typed, tables, 'a', t)).toEqual({
    number: 'Another table has this number. Choose one that is free.',
    place: 'Please shorten this to 200 letters.',
    chairs: 'A table has 1 to 40 chairs.',
  });
  expect(tableMistakes({ number: '', place: '', chairs: '6' }, tables, null, t)).toEqual({
    number: 'Type a whole number from 1 to 9999.',
  });
});

it('a table keeps its own number', () => {
  expect(tableMistakes({ number: '2', place: 'x', chairs: '6' }, tables, 'b', t)).toEqual({});
});
