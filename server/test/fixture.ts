import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { MadeCafe } from '@tablecloth/shared/protocol';
import { smallCafe } from '@tablecloth/shared/sample';
import { startApp, type App } from '../src/app.ts';
import { makeLog } from '../src/log.ts';
import type { Planner } from '../src/planner/planner.ts';
import { openStore } from '../src/store/open-store.ts';
import type { Store } from '../src/store/store.ts';
import { realTime, type Time } from '../src/time.ts';
import { holdStore, type HeldStore } from './held-store.ts';
import { samePlanner } from './same-planner.ts';

/** A whole server in this process, on a free port of the loopback, with a data directory of its own. */
export interface TestServer {
  url: string;
  store: HeldStore;
  /** What it logged, one JSON a line. */
  logged(): string;
  /** Kills it as a power cut would, as far as its files are concerned, and starts another on them. */
  restart(): Promise<TestServer>;
}

export interface TestServerOptions {
  time?: Time;
  publicUrl?: string;
  planner?: Planner;
}

export async function startServer(options: TestServerOptions = {}): Promise<TestServer> {
  return start(mkdtempSync(join(tmpdir(), 'tablecloth-')), options);
}

async function start(dataDir: string, options: TestServerOptions): Promise<TestServer> {
  const { time = realTime, publicUrl = null } = options;
  let logged = '';
  const log = makeLog('info', {
    write(line: string) {
      logged += line;
    },
  });
  const opened: Store = await openStore(dataDir);
  const store = holdStore(opened);
  const config = { port: 0, host: '127.0.0.1', dataDir, publicUrl };
  const client = join(dataDir, 'client');
  const app: App = await startApp({
    ...{ config, store, time, random: () => 0, log, client },
    planner: options.planner ?? samePlanner,
  });
  onTestFinished(async () => {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return {
    url: `http://127.0.0.1:${String(app.port)}`,
    store,
    logged: () => logged,
    restart: async () => {
      const copy = mkdtempSync(join(tmpdir(), 'tablecloth-'));
      for (const file of ['tablecloth.db', 'tablecloth.db-wal', 'server.key']) {
        cpSync(join(dataDir, file), join(copy, file), { force: true });
      }
      return start(copy, options);
    },
  };
}

/** A POST, GET or DELETE of the API; the answer's JSON whatever its status. */
export async function call<T>(
  server: Pick<TestServer, 'url'>,
  method: string,
  path: string,
  { body, session }: { body?: unknown; session?: string } = {},
): Promise<{ status: number; json: T }> {
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(session === undefined ? {} : { Authorization: `Bearer ${session}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, json: (await response.json()) as T };
}

/** Two tables, two rounds of five minutes, nobody listed. */
export async function makeSmallCafe(server: TestServer): Promise<MadeCafe> {
  const body = smallCafe({ title: 'Small', tables: 2, rounds: 2, minutes: 5 });
  const { status, json } = await call<MadeCafe>(server, 'POST', '/api/cafes', { body });
  if (status !== 201) throw new Error(JSON.stringify(json));
  return json;
}
