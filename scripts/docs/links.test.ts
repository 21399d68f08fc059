import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const pages = ['.', 'docs', 'docs/decisions'].flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);

/** Links and pictures of a page; what stands in code is none. */
function linksIn(page: string): string[] {
  const text = read(page)
    .replace(/^```.*?^```/gmsu, '')
    .replace(/`[^`]*`/gu, '');
  return [...text.matchAll(/\]\(([^)\s]+)\)/gu)].map(([, target]) => target ?? '');
}

/** What a heading is called in an address. */
function anchorsIn(page: string): string[] {
  return [...read(page).matchAll(/^#+ (.+)$/gmu)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/gu, '-'),
  );
}

function read(page: string): string {
  return readFileSync(join(ROOT, page), 'utf8');
}

function isThere(page: string, target: string): boolean {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? page : join(dirname(page), path);
  if (!existsSync(join(ROOT, file))) return false;
  return anchor === undefined || anchorsIn(file).includes(anchor);
}

describe('the docs', () => {
  it.each(pages)('%s links to nothing that is not there', (page) => {
    const own = linksIn(page).filter((target) => !/^[a-z]+:/u.test(target));
    expect(own.filter((target) => !isThere(page, target))).toEqual([]);
  });

  it('show every picture that is kept for them', () => {
    const shown = pages.flatMap((page) =>
      linksIn(page).map((target) => join(dirname(page), target)),
    );
    const kept = readdirSync(join(ROOT, 'docs/screens')).map((name) => join('docs/screens', name));
    expect(kept.filter((picture) => !shown.includes(picture))).toEqual([]);
  });
});
