import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { skewClock } from './clock-off.ts';

/** As deep below the project here as where pictures are bundled, in `scripts/dist`. */
const MAIN = fileURLToPath(new URL('../../server/dist/main.js', import.meta.url));

const DAY_MS = 86_400_000;

/** The built server in a process of its own, on a free port and an empty data directory. */
export class TestServer {
  readonly port: number;
  readonly #dataDir: string;
  #running: Launched;
  #daysOn = 0;

  private constructor(dataDir: string, running: Launched) {
    this.#dataDir = dataDir;
    this.#running = running;
    this.port = running.port;
  }

  /** @throws when it does not start. */
  static async start(): Promise<TestServer> {
    const dataDir = mkdtempSync(join(tmpdir(), 'tablecloth-server-'));
    return new TestServer(dataDir, await launch(dataDir, 0, 0));
  }

  /** How far its clock is ahead of the true time. */
  get aheadMs(): number {
    return this.#daysOn * DAY_MS;
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.port)}`;
  }

  /** Stops the process where it stands, as a stalled machine would, and lets it go on. */
  freeze(): void {
    this.#running.process.kill('SIGSTOP');
  }

  thaw(): void {
    this.#running.process.kill('SIGCONT');
  }

  /** Ends as for an update, or at once (SIGKILL); its data stay. */
  async goAway(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    this.thaw();
    this.#running.process.kill(signal);
    await this.#running.ended;
  }

  /** Starts it again on the same port and data. @throws when it does not start. */
  async comeBack(): Promise<void> {
    this.#running = await launch(this.#dataDir, this.port, this.aheadMs);
  }

  /** It is there again so many days later, with everything it has stored. */
  async later(days: number): Promise<void> {
    this.#daysOn += days;
    await this.goAway();
    await this.comeBack();
  }

  /** Ends it for good, and what it stored. */
  async stop(): Promise<void> {
    await this.goAway();
    rmSync(this.#dataDir, { recursive: true, force: true });
  }
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
