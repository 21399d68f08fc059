/** Prints the last line of `.ci/run` from the report named; exit code 1 unless everything passed. */
import { existsSync, readFileSync } from 'node:fs';
import { tally } from './tally.mjs';

const path = process.argv[2] ?? '';
const report = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
const { passed, failed } = tally(report);
console.log(`${String(passed)} passed, ${String(failed)} failed`);
process.exitCode = failed === 0 ? 0 : 1;
