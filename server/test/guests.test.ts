import { expect, test } from 'vitest';
import type { MadeCafe } from '@tablecloth/shared/protocol';
import { call, startServer } from './fixture.ts';
import { Phone } from './phone.ts';
import { nextUntil } from './round.ts';

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
