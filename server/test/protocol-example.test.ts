/** What docs/protocol.md shows, done as a stranger would: its program by Node, the rest over the wire. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { call, startServer } from './fixture.ts';
import { startRound } from './round.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(`${root}docs/protocol.md`, 'utf8');
const blocks = (language: string) =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gmu'))].map(
    ([, block = '']) => block,
  );
const programs = blocks('js');

test('the program on the protocol page runs as it is written', async () => {
  expect(programs).toHaveLength(1);
  const server = await startServer();
  const args = ['--input-type=module', '-', server.url];
  const run = promisify(execFile)(process.execPath, args, { cwd: root });
  run.child.stdin?.end(programs[0]);
  const { stdout, stderr } = await run;
  expect(stderr).toBe('');
  expect(stdout).toContain('- What we tried twice\n');
});

test('the café on the protocol page is made as it is written', async () => {
  const cafes = blocks('json');
  expect(cafes).toHaveLength(1);
  const server = await startServer();
  const body: unknown = JSON.parse(cafes[0] ?? '');
  const { status } = await call(server, 'POST', '/api/cafes', { body });
  expect(status).toBe(201);
});

test('the note that is shown byte by byte is stored, and answered as it says', async () => {
  const [, example = ''] = /^### One note, byte by byte([^]*?)^### /mu.exec(page) ?? [];
  const [, shown = ''] = /→ (\{ ok: true, .*\})/u.exec(example) ?? [];
  const [, replica = ''] = /replica: '([^']+)'/u.exec(example) ?? [];
  const entries = [
    ...example.replace(/' \+\s+'/gu, '').matchAll(/n: (\d+),\s+bytes:\s+'(A[^']+)'/gu),
  ];
  expect(entries).toHaveLength(5);

  const { page: first, mates, others } = await startRound();
  const phone = first === 't2.1' ? mates[0] : others[0];
  const asJson = shown.replace(/(\w+):/gu, '"$1":').replaceAll("'", '"');
  expect(await phone?.ask('open page', { page: 't2.1' })).toEqual(JSON.parse(asJson));
  for (const [, n, bytes = ''] of entries) {
    const entry = { page: 't2.1', generation: 1, replica, n: Number(n), bytes };
    phone?.socket.emit('entry', entry);
  }
  await phone?.got('saved', ({ n }) => n === 5);
  expect(await phone?.ask('read page', { page: 't2.1' })).toMatchObject({
    cards: [{ text: 'we tried twice', kind: 'next', removed: true }],
  });
});
