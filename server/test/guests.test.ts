import { expect, test } from 'vitest';
import type { MadeCafe } from '@tablecloth/shared/protocol';
import { NEXT_STEPS } from '../src/guests/words.ts';
import { call, startServer } from './fixture.ts';
import { Phone, Replica, join } from './phone.ts';
import { nextUntil } from './round.ts';
import { makeTeams, write } from './teams.ts';

test('simulated people join, are counted as connected, sit down and write at their tables', async () => {
  const server = await startServer();
  const body = { pace: 60 };
  const { json: made } = await call<MadeCafe>(server, 'POST', '/api/cafes/sample', { body });
  const { session } = made;
  const fill = (count: number) =>
    call<object>(server, 'POST', '/api/cafe/guests', { session, body: { count } });
  expect(await fill(110)).toMatchObject({ status: 409, json: { refusal: { code: 'not open' } } });
  expect(await fill(0)).toMatchObject({
    status: 400,
    json: { refusal: { code: 'not understood' } },
  });

  const facilitator = new Phone(server, session);
  await facilitator.next();
  expect(await fill(112)).toMatchObject({ status: 201, json: { added: 112 } });
  const { people } = await facilitator.sees(
    'facilitator',
    (view) => view.people.filter(({ here }) => here).length === 112,
  );
  expect(people.filter(({ withoutPhone, here }) => withoutPhone && here)).toEqual([]);
  await facilitator.got('phones', ({ connected, away }) => connected === 112 && away === 0);
  await nextUntil(facilitator, 1);
  const { people: seated } = await facilitator.sees(
    'facilitator',
    (view) => view.people.filter(({ tables }) => tables[0] != null).length >= 112,
  );
  const page = `${seated.find(({ here }) => here)?.tables[0] ?? ''}.1`;
  expect(await facilitator.ask('open page', { page })).toMatchObject({ ok: true });
  await facilitator.got('entries', (message) => message.page === page);
  const read = await facilitator.ask('read page', { page });
  expect(read.ok && read.cards.length).toBeGreaterThan(0);
}, 60_000);

test('at home one of each simulated team, who has hosted, writes what, who and by when', async () => {
  const server = await startServer();
  const made = await makeTeams(server, { pace: 30, hostsPerTable: 1 });
  const { session } = made;
  const facilitator = new Phone(server, session);
  await facilitator.next();
  await call<object>(server, 'POST', '/api/cafe/guests', { session, body: { count: 8 } });
  await nextUntil(facilitator, 3);
  const { people } = await facilitator.sees('facilitator', (view) => view.people.length === 8);
  await facilitator.got('next steps', ({ written }) => written.length === 2);
  for (const [team, table] of [
    ['team1', 't1'],
    ['team2', 't2'],
  ] as const) {
    const read = await facilitator.ask('read page', { page: `${table}.3` });
    const cards = read.ok ? read.cards : [];
    expect(cards.map(({ kind }) => kind).sort()).toEqual(['next', 'when', 'who']);
    const [agreed] = cards.filter(({ kind }) => kind === 'next');
    expect(NEXT_STEPS.map(({ next }) => next)).toContain(agreed?.text);
    const hosts = people.filter((one) => one.team === team && one.hosting.includes(true));
    const [who] = cards.filter(({ kind }) => kind === 'who');
    expect(hosts.map(({ name }) => name.split(' ')[0])).toContain(who?.text);
  }
}, 30_000);

test('simulated people write no next step where their team has begun one', async () => {
  const server = await startServer();
  const made = await makeTeams(server, { pace: 15 });
  const { session } = made;
  const facilitator = new Phone(server, session);
  await facilitator.next();
  const ada = await join(server, made.code, 'Ada', 'team1');
  await call<object>(server, 'POST', '/api/cafe/guests', { session, body: { count: 8 } });
  await nextUntil(facilitator, 3);
  await ada.sees('clock', ({ openRound }) => openRound === 3);
  await write(ada, new Replica('t1.3'), 'Call them', 'next');
  await facilitator.got('next steps', ({ written }) => written.length === 2);
  const read = await facilitator.ask('read page', { page: 't1.3' });
  expect(read.ok && read.cards.map(({ text }) => text)).toEqual(['Call them']);
}, 30_000);
