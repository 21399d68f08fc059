/**
 * Runs one of the scripts written in TypeScript: `node scripts/run.mjs rehearse --phones 12`. It is
 * built first if it is stale; the arguments behind its name are its own.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { freshen } from './fresh.mjs';
import { distOf } from './parts.mjs';

const name = process.argv[2] ?? '';
freshen(['scripts']);
const script = join(distOf('scripts'), `${name}.js`);
if (existsSync(script)) {
  process.argv.splice(1, 2, script);
  await import(pathToFileURL(script).href);
} else {
  console.error(`There is no script called “${name}”.`);
  process.exitCode = 1;
}
