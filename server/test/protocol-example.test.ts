/** The program that docs/protocol.md shows, run as a stranger would: by Node, against a server. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { startServer } from './fixture.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(`${root}docs/protocol.md`, 'utf8');
const programs = [...page.matchAll(/^```js\n([^]*?)^```$/gmu)].map(([, program = '']) => program);

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
