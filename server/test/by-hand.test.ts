/** What facilitators change by hand while people sit at tables: previewed, done, listed and undone. */
import type { ExchangeAnswer, MadeCafe } from '@tablecloth/shared/protocol';
import { outlineOfCafe, writeMarkdown, type WholeCafe } from '@tablecloth/shared/harvest';
import { sampleCafe, smallCafe } from '@tablecloth/shared/sample';
import { v4 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { FakeTime } from './fake-time.ts';
import { call, startServer } from './fixture.ts';
import { Phone, Replica, join } from './phone.ts';
import { nextUntil } from './round.ts';
import { write } from './teams.ts';

const { people } = sampleCafe(null);

/** The sample café in the move to its first round, with its first twenty-four people. */
async function seated() {
  const time = new FakeTime(Date.UTC(2026, 2, 3, 9));
  const server = await startServer({ time });
  const { json: made } = await call<MadeCafe>(server, 'POST', '/api/cafes/sample', { body: {} });
  const desk = new Phone(server, made.session);
  await desk.next();
  for (const { id } of people.slice(0, 24)) await desk.command({ kind: 'checkIn', person: id });
  for (let pressed = 1; pressed < 3; pressed += 1) {
    const { phase } = await desk.sees('clock', (view) => view.phase >= pressed);
    await desk.command({ kind: 'next', phase });
  }
  await desk.sees('clock', (view) => view.seated);
  await time.pass(100);
  return { time, server, made, desk };
}

test('a fixed seat is previewed, set, listed and given back with all seats', async () => {
  const { time, desk } = await seated();
  const before = await desk.sees('facilitator', (view) => view.people.some((one) => one.tables[0]));
  const someone = before.people.find((one) => one.here && one.fixedAt === null);
  const person = someone?.id ?? '';
  const table = ['t5', 't6', 't7'].find((id) => !someone?.tables.includes(id)) ?? 't8';
  const wish = { person, fixedAt: table };
  const seen = await desk.ask('preview repair', { person: wish });
  if (!seen.ok) throw new Error(seen.refusal.sentence);
  expect(seen.changes.some((one) => one.person === person && one.to === table)).toBe(true);
  const { preview } = seen;
  expect(await desk.command({ kind: 'changePerson', ...wish, preview })).toMatchObject({
    ok: true,
  });
  await time.pass(100);
  const after = await desk.sees('facilitator', (view) => view.activity[0]?.did === 'personChanged');
  const changed = after.people.find(({ id }) => id === person);
  expect(changed).toMatchObject({ fixedAt: table });
  expect(changed?.tables.slice(1)).toContain(table);
  const fact = after.activity[0]?.number ?? 0;
  expect(await desk.command({ kind: 'undo', fact })).toMatchObject({ ok: true });
  await time.pass(100);
  const again = await desk.sees('facilitator', (view) => view.activity[0]?.did === 'undone');
  expect(again.people).toEqual(before.people);
});

test('a name is corrected for good, and no fact holds it', async () => {
  const { server, made, desk } = await seated();
  const person = people[0]?.id ?? '';
  await desk.command({ kind: 'changePerson', person, name: 'Zuleika Quince', preview: null });
  const restarted = await server.restart();
  const again = new Phone(restarted, made.session);
  const view = await again.sees('facilitator');
  expect(view.people.find(({ id }) => id === person)?.name).toBe('Zuleika Quince');
  const facts = await restarted.store.factsAfter(made.cafe, 0);
  expect(JSON.stringify(facts)).not.toContain('Zuleika');
});

test('a team that is added has a link, which goes with it', async () => {
  const { server, made, desk } = await seated();
  const [table, team] = [uuid(), uuid()];
  const added = await desk.ask('preview repair', { added: { id: table, chairs: 6 } });
  if (!added.ok) throw new Error(added.refusal.sentence);
  const { preview } = added;
  await desk.command({ kind: 'addTable', table, number: 40, place: 'foyer', chairs: 6, preview });
  const made40 = { kind: 'addTeam', team, name: 'Foyer team', homeTable: table } as const;
  expect(await desk.command(made40)).toMatchObject({ ok: true });
  const links = await call<MadeCafe['links']>(server, 'GET', '/api/cafe/links', made);
  const link = links.json.teams.find((one) => one.team === team)?.link ?? '';
  const body = { secret: link.split('#')[1] };
  const enter = () => call<ExchangeAnswer>(server, 'POST', '/api/exchange', { body });
  expect((await enter()).json).toMatchObject({ role: 'team', team });
  await desk.command({ kind: 'removeTeam', team });
  expect((await enter()).status).toBe(401);
  await new Phone(server, made.session).sees('facilitator');
});

test('a note on a table whose adding is undone stays in the packs, and the café opens again', async () => {
  const server = await startServer();
  const { json: made } = await call<MadeCafe>(server, 'POST', '/api/cafes', {
    body: smallCafe({ title: 'Tea', tables: 2, rounds: 2, minutes: 15 }),
  });
  const desk = new Phone(server, made.session);
  await desk.next();
  for (const name of ['Ada', 'Ben', 'Cem', 'Dan']) await join(server, made.code, name);
  await nextUntil(desk, 1);
  const table = uuid();
  const added = await desk.ask('preview repair', { added: { id: table, chairs: 6 } });
  if (!added.ok) throw new Error(added.refusal.sentence);
  const { preview } = added;
  await desk.command({ kind: 'addTable', table, number: 3, place: 'foyer', chairs: 6, preview });
  await write(desk, new Replica(`${table}.1`), 'Said in the foyer');
  const { undoable } = await desk.sees('facilitator', ({ undoable: all }) => all.length > 1);
  expect(await desk.command({ kind: 'undo', fact: Math.max(...undoable) })).toMatchObject({
    ok: true,
  });
  const { json: whole } = await call<WholeCafe>(server, 'GET', '/api/cafe/pack.json', made);
  expect(whole.pages).toMatchObject([{ table, cards: [{ text: 'Said in the foyer' }] }]);
  const kept = whole.definition.tables.find(({ id }) => id === table);
  expect(kept).toMatchObject({
    number: 3,
    closed: expect.stringContaining('taken away') as string,
  });
  expect(writeMarkdown(outlineOfCafe(whole))).toContain('Said in the foyer');
  const again = await call<MadeCafe>(server, 'POST', '/api/cafes', { body: whole });
  expect(again.status).toBe(201);
  const { json: copy } = await call<WholeCafe>(server, 'GET', '/api/cafe/pack.json', again.json);
  expect(copy.pages).toMatchObject(whole.pages.map(({ cards }) => ({ table, cards })));
});

test('nobody but facilitators changes anything by hand', async () => {
  const { server, made } = await seated();
  const secret = made.links.teams[0]?.link.split('#')[1];
  const { json } = await call<ExchangeAnswer>(server, 'POST', '/api/exchange', {
    body: { secret },
  });
  const team = new Phone(server, json.session);
  const person = people[0]?.id ?? '';
  expect(
    await team.command({ kind: 'changePerson', person, fixedAt: null, preview: null }),
  ).toMatchObject({ refusal: { code: 'not allowed' } });
  expect(await team.ask('preview repair', { person: { person } })).toMatchObject({
    refusal: { code: 'not allowed' },
  });
});
