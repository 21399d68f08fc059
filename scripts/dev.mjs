/**
 * `npm run dev`: the pages with hot reload on vite's own port, the server rebuilt and restarted at
 * every change behind it.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, createServer } from 'vite';
import { ROOT, distOf } from './parts.mjs';

const server = join(ROOT, 'server');
const watcher = await build({
  root: server,
  configFile: join(server, 'vite.config.ts'),
  logLevel: 'warn',
  build: { watch: {} },
});

/** @type {import('node:child_process').ChildProcess | null} */
let running = null;
if ('on' in watcher) {
  watcher.on('event', ({ code }) => {
    if (code !== 'END' || running !== null) return;
    running = spawn(process.execPath, ['--watch', join(distOf('server'), 'main.js')], {
      cwd: ROOT,
      stdio: 'inherit',
    });
  });
}

const pages = await createServer({ root: join(ROOT, 'client') });
await pages.listen();
pages.printUrls();

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, () => {
    running?.kill(signal);
    void Promise.all([pages.close(), 'close' in watcher ? watcher.close() : null]).then(() => {
      process.exit(0);
    });
  });
}
