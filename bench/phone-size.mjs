/**
 * What a phone loads, from the built pages: until somebody can join, until a note can be edited, and
 * what follows. Bytes as compressed by the server, br (on https) and gzip (on plain http); headers,
 * answers of the API and the socket come on top, which client/test/weight.journey.ts counts.
 *
 *     node scripts/build.mjs client && node bench/phone-size.mjs
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const dist = fileURLToPath(new URL('../client/dist', import.meta.url));

/** The scripts loaded by name at each moment; further ones follow by their static imports. */
const moments = {
  join: ['/index.html'],
  edit: ['inside', 'writing'],
  ahead: ['later'],
  focus: ['undo'],
};

/** Every file loaded so far, as its path. */
const seen = new Set();

/**
 * A script that those loaded so far can load; other pages have scripts of the same name.
 * @param {string} name Its name before its hash, or a path.
 */
function pathOf(name) {
  if (name.startsWith('/')) return name;
  const mention = new RegExp(`\\./(${name}-[\\w-]{8}\\.js)`, 'u');
  for (const path of seen) {
    const [, file] = mention.exec(readFileSync(dist + path, 'utf8')) ?? [];
    if (file !== undefined) return `/assets/${file}`;
  }
  throw new Error(`No script loads ${name}.`);
}

/**
 * What a file loads by itself: of a page its scripts and styles, of a script its static imports.
 * @param {string} path
 */
function loadedBy(path) {
  const text = readFileSync(dist + path, 'utf8');
  if (path.endsWith('.html')) {
    const own = [...text.matchAll(/<(?:script|link)\b[^>]*?(?:src|href)="(\/assets\/[^"]+)"/gu)];
    return own.map(([, file = '']) => file);
  }
  if (!path.endsWith('.js')) return [];
  const imports = text.matchAll(/\b(?:import|from)\s*"\.\/([^"]+)"/gu);
  return [...imports].map(([, file = '']) => `/assets/${file}`);
}

/** @param {string} path */
function collect(path) {
  if (seen.has(path)) return;
  seen.add(path);
  loadedBy(path).forEach(collect);
}

/** @type {Record<string, { files: number; plain: number; br: number; gzip: number }>} */
const table = {};
for (const [moment, loads] of Object.entries(moments)) {
  for (const name of loads) collect(pathOf(name));
  const row = { files: seen.size, plain: 0, br: 0, gzip: 0 };
  for (const path of seen) {
    const plain = readFileSync(dist + path);
    // As the server: what is short is sent as it is.
    const packed = plain.length >= 512;
    row.plain += plain.length;
    row.br += packed ? brotliCompressSync(plain).length : plain.length;
    row.gzip += packed ? gzipSync(plain, { level: 9 }).length : plain.length;
  }
  table[moment] = row;
}
console.table(table);
