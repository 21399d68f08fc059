/** The table of contents: everything the server is made of, and what is tied to what. */
import { LIMITS, deadline, type Cafe, type CafeId } from '@tablecloth/shared/cafe';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serverKey } from './capabilities/server-key.ts';
import { teamLinkGrants } from './capabilities/links.ts';
import { Sessions } from './capabilities/sessions.ts';
import { Cafes } from './cafes/cafes.ts';
import { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { Guests } from './guests/guests.ts';
import { baseAddress } from './http/address.ts';
import { loadAssets } from './http/assets.ts';
import { askedBy } from './http/bearer.ts';
import { doorRoutes } from './http/doors.ts';
import { makeHttp } from './http/http.ts';
import { makeRoutes } from './http/make.ts';
import { ownCafeRoutes } from './http/own-cafe.ts';
import { ownTeamRoutes } from './http/own-team.ts';
import { pageRoutes } from './http/pages.ts';
import { receiptRoutes } from './http/receipts.ts';
import { Keeper } from './keeper.ts';
import type { Log } from './log.ts';
import { Corrections } from './notes/corrections.ts';
import { Erasing } from './notes/erasing.ts';
import { Heard } from './notes/heard.ts';
import { makeIngress } from './notes/ingress.ts';
import type { PageMemory } from './notes/page-memory.ts';
import { Pages } from './notes/pages.ts';
import { standingOn } from './notes/read-page.ts';
import { Tick } from './notes/tick.ts';
import { packRoutes } from './packs/pack-routes.ts';
import type { Planner } from './planner/planner.ts';
import { Arrivals } from './sockets/arrivals.ts';
import { acceptConnections, end, endSessions, endWhoIsGone } from './sockets/accept.ts';
import { Connections, roomOf } from './sockets/connection.ts';
import { makeIo } from './sockets/io.ts';
import { LateAnswers } from './sockets/late-answers.ts';
import { messages } from './sockets/messages.ts';
import { socketOutbound } from './sockets/outbound.ts';
import { nextStepsOf } from './sockets/next-steps.ts';
import { Panel } from './sockets/panel.ts';
import { phonesOf } from './sockets/phones.ts';
import { Presence } from './sockets/presence.ts';
import { silentTablesOf } from './sockets/silent-tables.ts';
import { Views } from './sockets/views.ts';
import { Waiting } from './sockets/waiting.ts';
import type { Receipt, Store } from './store/store.ts';
import type { Time } from './time.ts';

/** How often memory nobody needs is let go. */
const SWEEP_MS = 60_000;

export interface AppOptions {
  config: Pick<Config, 'port' | 'host' | 'dataDir' | 'publicUrl'>;
  store: Store;
  time: Time;
  /** From 0 up to 1; decides when simulated people write what, nothing else. */
  random: () => number;
  log: Log;
  planner: Planner;
  /** Where the built client is. */
  client: string;
}

export interface App {
  /** The port it listens on. */
  port: number;
  /** Stops taking anything in, stores what waits, and lets go of everything, the store too. */
  close(): Promise<void>;
}

/** Starts the server; resolves when it listens and every café's clock runs. */
export async function startApp(options: AppOptions): Promise<App> {
  const { config, store, time, random, log, planner, client } = options;
  const { publicUrl, host } = config;
  const key = serverKey(config.dataDir);
  // Socket.IO takes its own requests out before this listener, but only if it was here first.
  const server = createServer((request, response) => {
    http(request, response);
  });
  const io = makeIo(server, publicUrl);

  const pages = new Pages(store, log);
  const cafes = new Cafes({
    ...{ store, time, log, planner },
    cardsOn: async (cafe, page) => standingOn(await pages.get(cafe, page)),
    teamLinks: (cafe, teams, now) => teamLinkGrants(key, cafe, teams, now),
  });
  const sessions = new Sessions(store, (_, ended) => {
    endSessions(io, ended);
  });
  const clock = new Clock(time, async (id) => {
    const live = await cafes.get(id);
    if (live === null) return null;
    const { ok } = await live.tick();
    return ok ? deadline(live.cafe) : time.now() + LIMITS.clockSleepMsMax;
  });

  const cafeOf = (id: CafeId): Cafe | null => cafes.peek(id)?.cafe ?? null;
  const waiting = new Waiting({ io, time, log }, cafeOf);
  const outbound = new Heard(waiting.hearing(socketOutbound(io)));
  const lateAnswers = new LateAnswers({ time, pages, outbound });
  const shown = (page: PageMemory): void => {
    nextSteps.changed(page.cafe);
    panel.written(page);
    silentTables.changed(page.cafe);
  };
  const tick = new Tick({ store, time, log, pages, outbound, shown }, (author, entry) => {
    // What cannot be judged anew now is still in the phone's outbox.
    ingress.enter(author, entry).catch((error: unknown) => {
      log.error({ cafe: author.cafe, page: entry.page, err: error }, 'an entry was not judged');
    });
  });
  const ingress = makeIngress({
    cafes,
    pages,
    outbound,
    dirty: () => {
      tick.wake();
    },
    early: (author, { page, replica }) => {
      lateAnswers.early({ author, page, replica });
    },
  });
  const corrections = new Corrections(
    { time, key, pages, ingress, heard: outbound },
    (cafe, page) => {
      io.to(roomOf(cafe, 'everyone')).emit('read again', { page });
    },
  );
  const erasing = new Erasing({ store, time, cafes, pages, tick });
  const guests = new Guests({ time, ingress, pages, random });

  const connections = new Connections();
  const views = new Views(io, time, connections);
  const presence = new Presence();
  const phones = phonesOf({ io, time, log, connections }, cafeOf, (id) => guests.people(id));
  const nextSteps = nextStepsOf({ io, time, log, pages }, cafeOf);
  const silentTables = silentTablesOf({ io, time, log, pages }, cafeOf);
  const arrivals = new Arrivals({ io, time, log }, cafeOf);
  const panel = new Panel({ io, time, log, pages }, cafeOf);
  const around = {
    store,
    time,
    log,
    cafes,
    pages,
    ingress,
    outbound,
    views,
    presence,
    lateAnswers,
    waiting,
    arrivals,
    erasing,
  };
  const receivers = messages(around);
  acceptConnections({
    ...around,
    io,
    sessions,
    connections,
    phones,
    nextSteps,
    silentTables,
    panel,
    receivers,
  });

  cafes.onChange((before, after) => {
    clock.set(after.id, deadline(after));
    views.changed(before, after);
    lateAnswers.changed(before, after);
    guests.changed(before, after);
    panel.changed(before, after);
    const isSame =
      before.definition.teams === after.definition.teams &&
      before.tablePhones === after.tablePhones;
    if (!isSame) endWhoIsGone(connections, after);
    if (before.openRound !== after.openRound) nextSteps.changed(after.id);
    if (before.openRound !== after.openRound || before.itineraries !== after.itineraries) {
      silentTables.changed(after.id);
    }
    if (before.people !== after.people) phones.changed(after.id);
    if (before.people !== after.people || before.itineraries !== after.itineraries) {
      arrivals.changed(after.id);
    }
  });

  async function remove(cafe: CafeId): Promise<Receipt | null> {
    const receipt = await cafes.delete(cafe);
    clock.set(cafe, null);
    guests.forget(cafe);
    pages.forget(cafe);
    for (const part of [
      views,
      phones,
      nextSteps,
      silentTables,
      panel,
      arrivals,
      waiting,
      lateAnswers,
    ])
      part.forget(cafe);
    for (const connection of connections.of(cafe)) end(connection, 'cafe deleted');
    return receipt;
  }

  const ask = askedBy({ sessions, cafes });
  const baseOf = baseAddress(publicUrl, host);
  const http = makeHttp({
    store,
    log,
    publicUrl,
    api: [
      makeRoutes({ store, time, clock, key, baseOf }),
      doorRoutes({ store, time, cafes, sessions, connections }),
      receiptRoutes({ store }),
      packRoutes({ store, time, ask }),
      ownCafeRoutes({ store, key, ask, baseOf, guests, corrections, remove }),
      ownTeamRoutes({ ask, time, corrections }),
    ],
    pages: pageRoutes(loadAssets(client)),
  });

  let stopSweeping = sweep();
  function sweep(): () => void {
    return time.after(SWEEP_MS, () => {
      pages.release(({ cafe }) => connections.of(cafe).size > 0);
      cafes.release((id) => connections.of(id).size > 0);
      stopSweeping = sweep();
    });
  }

  for (const { id, due, number } of await store.dueCafes()) {
    // Without a fact it was being made or deleted when the server went down, and is nobody's.
    if (number === 0) await store.deleteCafe(id, time.now());
    else clock.set(id, due);
  }
  const keeper = new Keeper({ store, time, log, cafes }, remove);
  keeper.start();
  const port = await listen(server, config.port, host);

  return {
    port,
    async close() {
      stopSweeping();
      clock.stop();
      server.close();
      await keeper.stop();
      await cafes.drained();
      await planner.close();
      await tick.flush();
      await io.close();
      server.closeAllConnections();
      await store.close();
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
