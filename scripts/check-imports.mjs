/** Walks every source file and says where one reaches further than the architecture allows. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFile } from './imports/rules.mjs';
import { ROOT, filesIn } from './parts.mjs';

let problems = 0;
for (const folder of ['shared', 'server', 'client', 'scripts', 'journeys', 'bench']) {
  for (const path of filesIn(folder)) {
    if (!/\.(?:ts|mjs|js|svelte)$/u.test(path)) continue;
    for (const problem of checkFile(path, readFileSync(join(ROOT, path), 'utf8'))) {
      console.error(`${path} ${problem}`);
      problems += 1;
    }
  }
}
if (problems > 0) process.exitCode = 1;
