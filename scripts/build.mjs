/**
 * Builds the parts whose sources have changed, or with `--force` all of them. Names of parts may be
 * given: `node scripts/build.mjs server`.
 */
import { join } from 'node:path';
import { PARTS, ROOT, hashOf, isStale, stamp } from './parts.mjs';

const args = process.argv.slice(2);
const force = args.includes('--force');
const named = PARTS.filter((part) => args.includes(part));
const wanted = (named.length > 0 ? named : PARTS).filter((part) => force || isStale(part));

if (wanted.length === 0) {
  console.log('Everything is built.');
} else {
  console.log(`Building ${wanted.join(', ')} …`);
  const { build } = await import('vite');
  for (const part of wanted) {
    // Taken before the build: what is saved meanwhile makes the part stale again.
    const hash = hashOf(part);
    const root = join(ROOT, part);
    const config = {
      root,
      configFile: join(root, 'vite.config.ts'),
      logLevel: /** @type {const} */ ('warn'),
    };
    // The client's pages are two builds: vite.config.ts says why.
    const modes = part === 'client' ? ['phone', 'rooms'] : ['production'];
    for (const mode of modes) await build({ ...config, mode });
    stamp(part, hash);
  }
}
