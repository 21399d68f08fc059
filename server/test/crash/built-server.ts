import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';

const MAIN = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
const READY = /is ready\. Open http:\/\/localhost:(\d+)/u;

/** A start: when the server said that it was ready, and how long that took. */
export interface Started {
  readyAt: number;
  tookMs: number;
}

/** The built server in a process of its own, as `npm start` runs it, that can be killed. */
export class BuiltServer {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'tablecloth-crash-'));
  #port = 0;
  #process: ChildProcess | null = null;
  #ended: Promise<number | null> = Promise.resolve(null);

  static async start(): Promise<BuiltServer> {
    if (!existsSync(MAIN)) {
      throw new Error(
        'server/dist is missing: run `node scripts/build.mjs server`, or `npm test`.',
      );
    }
    const server = new BuiltServer();
    onTestFinished(async () => {
      await server.end('SIGKILL');
      rmSync(server.dataDir, { recursive: true, force: true });
    });
    await server.start();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.#port)}`;
  }

  /** Starts it, again on the same port and data. */
  async start(): Promise<Started> {
    const startedAt = Date.now();
    const child = spawn(process.execPath, [MAIN], {
      env: {
        ...process.env,
        ...{ PORT: String(this.#port), HOST: '127.0.0.1', DATA_DIR: this.dataDir },
        ...{ LOG_LEVEL: 'warn', PUBLIC_URL: '' },
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = child;
    this.#ended = new Promise((resolve) => child.once('exit', resolve));
    return new Promise((resolve, reject) => {
      let said = '';
      const hear = (text: Buffer): void => {
        said += String(text);
        const port = READY.exec(said)?.[1];
        if (port === undefined) return;
        this.#port = Number(port);
        const readyAt = Date.now();
        resolve({ readyAt, tookMs: readyAt - startedAt });
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('exit', () => {
        reject(new Error(`The server did not start: ${said}`));
      });
    });
  }

  /** Its exit code; null when the signal ended it. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    this.#process?.kill(signal);
    return this.#ended;
  }

  /** Reads what is on disk, from a copy, so that the next start finds it as it was left. */
  async stored<T>(read: (store: Store) => Promise<T>): Promise<T> {
    const copy = mkdtempSync(join(tmpdir(), 'tablecloth-crash-'));
    for (const file of ['tablecloth.db', 'tablecloth.db-wal']) {
      const from = join(this.dataDir, file);
      if (existsSync(from)) cpSync(from, join(copy, file));
    }
    const store = await openStore(copy);
    try {
      return await read(store);
    } finally {
      await store.close();
      rmSync(copy, { recursive: true, force: true });
    }
  }
}
