/** People pick their tables over real sockets: the last chair, what phones are told, simulated people. */
import { expect, test } from 'vitest';
import { smallCafe } from '@tablecloth/shared/sample';
import type { MadeCafe } from '@tablecloth/shared/protocol';
import { call, startServer, type TestServer } from './fixture.ts';
import { Phone, join } from './phone.ts';
import { nextUntil } from './round.ts';

async function makePicking(server: TestServer, pace = 1): Promise<MadeCafe> {
  const { definition, people } = smallCafe({
    ...{ title: 'Pick', tables: 3, rounds: 2, minutes: 6, chairs: 1, pace },
  });
  const body = { definition: { ...definition, seating: 'pick' as const }, people };
  const { status, json } = await call<MadeCafe>(server, 'POST', '/api/cafes', { body });
  expect(status).toBe(201);
  return json;
}

test('of two who tap the last chair one gets it, and both are told what is left', async () => {
  const server = await startServer();
  const made = await makePicking(server);
  const facilitator = new Phone(server, made.session);
  await facilitator.next();
  const ada = await join(server, made.code, 'Ada');
  const ben = await join(server, made.code, 'Ben');
  const cem = await join(server, made.code, 'Cem');
  const dina = await join(server, made.code, 'Dina');
  expect((await ada.sees('cafe')).seating).toBe('pick');
  expect(await ada.command({ kind: 'sit', table: 't1' })).toMatchObject({
    refusal: { code: 'not seated' },
  });
  await facilitator.next();
  await facilitator.next();
  expect((await ada.sees('chairs')).left).toEqual([1, 1, 1]);
  for (const phone of [ada, ben]) {
    expect(await phone.command({ kind: 'sit', table: 't1', round: 1 })).toMatchObject({ ok: true });
  }
  const race = await Promise.all(
    [cem, dina].map((phone) => phone.command({ kind: 'sit', table: 't1', round: 1 })),
  );
  expect(race.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(race.find(({ ok }) => !ok)).toMatchObject({
    refusal: {
      code: 'table full',
      sentence: 'Every chair at that table is taken. Choose another one.',
    },
  });
  const loser = race[0]?.ok === true ? dina : cem;
  expect((await loser.sees('chairs', ({ left }) => left[0] === -2)).left).toEqual([-2, 1, 1]);

  // One of them changes: only then there is a chair, and "anywhere" is not where all sit.
  await ada.command({ kind: 'sit', table: 't2', round: 1 });
  expect((await loser.sees('chairs', ({ left }) => left[0] === -1)).left).toEqual([-1, 0, 1]);
  await loser.command({ kind: 'sitAnywhere', round: 1 });
  expect((await loser.sees('person', ({ tables }) => tables[0] !== null)).tables[0]).toBe('t3');

  // Rights follow the pick, and a chair is a promise: it is the same after a power cut.
  await nextUntil(facilitator, 1);
  expect(await loser.ask('open page', { page: 't3.1' })).toMatchObject({ ok: true });
  expect(await loser.ask('open page', { page: 't1.1' })).toMatchObject({ ok: false });
  const again = await server.restart();
  expect((await new Phone(again, loser.session).sees('person')).tables[0]).toBe('t3');
});

test('simulated people pick a table each, and who comes later does too', async () => {
  const server = await startServer();
  const made = await makePicking(server, 60);
  const { session } = made;
  const facilitator = new Phone(server, session);
  await facilitator.next();
  const fill = (count: number) =>
    call<object>(server, 'POST', '/api/cafe/guests', { session, body: { count } });
  await fill(6);
  await facilitator.next();
  await facilitator.next();
  const seated = (count: number) =>
    facilitator.sees(
      'facilitator',
      ({ people }) => people.filter(({ tables }) => tables[0] != null).length === count,
    );
  await seated(6);
  await fill(1);
  await seated(7);
});
