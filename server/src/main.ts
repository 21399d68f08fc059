import { renderUnicodeCompact } from 'uqr';
import { startApp } from './app.ts';
import { readConfig } from './config.ts';
import { lanAddress } from './http/address.ts';
import { makeLog } from './log.ts';
import { DataDirInUse } from './store/data-dir.ts';
import { ThreadPlanner } from './planner/thread-planner.ts';
import { openStore } from './store/open-store.ts';
import { realTime } from './time.ts';

/** Nothing at a shutdown may take longer: whoever stops us kills soon after. */
const CLOSE_MS_MAX = 5_000;

const read = readConfig(process.env);
if ('mistakes' in read) fail(read.mistakes);
const { config } = read;
const log = makeLog(config.logLevel);
const store = await openStore(config.dataDir).catch((error: unknown) => {
  if (error instanceof DataDirInUse) fail([error.message]);
  throw error;
});
const client = decodeURIComponent(new URL('../../client/dist', import.meta.url).pathname);
const app = await startApp({
  config,
  store,
  time: realTime,
  random: Math.random,
  log,
  planner: new ThreadPlanner(new URL('plan-thread.js', import.meta.url), realTime, log),
  client,
}).catch((error: unknown) => {
  if (!(error instanceof Error && 'code' in error)) throw error;
  if (error.code === 'EADDRINUSE') {
    fail([`Port ${String(config.port)} is taken. Stop what uses it, or set another PORT.`]);
  }
  throw error;
});
greet(app.port);

let isClosing = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, close);

function close(): void {
  if (isClosing) return;
  isClosing = true;
  setTimeout(() => process.exit(1), CLOSE_MS_MAX).unref();
  app.close().then(
    () => process.exit(0),
    (error: unknown) => {
      log.error({ err: error }, 'not everything could be closed');
      process.exit(1);
    },
  );
}

function greet(port: number): void {
  const lan = config.host === '0.0.0.0' ? lanAddress() : null;
  const here = `http://localhost:${String(port)}`;
  const phones = config.publicUrl ?? (lan === null ? null : `http://${lan}:${String(port)}`);
  const lines = ['', `Tablecloth is ready. Open ${config.publicUrl ?? here}`];
  if (phones !== null) {
    lines.push(`Phones reach it at ${phones}`, '', renderUnicodeCompact(phones), '');
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}

function fail(sentences: readonly string[]): never {
  process.stderr.write(`${sentences.join('\n')}\n`);
  process.exit(1);
}
