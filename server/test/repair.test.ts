/** A repair of the coming rounds over real sockets: seen first, then done, told and undone. */
import type { JoinAnswer } from '@tablecloth/shared/protocol';
import { smallCafe } from '@tablecloth/shared/sample';
import type { MadeCafe } from '@tablecloth/shared/protocol';
import { v4 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { call, startServer } from './fixture.ts';
import { Phone } from './phone.ts';

/** Twelve people in round 1 of three at six tables. */
async function inRoundOne() {
  const server = await startServer();
  const body = smallCafe({ title: 'Repaired', tables: 6, rounds: 3, minutes: 15 });
  const { json: made } = await call<MadeCafe>(server, 'POST', '/api/cafes', { body });
  const facilitator = new Phone(server, made.session);
  await facilitator.next();
  const people: { id: string; phone: Phone }[] = [];
  for (let n = 1; n <= 12; n += 1) {
    const joining = { door: made.code, name: `Person ${String(n)}`, team: null, claim: null };
    const { json } = await call<JoinAnswer>(server, 'POST', '/api/join', { body: joining });
    people.push({ id: json.person, phone: new Phone(server, json.session) });
  }
  for (const phase of [1, 2, 3]) {
    await facilitator.sees('clock', (view) => view.phase === phase);
    expect(await facilitator.next()).toMatchObject({ ok: true });
  }
  return { server, facilitator, people };
}

async function preview(facilitator: Phone) {
  const answer = await facilitator.ask('preview repair', {});
  if (!answer.ok) throw new Error(answer.refusal.sentence);
  const { preview: id } = answer;
  if (id === null) throw new Error('there is nothing to plan');
  return { ...answer, preview: id };
}

test('people who leave are repaired away as previewed, phones are told, and undo gives all back', async () => {
  const { facilitator, people } = await inRoundOne();
  const seatsOf = async () => {
    const { people: all } = await facilitator.sees('facilitator');
    return new Map(all.map(({ id, tables }) => [id, tables]));
  };
  // Two who would sit together in round 2 leave their table empty; others must even that out.
  const before = await seatsOf();
  const table = before.get(people[0]?.id ?? '')?.[1];
  const leaving = people.filter(({ id }) => before.get(id)?.[1] === table);
  for (const { id } of leaving) {
    expect(await facilitator.command({ kind: 'depart', person: id })).toMatchObject({ ok: true });
  }
  const seen = await preview(facilitator);
  expect(await seatsOf()).toEqual(before);
  const moved = seen.changes.find(({ person, to }) => to !== null && person !== '');
  const { preview: id } = seen;
  expect(await facilitator.command({ kind: 'applyRepair', preview: id })).toMatchObject({
    ok: true,
  });
  const told = await facilitator.sees('facilitator', ({ repaired }) => repaired !== null);
  for (const { person, round, to } of seen.changes) {
    expect(told.people.find((one) => one.id === person)?.tables[round - 1]).toBe(to);
  }
  const phone = people.find((one) => one.id === moved?.person)?.phone;
  if (moved !== undefined) {
    await phone?.sees('person', ({ tables }) => tables[moved.round - 1] === moved.to);
  }
  expect(await facilitator.command({ kind: 'undoRepair' })).toMatchObject({ ok: true });
  await facilitator.sees('facilitator', ({ repaired }) => repaired === null);
  expect(await seatsOf()).toEqual(before);
});

test('a preview from before somebody changed seats is refused with what to do', async () => {
  const { facilitator, people } = await inRoundOne();
  await facilitator.command({ kind: 'depart', person: people[0]?.id ?? '' });
  const { preview: id } = await preview(facilitator);
  await facilitator.command({ kind: 'depart', person: people[1]?.id ?? '' });
  const refused = { ok: false, refusal: { code: 'old preview' } };
  expect(await facilitator.command({ kind: 'applyRepair', preview: id })).toMatchObject(refused);
  expect(await facilitator.command({ kind: 'applyRepair', preview: uuid() })).toMatchObject(
    refused,
  );
});

test('a table closes under people’s hands: phones say where to go, and undo opens it again', async () => {
  const { facilitator, people } = await inRoundOne();
  const { people: before } = await facilitator.sees('facilitator');
  const id = before[0]?.tables[0] ?? '';
  const there = before.filter(({ tables }) => tables[0] === id);
  const seen = await facilitator.ask('preview repair', { table: { id, closes: true } });
  if (!seen.ok) throw new Error(seen.refusal.sentence);
  const now = seen.changes.filter(({ round }) => round === 1);
  expect(now.map(({ person }) => person).sort()).toEqual(there.map((one) => one.id).sort());
  const { preview } = seen;
  const closing = { kind: 'closeTable', table: id, reason: 'no host', preview } as const;
  expect(await facilitator.command(closing)).toMatchObject({ ok: true });
  for (const { person, to } of now) {
    const phone = people.find((one) => one.id === person)?.phone;
    await phone?.sees('person', ({ tables }) => tables[0] === to);
    await phone?.sees('cafe', ({ tables }) => tables.find((one) => one.id === id)?.closed === true);
  }
  await facilitator.sees('facilitator', ({ closed }) => closed[0]?.reason === 'no host');
  expect(await facilitator.command({ kind: 'undoRepair' })).toMatchObject({ ok: true });
  const { people: after } = await facilitator.sees('facilitator', (view) => view.repaired === null);
  expect(after.map(({ tables }) => tables)).toEqual(before.map(({ tables }) => tables));
});

test('only facilitators look at repairs and make them', async () => {
  const { people } = await inRoundOne();
  const phone = people[0]?.phone;
  const refused = { ok: false, refusal: { code: 'not allowed' } };
  expect(await phone?.ask('preview repair', {})).toMatchObject(refused);
  expect(await phone?.command({ kind: 'undoRepair' })).toMatchObject(refused);
  const closing = { kind: 'closeTable', table: 't1', reason: '', preview: null } as const;
  expect(await phone?.command(closing)).toMatchObject(refused);
  expect(await phone?.command({ kind: 'applyRepair', preview: uuid() })).toMatchObject(refused);
});
