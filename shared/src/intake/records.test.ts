import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEPARATORS, readRecords } from './records.ts';

const fieldsOf = (text: string, separator: ';' | ',' | '\t' | '|' | null = ',') =>
  readRecords(text, separator).map(({ fields }) => fields);

describe('records', () => {
  it('may quote separators, quotes and line breaks', () => {
    const text = '"Ali, Sam",x\r\n"said ""hello""",y\n"two\nlines",z';
    expect(readRecords(text, ',')).toEqual([
      { from: 1, to: 1, raw: '"Ali, Sam",x\r\n', fields: ['Ali, Sam', 'x'] },
      { from: 2, to: 2, raw: '"said ""hello""",y\n', fields: ['said "hello"', 'y'] },
      { from: 3, to: 4, raw: '"two\nlines",z', fields: ['two\nlines', 'z'] },
    ]);
  });

  it('take a quote that is never closed for a sign, and lose no line to it', () => {
    expect(fieldsOf('"Ada,a\nBen,b\nCy,c')).toEqual([
      ['"Ada', 'a'],
      ['Ben', 'b'],
      ['Cy', 'c'],
    ]);
    expect(fieldsOf('"Ada" Lovelace,a\nBen,b')).toEqual([
      ['"Ada" Lovelace', 'a'],
      ['Ben', 'b'],
    ]);
  });

  it('end with any kind of line break', () => {
    expect(readRecords('a\rb\nc\r\nd', ',').map(({ from, to }) => [from, to])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 4],
    ]);
  });

  it('account for every sign and every line of any text exactly once', () => {
    const sign = fc.constantFrom(
      '"',
      ',',
      ';',
      '\t',
      '|',
      '\n',
      '\r',
      '\r\n',
      ' ',
      'a',
      'é',
      '\u0000',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(sign, { maxLength: 60 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(...SEPARATORS, null), (given, separator) => {
        const records = readRecords(given, separator);
        expect(records.map(({ raw }) => raw).join('')).toBe(given);
        let line = 1;
        for (const { from, to } of records) {
          expect(from).toBe(line);
          expect(to).toBeGreaterThanOrEqual(from);
          line = to + 1;
        }
      }),
      { numRuns: 500 },
    );
  });
});
