/**
 * `npm run check`: every script of package.json whose name begins with `check:`, two at a time.
 * What a check says is shown only when it fails.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './parts.mjs';

const AT_ONCE = 2;

/** @type {{ scripts: Record<string, string> }} */
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const waiting = Object.keys(scripts).filter((name) => name.startsWith('check:'));
/** @type {string[]} */
const failed = [];

/** @param {string} name @returns {Promise<{ ok: boolean, said: string }>} */
function run(name) {
  return new Promise((resolve) => {
    let said = '';
    const child = spawn('npm', ['run', '--silent', name], {
      cwd: ROOT,
      shell: process.platform === 'win32',
    });
    child.stdout.on('data', (text) => (said += String(text)));
    child.stderr.on('data', (text) => (said += String(text)));
    child.on('error', (problem) => resolve({ ok: false, said: problem.message }));
    child.on('close', (code) => resolve({ ok: code === 0, said }));
  });
}

async function work() {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const began = Date.now();
    const { ok, said } = await run(name);
    const seconds = ((Date.now() - began) / 1_000).toFixed(1);
    console.log(`${ok ? '✓' : '✗'} ${name.slice('check:'.length)} (${seconds} s)`);
    if (ok) continue;
    failed.push(name);
    console.log(said.trimEnd());
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, work));
if (failed.length > 0) {
  console.error(`Not right: ${failed.join(', ')}.`);
  process.exitCode = 1;
}
