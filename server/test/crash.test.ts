/** The built server, killed: what it said was saved is there, and everybody goes on where they were. */
import { stepMs, type ClockView } from '@tablecloth/shared/cafe';
import type { WholeCafe } from '@tablecloth/shared/harvest';
import type { ExchangeAnswer, JoinAnswer, MadeCafe } from '@tablecloth/shared/protocol';
import { smallCafe } from '@tablecloth/shared/sample';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { expect, onTestFinished, test } from 'vitest';
import { BuiltServer, type Started } from './crash/built-server.ts';
import { Listener, Writer } from './crash/writer.ts';
import { call } from './fixture.ts';

/** A round lasts five seconds, a move two, the grace one. */
const FOUNDING = smallCafe({ title: 'Killed', tables: 3, rounds: 3, minutes: 5, pace: 60 });
const PEOPLE = 12;
const WRITE_EVERY_MS = 150;
/** How late a bell may be heard while the server runs, and a new step after it is ready again. */
const BELL_MS = 250;
const BACK_MS = 1_000;

/** A quiet machine starts the server in less. */
const QUIET_START_MS = 500;

/**
 * By how much a busy machine may be later than a quiet one, by how long a start takes it: fourteen
 * clients and the server wait for the same processors, so twice as slow is four times as late.
 */
function patience({ tookMs }: Started): number {
  return Math.max(1, (tookMs / QUIET_START_MS) ** 2);
}

function backBy(started: Started): number {
  return started.readyAt + BACK_MS * patience(started);
}

interface Room {
  server: BuiltServer;
  made: MadeCafe;
  facilitator: Listener;
  writers: Writer[];
  everybody: Listener[];
}

async function openRoom(): Promise<Room> {
  const server = await BuiltServer.start();
  const { json: made } = await call<MadeCafe>(server, 'POST', '/api/cafes', { body: FOUNDING });
  const facilitator = new Listener(server, made.session);
  const screenLink = { secret: made.links.screen.split('#')[1] };
  const { json } = await call<ExchangeAnswer>(server, 'POST', '/api/exchange', {
    body: screenLink,
  });
  const screen = new Listener(server, json.session);
  await facilitator.phone.next();
  const writers: Writer[] = [];
  for (let n = 1; n <= PEOPLE; n += 1) {
    const name = `Person ${String(n)}`;
    const body = { door: made.code, name, team: null, claim: null };
    const joined = await call<JoinAnswer>(server, 'POST', '/api/join', { body });
    writers.push(new Writer(server, joined.json.session, name));
  }
  await Promise.all(writers.map(({ phone }) => phone.sees('person')));
  for (const phase of [1, 2]) {
    await facilitator.phone.sees('clock', (view) => view.phase === phase);
    await facilitator.phone.next();
  }
  return { server, made, facilitator, writers, everybody: [facilitator, screen, ...writers] };
}

/** The moment at which something is done is what these stories are about; nothing is waited out. */
function moment(at: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, at - Date.now()));
}

function inRound(round: number): (view: ClockView) => boolean {
  const index = FOUNDING.definition.programme.findIndex(
    (step) => step.kind === 'round' && step.round === round,
  );
  return ({ stage }) => stage.at === 'step' && stage.index === index;
}

function endOf({ stage }: ClockView): number {
  if (stage.at !== 'step') throw new Error(`nothing runs: ${stage.at}`);
  return stage.endsAt;
}

interface Outage extends Started {
  killedAt: number;
}

/** Extends the round, kills the server at that moment, starts it again and looks at everything. */
async function kill(room: Room, at: (clock: ClockView) => number): Promise<Outage> {
  const { server, facilitator, writers, everybody } = room;
  const before = await facilitator.phone.sees('clock');
  const wish = { kind: 'extend', endsAt: endOf(before), minutes: 1 } as const;
  const id = uuid();
  const answer = await facilitator.phone.command(wish, id);
  expect(answer).toMatchObject({ ok: true });
  const extended = await facilitator.phone.sees('clock', (view) => endOf(view) > wish.endsAt);
  await moment(at(extended));

  const seats = await Promise.all(writers.map(({ phone }) => phone.sees('person')));
  // Sent with the kill, so these words cannot have been saved.
  for (const writer of writers) writer.write();
  const killedAt = Date.now();
  const ended = server.end('SIGKILL');
  for (const { unsaved } of writers) expect(unsaved).not.toEqual([]);
  await ended;
  for (const { phone } of everybody) phone.received.length = 0;
  const due = await server.stored(async (store) => (await store.dueCafes())[0]?.due);
  expect(due).toBe(endOf(extended));
  const isOverBell = killedAt > endOf(extended) - BELL_MS;
  if (isOverBell) await moment(endOf(extended));
  const started = await server.start();

  const after = await facilitator.phone.sees('clock');
  if (after.phase === extended.phase) expect(after).toEqual(extended);
  else expectOnTime(extended, after);
  expect(await Promise.all(writers.map(({ phone }) => phone.sees('person')))).toEqual(seats);
  expect(await facilitator.phone.command(wish, id)).toEqual(answer);
  if (isOverBell) {
    const later = (view: ClockView): boolean => view.phase > extended.phase;
    await Promise.all(everybody.map(({ phone }) => phone.sees('clock', later)));
    for (const { turns } of everybody) {
      const heard = [...turns].filter(([phase]) => phase > extended.phase);
      const first = Math.min(...heard.map(([, { heardAt }]) => heardAt));
      expect(first - backBy(started)).toBeLessThanOrEqual(0);
    }
  }
  return { killedAt, ...started };
}

/** Steps that began while nobody was there count from the deadlines that were missed. */
function expectOnTime(before: ClockView, after: ClockView): void {
  if (after.stage.at !== 'step' || before.stage.at !== 'step') throw new Error('nothing runs');
  const { programme, pace } = FOUNDING.definition;
  const missed = programme.slice(before.stage.index + 1, after.stage.index);
  expect(after.stage.startedAt).toBe(
    missed.reduce((end, step) => end + stepMs(step, pace), before.stage.endsAt),
  );
}

test('killed five times, twice over a bell, everybody sits where they sat and every saved word is there', async () => {
  const soon = fc.integer({ min: 200, max: 1_800 });
  const nearBell = fc.integer({ min: 40, max: 200 });
  await fc.assert(
    fc.asyncProperty(fc.tuple(soon, nearBell, soon, soon, nearBell), async (moments) => {
      const room = await openRoom();
      const { server, made, facilitator, writers, everybody } = room;
      const writing = writers.map((writer, nth) => {
        const every = WRITE_EVERY_MS + nth;
        return setInterval(() => {
          writer.write();
        }, every);
      });
      onTestFinished(() => {
        for (const one of writing) clearInterval(one);
      });
      const outages: Outage[] = [];
      for (const [nth, ms] of moments.entries()) {
        await facilitator.phone.sees('clock', inRound([1, 1, 2, 3, 3][nth] ?? 1));
        const isOverBell = nth === 1 || nth === 4;
        const now = Date.now();
        outages.push(await kill(room, (clock) => (isOverBell ? endOf(clock) - ms : now + ms)));
      }
      const isLast = ({ stage }: ClockView): boolean =>
        stage.at === 'step' && stage.index === FOUNDING.definition.programme.length - 1;
      for (const { phone } of everybody) await phone.sees('clock', isLast);
      for (const one of writing) clearInterval(one);

      // Bells: on time where the server was up, else as soon as it was back.
      const bellMs = BELL_MS * Math.max(...outages.map(patience));
      for (const { turns } of everybody) {
        for (const { heardAt, clock } of turns.values()) {
          if (clock.stage.at !== 'step' || clock.stage.index < 3) continue;
          const { startedAt } = clock.stage;
          const outage = outages.find(
            (one) => startedAt >= one.killedAt - BELL_MS && startedAt <= backBy(one),
          );
          const latest = Math.max(startedAt + bellMs, outage === undefined ? 0 : backBy(outage));
          expect(heardAt - latest).toBeLessThanOrEqual(0);
        }
      }

      await Promise.all(writers.map((writer) => writer.allSaved()));
      expect(writers.flatMap(({ refused }) => refused)).toEqual([]);
      expect(writers.flatMap(({ lost }) => lost)).toEqual([]);
      expect(writers.reduce((sum, { resent }) => sum + resent, 0)).toBeGreaterThan(0);
      const whole = await call<WholeCafe>(server, 'GET', '/api/cafe/pack.json', {
        session: made.session,
      });
      const kept = whole.json.pages.flatMap(({ table, round, cards, late }) =>
        [...cards, ...late.flatMap((leaf) => leaf.cards)].map(({ text }) => ({
          page: `${table}.${String(round)}`,
          text,
        })),
      );
      const byText = (a: { text: string }, b: { text: string }): number =>
        a.text < b.text ? -1 : 1;
      const written = writers.flatMap((writer) => writer.written);
      expect(kept.sort(byText)).toEqual(written.sort(byText));
    }),
    // A failure prints its moments and the seed that leads to them.
    { numRuns: 1, endOnFailure: true },
  );
}, 120_000);

test('told to stop, it stores what it has admitted, ends with 0 within five seconds and goes on later', async () => {
  const { server, made, facilitator, writers } = await openRoom();
  for (const { phone } of writers) await phone.sees('clock', inRound(1));
  const clock = await facilitator.phone.sees('clock');
  for (const writer of writers) writer.write();
  const names = writers.flatMap(({ unsaved }) => unsaved);
  expect(names).toHaveLength(PEOPLE);
  // What the server has read it has admitted; that it is stored is not said yet, or only just.
  await Promise.all(writers.map(({ phone }) => phone.settled()));
  const askedAt = Date.now();
  expect(await server.end('SIGTERM')).toBe(0);
  expect(Date.now() - askedAt).toBeLessThan(5_000);
  expect(await server.stored((store) => store.lastSaved(made.cafe, names))).toEqual(names);
  facilitator.phone.received.length = 0;
  await server.start();
  await Promise.all(writers.map((writer) => writer.allSaved()));
  const after = await facilitator.phone.sees('clock');
  if (after.phase === clock.phase) expect(after).toEqual(clock);
  else expectOnTime(clock, after);
}, 60_000);
