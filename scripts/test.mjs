/**
 * `npm test`: builds what is stale (stories start the built server), makes sure that there is a
 * browser, and runs every test. Arguments are vitest's: `npm test -- --project rules`.
 */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { NO_BROWSER, findBrowser } from './browser/find.mjs';
import { freshen } from './fresh.mjs';
import { PARTS, ROOT } from './parts.mjs';

if (findBrowser() === null) {
  console.error(NO_BROWSER);
  process.exit(1);
}
freshen(PARTS);
const vitest = join(
  dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
  'vitest.mjs',
);
spawn(process.execPath, [vitest, 'run', ...process.argv.slice(2)], {
  cwd: ROOT,
  stdio: 'inherit',
}).on('close', (code) => {
  process.exitCode = code ?? 1;
});
