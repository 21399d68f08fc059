/** Tables planned ahead, over real sockets: on phones at the door, after a power cut, and kept on the day. */
import type { Listed } from '@tablecloth/shared/cafe';
import type { ExchangeAnswer, MadeCafe } from '@tablecloth/shared/protocol';
import { smallCafe } from '@tablecloth/shared/sample';
import { expect, test } from 'vitest';
import { call, startServer } from './fixture.ts';
import { Phone, join } from './phone.ts';
import { nextUntil } from './round.ts';

const NAMES = 'Ada Bob Cem Dee Eve Fay Gus Hal Ida Jo Kim Lou'.split(' ');
const people: Listed[] = NAMES.map((name, i) => ({
  ...{ id: name.toLowerCase(), name, team: `team${String((i % 3) + 1)}`, withoutPhone: i === 8 },
  ...{ fixedAt: null, goesWith: null },
}));

function founding() {
  const { definition } = smallCafe({ title: 'Tea', tables: 3, rounds: 2, minutes: 15 });
  const teams = definition.tables.map(({ id, number }) => ({
    ...{ id: `team${String(number)}`, name: `Team ${String(number)}`, topic: '', question: '' },
    homeTable: id,
  }));
  return { people, definition: { ...definition, hostsPerTable: 2, teams } };
}

test('planned before the doors, on phones at the door, kept for who comes, and still there after a power cut', async () => {
  const server = await startServer();
  const { json: made } = await call<MadeCafe>(server, 'POST', '/api/cafes', { body: founding() });
  const before = new Phone(server, made.session);
  expect(await before.command({ kind: 'planAhead', how: 'keep' })).toMatchObject({ ok: true });
  const { people: listed } = await before.sees('facilitator', ({ planned }) => planned !== null);
  const again = await server.restart();
  const facilitator = new Phone(again, made.session);
  const { planned } = await facilitator.sees('facilitator', (view) => view.planned !== null);
  expect(planned).toMatchObject({ people: 12, without: 0, changed: 0 });

  const link = made.links.teams[0]?.link ?? '';
  const { json: team } = await call<ExchangeAnswer>(again, 'POST', '/api/exchange', {
    body: { secret: new URL(link).hash.slice(1) },
  });
  const { json: day } = await call<{ hosting: { names: string[] }[] }>(again, 'GET', '/api/team', {
    session: team.session,
  });
  expect(day.hosting.map(({ names }) => names.length)).toEqual([2, 2]);

  await facilitator.next();
  const [hostedFirst = ''] = day.hosting[0]?.names ?? [];
  const host = await join(again, made.code, hostedFirst, 'team1');
  const { tables, hosting, hostsBeside, pages } = await host.sees('person');
  expect([tables[0], hosting[0], pages]).toEqual(['t1', true, []]);
  expect(hostsBeside?.[0]).toEqual(day.hosting[0]?.names.slice(1));
  const bob = await join(again, made.code, 'Bob', 'team2');
  const zoe = await join(again, made.code, 'Zoë', null);
  expect((await zoe.sees('person')).tables).toEqual([null, null]);

  await nextUntil(facilitator, 1);
  const seatsOf = (id: string) => listed.find((one) => one.id === id)?.planned?.tables;
  const told = await bob.sees('person', ({ day: sum }) => sum !== undefined);
  expect(told.tables).toEqual(seatsOf('bob'));
  expect((await zoe.sees('person', (view) => view.tables[0] != null)).tables).not.toContain(null);
  const { quality } = await facilitator.sees('facilitator', (view) => view.quality !== null);
  expect(quality).toMatchObject({ people: 3, kept: 2 });

  // Who comes late has the slip that was printed.
  await facilitator.command({ kind: 'checkIn', person: 'ida' });
  const { people: now } = await facilitator.sees('facilitator', (view) =>
    view.people.some(({ id, here }) => id === 'ida' && here),
  );
  expect(now.find(({ id }) => id === 'ida')?.tables).toEqual(seatsOf('ida'));
});
