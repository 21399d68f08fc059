import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** As deep below the project in `scripts/shots` as when bundled in `scripts/dist`. */
const MAIN = fileURLToPath(new URL('../../server/dist/main.js', import.meta.url));
const READY = /is ready/u;
const DAY_MS = 86_400_000;

/** The built server on a data directory of its own, which can go away and come back. */
export class Server {
  readonly #port: number;
  readonly #dataDir = mkdtempSync(join(tmpdir(), 'tablecloth-shots-'));
  #child: ChildProcess | null = null;
  #daysOn = 0;

  private constructor(port: number) {
    this.#port = port;
  }

  static async start(): Promise<Server> {
    const server = new Server(await freePort());
    await server.comeBack();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.#port)}`;
  }

  /** Starts it again on the same port and data. @throws when it does not start. */
  async comeBack(): Promise<void> {
    const child = spawn(process.execPath, [...clockOn(this.#daysOn), MAIN], {
      env: {
        ...process.env,
        PORT: String(this.#port),
        HOST: '127.0.0.1',
        DATA_DIR: this.#dataDir,
        LOG_LEVEL: 'warn',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    await new Promise<void>((resolve, reject) => {
      let said = '';
      const hear = (text: Buffer) => {
        said += String(text);
        if (READY.test(said)) resolve();
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('exit', () => {
        reject(new Error(`The server did not start: ${said}`));
      });
    });
  }

  /** It is there again so many days later, with everything it has stored. */
  async later(days: number): Promise<void> {
    this.#daysOn += days;
    await this.goAway();
    await this.comeBack();
  }

  /** Ends the process; its data stay. */
  async goAway(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  }

  async end(): Promise<void> {
    await this.goAway();
    rmSync(this.#dataDir, { recursive: true, force: true });
  }
}

/** The process begins with its clock set on. */
function clockOn(days: number): string[] {
  if (days === 0) return [];
  const script = `const now = Date.now; Date.now = () => now() + ${String(days * DAY_MS)};`;
  return ['--import', `data:text/javascript,${encodeURIComponent(script)}`];
}

// A moment later somebody else may have it, but the server says so and the run fails loudly.
function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}
