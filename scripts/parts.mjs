import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, wherever a script was started from. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * What is built, each from its own folder and shared, into its `dist`.
 * @typedef {'client' | 'server' | 'scripts'} Part
 * @type {readonly Part[]}
 */
export const PARTS = ['client', 'server', 'scripts'];

const STAMP = '.built';
const outside = new Set(['node_modules', 'dist', 'data', 'coverage', 'test-results']);

/** @param {Part} part */
export function distOf(part) {
  return join(ROOT, part, 'dist');
}

/**
 * Whether a part's `dist` is missing or was built from other sources than those on disk now. Told
 * by content, so that a fresh checkout or a copied folder with odd times is judged rightly.
 * @param {Part} part
 */
export function isStale(part) {
  const stamp = join(distOf(part), STAMP);
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== hashOf(part);
}

/**
 * Marks a part as built from the sources whose hash this is.
 * @param {Part} part
 * @param {string} hash
 */
export function stamp(part, hash) {
  writeFileSync(join(distOf(part), STAMP), hash);
}

/**
 * One hash of everything a part is built from.
 * @param {Part} part
 */
export function hashOf(part) {
  const hash = createHash('sha256');
  const files = [...foldersOf(part).flatMap(sourcesIn), 'package-lock.json'];
  for (const file of files.sort()) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(ROOT, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * The folders a part is built from; benchmarks are built with the scripts.
 * @param {Part} part
 */
function foldersOf(part) {
  return part === 'scripts' ? [part, 'bench', 'shared'] : [part, 'shared'];
}

/**
 * Files below a folder that a build may read: all but the tests.
 * @param {string} folder
 */
function sourcesIn(folder) {
  return filesIn(folder).filter((path) => !path.endsWith('.test.ts'));
}

/**
 * Files below a folder, as paths from the project with slashes; none where there is no such folder.
 * What is built, installed or hidden is left out.
 * @param {string} folder
 * @returns {string[]}
 */
export function filesIn(folder) {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    if (outside.has(entry.name) || entry.name.startsWith('.')) return [];
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}
