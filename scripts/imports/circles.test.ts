import { expect, test } from 'vitest';
import { circlesIn } from './circles.mjs';
import { readSource } from './source.mjs';

const circles = (files: Record<string, string>): string[][] =>
  circlesIn(new Map(Object.entries(files).map(([p, text]) => [p, readSource(p, text).needs])));

test('files that go one way are in no circle, whoever needs them twice', () => {
  const files = {
    'a/top.ts': `import { b } from './b.ts'; import { c } from './deep/c.ts';`,
    'a/b.ts': `import { c } from './deep/c.ts'; import { v7 } from 'uuid';`,
    'a/deep/c.ts': `import gone from './gone.ts';`,
  };
  expect(circles(files)).toEqual([]);
});

test('a circle is told once, by all its files and no other', () => {
  const files = {
    'a/top.ts': `import { b } from './b.ts';`,
    'a/b.ts': `import { c } from './c.ts'; import { below } from './below.ts';`,
    'a/c.ts': `export { d } from './d.svelte';`,
    'a/d.svelte': `<script>import { b } from './b.ts';</script>`,
    'a/below.ts': ``,
    'other/e.ts': `import { f } from './f.ts';`,
    'other/f.ts': `import { e } from './e.ts';`,
  };
  expect(circles(files)).toEqual([
    ['a/b.ts', 'a/c.ts', 'a/d.svelte'],
    ['other/e.ts', 'other/f.ts'],
  ]);
});

test('two circles through one file are one', () => {
  const files = {
    'a.ts': `import './b.ts'; import './c.ts';`,
    'b.ts': `import './a.ts';`,
    'c.ts': `import './a.ts';`,
  };
  expect(circles(files)).toEqual([['a.ts', 'b.ts', 'c.ts']]);
});

test('types close a circle too', () => {
  const files = {
    'a.ts': `import type { B } from './b.ts';`,
    'b.ts': `import { a } from './a.ts';`,
  };
  expect(circles(files)).toEqual([['a.ts', 'b.ts']]);
});

test('what is loaded later, and known by its shape until then, closes none', () => {
  const files = {
    'day.ts': `import type * as Later from './later.ts'; const late = () => import('./later.ts');`,
    'later.ts': `import type { Day } from './day.ts';`,
  };
  expect(circles(files)).toEqual([]);
});
