import { expect, test } from 'vitest';
import { checkFile } from './rules.mjs';
import { readSource } from './source.mjs';

const check = (path: string, text: string): string[] => checkFile(path, readSource(path, text));

test.each([
  ['shared/src/protocol/api.ts', `import { a } from '../cafe/index.ts';`],
  ['shared/src/harvest/a.ts', `import { a } from '../notes/index.ts';`],
  ['shared/src/sample/a.ts', `import type { A } from '../protocol/index.ts';`],
  ['shared/src/cafe/a.ts', `import { plan } from '../rotation/index.ts';`],
  ['client/src/phone/a.ts', `import { a } from '@tablecloth/shared/cafe';`],
  ['server/src/store/libsql.ts', `import Database from 'libsql';`],
  ['shared/src/cafe/a.ts', `// Date.now() and Math.random()\nconst text = 'Date.now()';`],
  ['shared/src/cafe/a.ts', `const at = new Date(now).getTime(); const o = { document: 1 };`],
  ['shared/src/cafe/a.ts', `export function read(document: string) { return document; }`],
  ['shared/src/cafe/a.test.ts', `import { readFileSync } from 'node:fs'; Date.now();`],
])('%s may say %s', (path, text) => {
  expect(check(path, text)).toEqual([]);
});

test.each([
  ['shared/src/cafe/a.ts', `import { a } from '../notes/index.ts';`, 'cafe does not know notes'],
  ['shared/src/cafe/a.ts', `import { a } from '../protocol/index.ts';`, 'does not know protocol'],
  ['shared/src/notes/a.ts', `import { a } from '../cafe/index.ts';`, 'notes does not know cafe'],
  ['shared/src/rotation/a.ts', `export * from '../cafe/index.ts';`, 'rotation does not know cafe'],
  ['shared/src/protocol/a.ts', `import { a } from '../cafe/limits.ts';`, 'by its index.ts'],
  ['shared/src/cafe/a.ts', `import '@tablecloth/shared/rotation';`, 'by its path'],
  ['shared/src/cafe/a.ts', `import { readFileSync } from 'node:fs';`, 'browsers'],
  ['shared/src/cafe/a.ts', `import { v7 } from 'uuid';`, 'ids are handed in'],
  ['client/src/a.ts', `const a = await import('../../server/src/a.ts');`, 'meet in shared only'],
  ['client/src/A.svelte', `<script>import a from '../../shared/src/a.ts';</script>`, 'reached as'],
  ['client/src/a.ts', `import '@tablecloth/server/a';`, 'meet in shared only'],
  ['client/src/a.ts', `import '@tablecloth/shared/cafe/limits.ts';`, 'only the folders'],
  ['client/src/a.ts', `import '@tablecloth/shared';`, 'meet in shared only'],
  ['server/src/a.ts', `import { a } from '../../scripts/a.ts';`, 'nobody imports scripts'],
  ['journeys/a.test.ts', `import { a } from '../scripts/a.ts';`, 'nobody imports scripts'],
  ['server/src/a.ts', `import '@tablecloth/scripts';`, 'nobody imports scripts'],
  ['server/src/store/a.ts', `import type Database from 'libsql';`, 'only server/src/store/libsql'],
])('%s may not say %s', (path, text, problem) => {
  expect(check(path, text)).toEqual([expect.stringContaining(problem)]);
});

test.each([
  'Date.now()',
  'Math.random()',
  'new Date()',
  'performance.now()',
  'setTimeout(f, 1)',
  'crypto.randomUUID()',
  'document.title',
  'window.name',
])('shared may not use %s', (code) => {
  expect(check('shared/src/cafe/a.ts', `export const a = () => ${code};`)).toEqual([
    expect.stringContaining('shared is pure'),
  ]);
});
