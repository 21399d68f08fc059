import { expect, it } from 'vitest';
import { splitText } from './textarea.ts';

it('cuts a long paste between words, and loses nothing', () => {
  expect(splitText('one two three', 20)).toEqual(['one two three', '']);
  expect(splitText('one two three', 9)).toEqual(['one two ', 'three']);
  expect(splitText('abcdefghij', 4)).toEqual(['abcd', 'efghij']);
});

it('never cuts through a letter of two units', () => {
  expect(splitText('ab\u{1f600}cd', 3)).toEqual(['ab', '\u{1f600}cd']);
});
