/** Walks every source file and says where one reaches further than the architecture allows, or in a circle. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { circlesIn } from './imports/circles.mjs';
import { checkFile } from './imports/rules.mjs';
import { readSource } from './imports/source.mjs';
import { ROOT, filesIn } from './parts.mjs';

let problems = 0;
/** @type {Map<string, string[]>} */
const needs = new Map();
for (const folder of ['shared', 'server', 'client', 'scripts', 'journeys', 'bench']) {
  for (const path of filesIn(folder)) {
    if (!/\.(?:ts|mjs|js|svelte)$/u.test(path)) continue;
    const source = readSource(path, readFileSync(join(ROOT, path), 'utf8'));
    needs.set(path, source.needs);
    for (const problem of checkFile(path, source)) {
      console.error(`${path} ${problem}`);
      problems += 1;
    }
  }
}
for (const circle of circlesIn(needs)) {
  console.error(`These need one another in a circle:\n  ${circle.join('\n  ')}`);
  problems += 1;
}
if (problems > 0) process.exitCode = 1;
