import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64, encodeBase64 } from './base64.ts';

describe('base64', () => {
  it('writes what everybody else writes and reads it back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const text = encodeBase64(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64'));
        expect(decodeBase64(text)).toEqual(bytes);
      }),
    );
  });

  it('carries a whole entry of 64 kB', () => {
    const bytes = Uint8Array.from({ length: 65_536 }, (_, i) => (i * 31) & 255);
    expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    expect(decodeBase64(encodeBase64(bytes))).toEqual(bytes);
  });

  it('refuses anything that is not the one text of its bytes', () => {
    for (const bad of [
      'A',
      'AA',
      'AAA',
      'AA=A',
      '=AAA',
      'A===',
      'AB==',
      'AAB=',
      'A-_A',
      'AAA\n',
      'é===',
      '====',
    ]) {
      expect(decodeBase64(bad), bad).toBeNull();
    }
  });

  it('never reads two texts as the same bytes', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (text) => {
        const bytes = decodeBase64(text);
        if (bytes !== null) expect(encodeBase64(bytes)).toBe(text);
      }),
    );
  });
});
