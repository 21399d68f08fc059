/** `npm run plan`: stdout carries the plan and nothing else. Exit codes: see USAGE. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readOptions, USAGE } from './options.ts';
import { planned } from './planned.ts';

function end(code: number, sentence: string): void {
  console.error(sentence);
  process.exitCode = code;
}

function main(): void {
  const read = readOptions(process.argv.slice(2));
  if ('help' in read) return console.log(USAGE);
  if ('mistake' in read) return end(1, read.mistake);
  const { file } = read.options;
  let text: string;
  try {
    // npm runs scripts in the project's folder, wherever it was called.
    const called = resolve(process.env['INIT_CWD'] ?? '.', file);
    text = readFileSync(existsSync(file) ? file : called, 'utf8');
  } catch {
    return end(1, `The file ${file} cannot be read.`);
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return end(1, `The file ${file} is not JSON.`);
  }
  const printed = planned(json, read.options, () => performance.now());
  if ('noPlan' in printed) return end(2, printed.noPlan);
  console.log(printed.text);
}

main();
