/** What a team's link can do before the day, over HTTP as its page does it. */
import type { TeamDay } from '@tablecloth/shared/cafe';
import type { ExchangeAnswer, MadeCafe, WireRefusal } from '@tablecloth/shared/protocol';
import { sampleCafe } from '@tablecloth/shared/sample';
import { v4 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { call, startServer, type TestServer } from './fixture.ts';
import { Phone } from './phone.ts';

const OPENS = 1_790_000_000_000;

async function sample(server: TestServer) {
  const body = sampleCafe(OPENS);
  const { json: made } = await call<MadeCafe>(server, 'POST', '/api/cafes', { body });
  const link = (team: string) =>
    new URL(made.links.teams.find((one) => one.team === team)?.link ?? '').hash.slice(1);
  const open = async (team: string) => {
    const body = { secret: link(team) };
    const { json } = await call<ExchangeAnswer>(server, 'POST', '/api/exchange', { body });
    return json.session;
  };
  return { made, open };
}

type Answer = { factNumber: number } | { refusal: WireRefusal };
const send = (server: TestServer, session: string, command: object, id = uuid()) =>
  call<Answer>(server, 'POST', '/api/cafe/commands', { session, body: { id, command } });
const day = async (server: TestServer, session: string) =>
  (await call<TeamDay>(server, 'GET', '/api/team', { session })).json;

test('a team reads its own page, says what it tells, and its facilitator sees it', async () => {
  const server = await startServer();
  const { made, open } = await sample(server);
  const session = await open('team19');
  const before = await day(server, session);
  expect(before).toMatchObject({
    team: { name: 'Fair Ladder', question: '', story: '' },
    isClosed: false,
    hosts: 2,
  });
  expect(before.rounds.map(({ beginsAt }) => ((beginsAt ?? 0) - OPENS) / 60_000)).toEqual([
    48, 66, 84,
  ]);
  expect(before.people).toHaveLength(5);
  const described = {
    kind: 'describeTeam',
    team: 'team19',
    topic: before.team.topic,
    story: 'Two of us wrote to forty managers.',
    question: 'Who opened a door for you?',
  };
  const id = uuid();
  const first = await send(server, session, described, id);
  expect(first.status).toBe(201);
  expect(await send(server, session, described, id)).toEqual(first);
  expect((await day(server, session)).team).toMatchObject({
    story: 'Two of us wrote to forty managers.',
    question: 'Who opened a door for you?',
  });
  const facilitator = new Phone(server, made.session);
  const view = await facilitator.sees('facilitator', ({ teams }) =>
    teams.every(({ question }) => question !== ''),
  );
  expect(view.activity[0]).toMatchObject({ did: 'teamDescribed', by: { role: 'team' } });
});

test('of two phones on one link none empties or writes over what the other saved', async () => {
  const server = await startServer();
  const { made, open } = await sample(server);
  const [one, other] = [await open('team19'), await open('team19')];
  const { topic, story, question } = (await day(server, one)).team;
  const was = { topic, story, question };
  const own = { kind: 'describeTeam', team: 'team19', was };
  const phone = new Phone(server, other);
  await phone.sees('tells', (told) => told.story === '');
  expect((await send(server, one, { ...own, story: 'Forty letters.' })).status).toBe(201);
  await phone.sees('tells', (told) => told.story === 'Forty letters.');
  expect((await send(server, other, { ...own, question: 'Who helped?' })).status).toBe(201);
  expect((await day(server, one)).team).toMatchObject({
    ...{ story: 'Forty letters.', question: 'Who helped?' },
  });
  const late = { ...own, story: 'Twenty letters.' };
  for (const session of [other, made.session]) {
    const { status, json } = await send(server, session, late);
    expect(status).toBe(409);
    expect(json).toMatchObject({
      refusal: { code: 'written since', now: { story: 'Forty letters.' } },
    });
  }
  const mine = { ...late, was: { ...was, story: 'Forty letters.' } };
  expect((await send(server, other, mine)).status).toBe(201);
  const facilitator = new Phone(server, made.session);
  await facilitator.sees('facilitator', ({ teams }) =>
    teams.some((team) => team.story === 'Twenty letters.' && team.question === 'Who helped?'),
  );
});

test('a team can say nothing for another, and nobody else can ask for its page', async () => {
  const server = await startServer();
  const { made, open } = await sample(server);
  const session = await open('team1');
  const other = { kind: 'describeTeam', team: 'team2', topic: 'x', story: '', question: '' };
  expect((await send(server, session, other)).status).toBe(403);
  const [stranger] = (await day(server, await open('team2'))).people ?? [];
  const wish = { kind: 'wishToHost', person: stranger?.person, rounds: [1] };
  expect((await send(server, session, wish)).status).toBe(403);
  expect((await send(server, session, { kind: 'next', phase: 0 })).status).toBe(403);
  const asked = await call(server, 'GET', '/api/team', { session: made.session });
  expect(asked.status).toBe(403);
  expect((await call(server, 'GET', '/api/team', {})).status).toBe(401);
});

test('wishes to host outlive a restart', async () => {
  const server = await startServer();
  const { open } = await sample(server);
  const session = await open('team19');
  const people = (await day(server, session)).people ?? [];
  for (const [i, { person }] of people.entries()) {
    const wish = { kind: 'wishToHost', person, rounds: [3 - (i % 3)] };
    expect((await send(server, session, wish)).status).toBe(201);
  }
  const again = await server.restart();
  const kept = (await day(again, session)).people ?? [];
  expect(kept.map(({ rounds }) => rounds)).toEqual([[3], [2], [1], [3], [2]]);
});
