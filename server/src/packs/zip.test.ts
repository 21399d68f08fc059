import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { zip } from './zip.ts';

const NINE = Date.UTC(2026, 4, 12, 9, 30, 20);

/** What the directory at the file's end says, and what lies where it says. */
function read(bytes: Buffer): [name: string, text: string][] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  return Array.from({ length: count }, () => {
    const [packed, nameLength, local] = [
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt32LE(at + 42),
    ];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const from = local + 30 + bytes.readUInt16LE(local + 26);
    at += 46 + nameLength;
    return [name, inflateRawSync(bytes.subarray(from, from + packed)).toString()];
  });
}

const files = [
  { name: 'cafe-tea.html', text: '<p>Zoë</p>'.repeat(500) },
  { name: 'teams/team-7.md', text: '' },
  { name: 'teams/Łódź.md', text: '👩🏽‍⚕️ next step' },
];

it('holds every file under its name, word for word', async () => {
  const bytes = await zip(files, NINE);
  expect(read(bytes)).toEqual(files.map(({ name, text }) => [name, text]));
  expect(bytes.length).toBeLessThan(1_000);
  expect(read(await zip([], NINE))).toEqual([]);
});

it.skipIf(!hasUnzip())('is opened by another program, checksums and all', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tablecloth-zip-'));
  try {
    writeFileSync(join(folder, 'all.zip'), await zip(files, NINE));
    execFileSync('unzip', ['-q', 'all.zip'], { cwd: folder });
    expect(readdirSync(join(folder, 'teams'))).toHaveLength(2);
    expect(readFileSync(join(folder, 'cafe-tea.html'), 'utf8')).toBe(files[0]?.text);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

function hasUnzip(): boolean {
  try {
    execFileSync('unzip', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
