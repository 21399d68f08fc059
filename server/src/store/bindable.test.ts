import { expect, test } from 'vitest';
import { bindable } from './bindable.ts';

test('null, numbers, text and bytes pass as they are', () => {
  const bytes = new Uint8Array([0, 1]);
  for (const value of [null, 0, -1, 1.5, Number.MAX_SAFE_INTEGER, '', 'é\u{1F375}', bytes]) {
    expect(bindable(value)).toBe(value);
  }
});

test('booleans become 0 and 1, because the driver would end the process', () => {
  expect([bindable(true), bindable(false)]).toEqual([1, 0]);
});

test.each([
  ['undefined', undefined],
  ['bigint', 5n],
  ['symbol', Symbol('x')],
  ['function', () => 1],
  ['Date', new Date(0)],
  ['ArrayBuffer', new ArrayBuffer(1)],
  ['DataView', new DataView(new ArrayBuffer(1))],
  ['Array', [1]],
  ['Object', {}],
  ['object', Object.create(null)],
])('%s is refused by name', (kind, value) => {
  expect(() => bindable(value)).toThrow(`The store cannot hold a value of type ${kind}`);
});

test.each([
  ['without end', Number.NaN],
  ['without end', Number.NEGATIVE_INFINITY],
  ['beyond 2^53 - 1', 2 ** 53],
  ['with a NUL in it', 'before\0after'],
  ['half a surrogate pair', 'tea \uD83C'],
])('what would come back different is refused: %s', (reason, value) => {
  expect(() => bindable(value)).toThrow(reason);
});

test('a refusal does not quote the words', () => {
  expect(() => bindable('secret\0')).not.toThrow('secret');
});
