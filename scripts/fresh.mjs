import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT, isStale } from './parts.mjs';

/**
 * Builds those of the given parts that are stale, in a process of its own so that nothing of the
 * build stays in memory. Ends this process with the build's code when it fails.
 * @param {readonly import('./parts.mjs').Part[]} parts
 */
export function freshen(parts) {
  const stale = parts.filter((part) => isStale(part));
  if (stale.length === 0) return;
  const built = spawnSync(process.execPath, [join(ROOT, 'scripts/build.mjs'), ...stale], {
    cwd: ROOT,
    // What a build says is no part of what the command prints.
    stdio: ['inherit', 2, 'inherit'],
  });
  if (built.status !== 0) process.exit(built.status ?? 1);
}
