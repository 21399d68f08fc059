import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../../server/dist/main.js', import.meta.url));
const READY = /is ready/u;

export interface TestServer {
  port: number;
  /** Ends the process at once (SIGKILL) and starts it anew on the same data and port. */
  killAndRestart(): Promise<void>;
  stop(): Promise<void>;
}

/** The built server in a process of its own, on an empty data directory. */
export async function startServer(): Promise<TestServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tablecloth-rehearsal-'));
  const port = await freePort();
  let running = await launch(port, dataDir);
  return {
    port,
    async killAndRestart() {
      await running.end('SIGKILL');
      running = await launch(port, dataDir);
    },
    async stop() {
      await running.end('SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function launch(
  port: number,
  dataDir: string,
): Promise<{ end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> }> {
  const child = spawn(process.execPath, [MAIN], {
    env: {
      ...process.env,
      PORT: String(port),
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => {
      resolve();
    }),
  );
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
  return {
    async end(signal) {
      child.kill(signal);
      await ended;
    },
  };
}

// A moment later somebody else may have it, but the server says so and the test fails loudly.
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
