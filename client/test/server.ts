import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { skewClock } from './clock-off.ts';

const MAIN = fileURLToPath(new URL('../../server/dist/main.js', import.meta.url));

/** The built server in a process of its own, on a free port and an empty data directory. */
export interface TestServer {
  port: number;
  /** Stops the process where it stands, as a stalled machine would, and lets it go on. */
  freeze(): void;
  thaw(): void;
  /** Stops as it does for an update, and starts with the same data, its clock `aheadMs` ahead of the true time. */
  startAgain(aheadMs: number): Promise<void>;
  stop(): Promise<void>;
}

export async function startServer(): Promise<TestServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tablecloth-journey-'));
  let child = await launch(dataDir, 0, 0);
  const { port } = child;
  async function end(): Promise<void> {
    child.process.kill('SIGCONT');
    child.process.kill('SIGTERM');
    await child.ended;
  }
  return {
    port,
    freeze: () => child.process.kill('SIGSTOP'),
    thaw: () => child.process.kill('SIGCONT'),
    async startAgain(aheadMs) {
      await end();
      child = await launch(dataDir, port, aheadMs);
    },
    async stop() {
      await end();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

interface Launched {
  process: ChildProcess;
  port: number;
  ended: Promise<void>;
}

async function launch(dataDir: string, wanted: number, aheadMs: number): Promise<Launched> {
  const skewed = `(${skewClock.toString()})(${String(aheadMs)})`;
  const ahead = ['--import', `data:text/javascript,${encodeURIComponent(skewed)}`];
  const child = spawn(process.execPath, [...(aheadMs === 0 ? [] : ahead), MAIN], {
    env: {
      ...process.env,
      ...{ PORT: String(wanted), HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => {
      resolve();
    }),
  );
  const port = await new Promise<number>((resolve, reject) => {
    let said = '';
    const hear = (text: Buffer) => {
      said += String(text);
      const found = /is ready\. Open http:\/\/localhost:(\d+)/u.exec(said);
      if (found?.[1] !== undefined) resolve(Number(found[1]));
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => {
      reject(new Error(`The server did not start: ${said}`));
    });
  });
  return { process: child, port, ended };
}
