import { describe, expect, it } from 'vitest';
import { readListFile } from './read-list-file.ts';

const file = (...bytes: number[]) => ({
  size: bytes.length,
  arrayBuffer: () => Promise.resolve(new Uint8Array(bytes).buffer),
});

describe('the file of a list', () => {
  it.each([
    ['UTF-8', [0x5a, 0x6f, 0xc3, 0xab]],
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0x5a, 0x6f, 0xc3, 0xab]],
    ['Windows-1252', [0x5a, 0x6f, 0xeb]],
    ['UTF-16, little end first', [0xff, 0xfe, 0x5a, 0, 0x6f, 0, 0xeb, 0]],
    ['UTF-16, big end first', [0xfe, 0xff, 0, 0x5a, 0, 0x6f, 0, 0xeb]],
  ])('is read as %s', async (_, bytes) => {
    expect(await readListFile(file(...bytes))).toEqual({ ok: true, text: 'Zoë' });
  });

  it('is not a workbook, and not larger than a list can be', async () => {
    expect(await readListFile(file(0x50, 0x4b, 3, 4))).toEqual({ ok: false, because: 'workbook' });
    expect(await readListFile({ ...file(), size: 2_000_001 })).toEqual({
      ok: false,
      because: 'large',
    });
  });
});
