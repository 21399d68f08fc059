import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const run = fileURLToPath(new URL('../run.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'tablecloth-plan-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function command(content: string, ...args: string[]) {
  const file = join(folder, 'cafe.json');
  writeFileSync(file, content);
  const { status, stdout, stderr } = spawnSync(process.execPath, [run, 'plan', file, ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const room = {
  rounds: 1,
  tables: [{ id: 't1', cap: 2 }],
  people: [{ id: 'p1' }, { id: 'p2' }],
};

test('a plan is the only thing on stdout', () => {
  // The first run may build, which is said on stderr.
  command(JSON.stringify(room));
  const { status, stdout, stderr } = command(JSON.stringify(room), '--budget-ms', '500');
  expect(JSON.parse(stdout)).toEqual({
    instance: 'cafe',
    seats: { p1: ['t1'], p2: ['t1'] },
    ms: expect.any(Number) as number,
    bounds: { tableRepeats: 0, imbalance: 0, waste: 0, changed: 0 },
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test('no plan is one sentence and exit code 2', () => {
  const crowded = { ...room, people: [...room.people, { id: 'p3' }] };
  expect(command(JSON.stringify(crowded))).toEqual({
    status: 2,
    stdout: '',
    stderr: 'Round 1 has 3 people but only 2 chairs.\n',
  });
});

test('a file that is no JSON is one sentence and exit code 1', () => {
  expect(command('{ tables')).toEqual({
    status: 1,
    stdout: '',
    stderr: `The file ${join(folder, 'cafe.json')} is not JSON.\n`,
  });
});
