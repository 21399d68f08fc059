import { expect, it } from 'vitest';
import { calledAgain, sameWords } from './same-words.ts';

it('names that look the same are the same', () => {
  for (const name of [
    'oak ward',
    'OAK WARD',
    ' Oak   Ward\n',
    'Oak\u00A0Ward',
    'O\u200Bak\u200C W\u200Dard\uFEFF',
    'Oak Wa\u00ADrd',
    '\u202AOak Ward\u202C',
    'Oak Ward\uFE0F',
    'Ｏａｋ　Ward',
  ]) {
    expect(sameWords(name)).toBe('oak ward');
  }
  expect(sameWords('Zoe\u0308')).toBe(sameWords('ZO\u00CB'));
  expect(sameWords('می\u200Cروم')).toBe(sameWords('میروم'));
});

it('names that look different are different', () => {
  expect(sameWords('Zoë')).not.toBe(sameWords('Zoe'));
  expect(sameWords('Oak Ward')).not.toBe(sameWords('OakWard'));
  const [england, scotland] = ['gbeng', 'gbsct'].map((place) =>
    String.fromCodePoint(
      0x1f3f4,
      ...[...place].map((sign) => 0xe0000 + sign.charCodeAt(0)),
      0xe007f,
    ),
  );
  expect(sameWords(england ?? '')).not.toBe(sameWords(scotland ?? ''));
});

it('whoever is called as one before is found, as it was written', () => {
  expect(calledAgain(['Oak Ward', 'Elm', 'oak ward', 'ELM ', 'Ash'])).toEqual(['oak ward', 'ELM ']);
});
