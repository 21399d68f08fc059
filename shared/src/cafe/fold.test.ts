import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fold } from './fold.ts';
import { sameWords } from './same-words.ts';

it.each([
  ['Zoë Lindqvist', 'zoe lindqvist'],
  ['Łukasz', 'LUKASZ'],
  ['Linh Nguyễn', 'Linh Nguyen'],
  ['Đặng', 'Dang'],
  ['Søren Weiß', 'Soren Weiss'],
  ['Æsa Œuvre', 'Aesa Oeuvre'],
  ['Þóra Guðrún', 'Thora Gudrun'],
  ['Işıl Ħal', 'Isil Hal'],
  ['Siobhán O’Neill', "Siobhan O'Neill"],
  ['O`Neill', 'ONeill'],
  ['Anna–Lena', 'anna-lena'],
  ['Anna Lena', 'Anna-Lena'],
  ['Dr. Ali', 'Dr Ali'],
  ['Ёлкин', 'Елкин'],
  ['أحمد', 'احمد'],
])('%s may be typed %s', (name, typed) => {
  expect(fold(typed)).toBe(fold(name));
});

it.each([
  ['Ana', 'Anna'],
  ['Team A', 'Team A+'],
  ['Team 🦊', 'Team 🐻'],
  ['राम', 'रोम'],
  ['か', 'が'],
  ['!', '?'],
])('%s is not %s', (name, other) => {
  expect(fold(name)).not.toBe(fold(other));
});

it('what is written the same is typed the same, and folded once for all', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(sameWords(text))).toBe(fold(text));
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});
