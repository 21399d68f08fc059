/** A café needs nobody's phone: clock and screen run by themselves, and a phone a table is plenty. */
import { runsByItself, type ClockView } from '@tablecloth/shared/cafe';
import type { WholeCafe } from '@tablecloth/shared/harvest';
import type { ExchangeAnswer, MadeCafe } from '@tablecloth/shared/protocol';
import { sampleCafe } from '@tablecloth/shared/sample';
import { expect, test } from 'vitest';
import { FakeTime } from './fake-time.ts';
import { call, startServer, type TestServer } from './fixture.ts';
import { Phone, Replica, join } from './phone.ts';

const NINE = Date.UTC(2026, 2, 3, 9);
const { definition, people } = sampleCafe(null);
const { programme } = definition;

/** The sample café with its facilitator and screen; time passes only when the story says so. */
async function openSample() {
  const time = new FakeTime(NINE);
  const server = await startServer({ time });
  const { json: made } = await call<MadeCafe>(server, 'POST', '/api/cafes/sample', { body: {} });
  const facilitator = new Phone(server, made.session);
  const body = { secret: made.links.screen.split('#')[1] };
  const { json } = await call<ExchangeAnswer>(server, 'POST', '/api/exchange', { body });
  const screen = new Phone(server, json.session);
  await screen.sees('room');
  return { time, server, made, facilitator, screen };
}

/** Lets the café go on to its next step: its own bell rings it, or else the facilitator presses. */
async function goOn({ time, facilitator, screen }: Awaited<ReturnType<typeof openSample>>) {
  const { phase, stage } = await facilitator.sees('clock');
  const step = stage.at === 'step' ? programme[stage.index] : undefined;
  if (stage.at === 'step' && step !== undefined && runsByItself(step)) {
    await time.pass(stage.endsAt - time.now() - 1);
    await screen.settled();
    expect((await screen.sees('clock')).phase).toBe(phase);
    await time.pass(1);
  } else {
    expect(await facilitator.command({ kind: 'next', phase })).toMatchObject({ ok: true });
  }
  const later = (view: ClockView): boolean => view.phase > phase;
  await facilitator.sees('clock', later);
  return (await screen.sees('clock', later)).stage;
}

/** Lines that ask for somebody's attention. */
function warnings(server: TestServer): string[] {
  return server
    .logged()
    .split('\n')
    .filter((line) => line !== '' && (JSON.parse(line) as { level: number }).level >= 40);
}

test('with no phone at all every step comes by its clock and the screen shows each', async () => {
  const room = await openSample();
  const seen: number[] = [];
  let endsAt = 0;
  for (;;) {
    const stage = await goOn(room);
    if (stage.at !== 'step') {
      expect(stage.at).toBe('closed');
      break;
    }
    const before = programme[stage.index - 1];
    if (before !== undefined && runsByItself(before)) expect(stage.startedAt).toBe(endsAt);
    ({ endsAt } = stage);
    seen.push(stage.index);
  }
  expect(seen).toEqual(programme.map((_, index) => index));
  expect(await room.screen.sees('room')).toEqual({ here: 0 });
  expect(warnings(room.server)).toEqual([]);
});

test('with one phone a table everybody is told a seat, every word is kept and nothing is amiss', async () => {
  const room = await openSample();
  const { time, server, made, facilitator, screen } = room;
  await goOn(room);
  const hosts = definition.tables.map(({ id }) => {
    const team = definition.teams.find(({ homeTable }) => homeTable === id)?.id ?? null;
    return people.find((person) => person.team === team && !person.withoutPhone);
  });
  const phones: Phone[] = [];
  for (const host of hosts) {
    if (host !== undefined) phones.push(await join(server, made.code, host.name, host.team));
  }
  expect(phones).toHaveLength(definition.tables.length);
  for (const { id } of people.filter((person) => !hosts.includes(person))) {
    expect(await facilitator.command({ kind: 'checkIn', person: id })).toMatchObject({ ok: true });
  }
  await time.pass(1_000);
  await screen.sees('room', ({ here }) => here === people.length);

  const written: string[] = [];
  for (;;) {
    const stage = await goOn(room);
    if (stage.at !== 'step') break;
    const step = programme[stage.index];
    if (step?.kind !== 'round' && step?.kind !== 'home') continue;
    const { round } = step;
    if (step.kind === 'round') {
      await facilitator.sees('facilitator', (view) =>
        view.people.every(({ tables }) => tables[round - 1] != null),
      );
    }
    for (const [nth, phone] of phones.entries()) {
      await phone.sees('clock', ({ openRound }) => openRound === round);
      const { tables } = await phone.sees('person');
      const table = tables[round - 1];
      // Whoever belongs to no team has no table of their own to go back to.
      if (table == null) continue;
      const page = `${table}.${String(round)}`;
      expect(await phone.ask('open page', { page })).toMatchObject({ ok: true, locked: false });
      const text = `Phone ${String(nth)} in round ${String(round)}`;
      const replica = new Replica(page);
      phone.socket.emit('entry', replica.write(text));
      await phone.settled();
      await time.pass(100);
      await phone.got('saved', (message) => message.replica === replica.id);
      written.push(text);
    }
  }
  expect(written.length).toBeGreaterThanOrEqual(3 * phones.length);
  const { session } = made;
  const { json: whole } = await call<WholeCafe>(server, 'GET', '/api/cafe/pack.json', { session });
  const kept = whole.pages.flatMap(({ cards }) => cards.map(({ text }) => text));
  expect(kept.sort()).toEqual(written.sort());
  expect(warnings(server)).toEqual([]);
}, 60_000);
