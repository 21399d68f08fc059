import { LIMITS } from '@tablecloth/shared/cafe';
import type { WholeCafe } from '@tablecloth/shared/harvest';
import type { MadeCafe } from '@tablecloth/shared/protocol';
import { sampleCafe, smallCafe } from '@tablecloth/shared/sample';
import { v4 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { call, startServer } from './fixture.ts';
import { Phone, Replica, join } from './phone.ts';
import { nextUntil } from './round.ts';
import { write } from './teams.ts';

test('a café that was exported opens again with its people and notes', async () => {
  const server = await startServer();
  const page = {
    ...{ table: 't7', round: 1, late: [] },
    cards: [
      {
        ...{ id: '0190f3c2-0000-7000-8000-000000000001', kind: 'note', order: 1 },
        ...{ text: '<b>As typed</b>', removed: false, author: 'p1-1' },
      },
    ],
  };
  const body = { tablecloth: 1, ...sampleCafe(null), pages: [page] };
  const made = await call<MadeCafe>(server, 'POST', '/api/cafes', { body });
  expect(made.status).toBe(201);
  const { session } = made.json;
  const whole = await call<WholeCafe>(server, 'GET', '/api/cafe/pack.json', { session });
  expect(whole.json).toMatchObject(body);
});

test('an export larger than any other message opens again whole', async () => {
  const server = await startServer();
  const founding = sampleCafe(null);
  const pages = founding.definition.tables.flatMap(({ id: table }, at) =>
    [1, 2, 3].map((round) => ({
      ...{ table, round, late: [] },
      cards: Array.from({ length: 90 }, (_, order) => {
        const number = String((at * 3 + round) * 100 + order).padStart(12, '0');
        return {
          ...{ id: `0190f3c2-0000-7000-8000-${number}`, kind: 'note', order },
          ...{ text: 'A long note. '.repeat(70), removed: false, author: null },
        };
      }),
    })),
  );
  const body = { tablecloth: 1, ...founding, pages };
  expect(JSON.stringify(body).length).toBeGreaterThan(LIMITS.httpJsonBytesMax);
  const made = await call<MadeCafe>(server, 'POST', '/api/cafes', { body });
  expect(made.status).toBe(201);
  const { session } = made.json;
  const whole = await call<WholeCafe>(server, 'GET', '/api/cafe/pack.json', { session });
  const again = await call<MadeCafe>(server, 'POST', '/api/cafes', { body: whole.json });
  expect(again.status).toBe(201);
});

test('a café as large as may be opens again with a table that was taken away', async () => {
  const server = await startServer();
  const { definition, people } = smallCafe({ title: 'Tea', tables: 3, rounds: 2, minutes: 15 });
  const tables = Array.from({ length: LIMITS.tablesMax }, (_, i) => ({
    ...{ id: `t${String(i + 1)}`, number: i + 1, place: '', chairs: 6 },
  }));
  const full = { definition: { ...definition, tables: tables.slice(1) }, people };
  const { json: made } = await call<MadeCafe>(server, 'POST', '/api/cafes', { body: full });
  const desk = new Phone(server, made.session);
  await desk.next();
  await join(server, made.code, 'Ada');
  await nextUntil(desk, 1);
  // Somebody writes on the last table there may be, it is taken away, and another comes in its place.
  const [gone, other] = [uuid(), uuid()];
  for (const [table, number] of [
    [gone, 1],
    [other, 401],
  ] as const) {
    const added = await desk.ask('preview repair', { added: { id: table, chairs: 6 } });
    if (!added.ok) throw new Error(added.refusal.sentence);
    const { preview } = added;
    const command = { kind: 'addTable', table, number, place: '', chairs: 6, preview } as const;
    expect(await desk.command(command)).toMatchObject({ ok: true });
    if (table === other) break;
    await write(desk, new Replica(`${gone}.1`), 'Said here');
    const seen = await desk.sees('facilitator', ({ undoable: all }) => all.length > 1);
    const fact = Math.max(...seen.undoable);
    expect(await desk.command({ kind: 'undo', fact })).toMatchObject({ ok: true });
  }
  const { json: whole } = await call<WholeCafe>(server, 'GET', '/api/cafe/pack.json', made);
  expect(whole.definition.tables).toHaveLength(LIMITS.tablesMax + 1);
  const again = await call<MadeCafe>(server, 'POST', '/api/cafes', { body: whole });
  expect(again.status).toBe(201);
  // People can still be added to it, and it can be opened once more.
  const lead = new Phone(server, again.json.session);
  const person = { id: uuid(), name: 'Ben', team: null, withoutPhone: false };
  const listed = [{ ...person, fixedAt: null, goesWith: null }];
  expect(
    await lead.command({ kind: 'takeIn', teams: [], tables: [], people: listed }),
  ).toMatchObject({ ok: true });
  const { json: once } = await call<WholeCafe>(server, 'GET', '/api/cafe/pack.json', again.json);
  expect((await call(server, 'POST', '/api/cafes', { body: once })).status).toBe(201);
});
