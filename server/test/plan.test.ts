/** The plan of the day changed over real sockets, by two facilitators, in the middle of a round. */
import type { JoinAnswer, MadeCafe } from '@tablecloth/shared/protocol';
import { smallCafe } from '@tablecloth/shared/sample';
import type { Step } from '@tablecloth/shared/cafe';
import { expect, test } from 'vitest';
import { call, startServer } from './fixture.ts';
import { Phone } from './phone.ts';

const round = (question: string): Step[] => [
  { kind: 'move', minutes: 2, round: 1 },
  { kind: 'round', minutes: 8, round: 1, beats: [{ kind: 'talk', minutes: 8 }], question },
];

async function inRoundOne() {
  const server = await startServer();
  const body = smallCafe({ title: 'Replanned', tables: 6, rounds: 2, minutes: 15 });
  const { json: made } = await call<MadeCafe>(server, 'POST', '/api/cafes', { body });
  const facilitator = new Phone(server, made.session);
  await facilitator.next();
  const people: Phone[] = [];
  for (let n = 1; n <= 12; n += 1) {
    const joining = { door: made.code, name: `Person ${String(n)}`, team: null, claim: null };
    const { json } = await call<JoinAnswer>(server, 'POST', '/api/join', { body: joining });
    people.push(new Phone(server, json.session));
  }
  for (const phase of [1, 2, 3]) {
    await facilitator.sees('clock', (view) => view.phase === phase);
    expect(await facilitator.next()).toMatchObject({ ok: true });
  }
  await facilitator.sees('clock', (view) => view.phase === 4);
  return { server, made, facilitator, people };
}

test('a round added in the middle of a round has tables for all, on phones, after a restart, and undone', async () => {
  const { server, made, facilitator, people } = await inRoundOne();
  const [one] = people;
  const { edition, programme } = await facilitator.sees('cafe');
  const seats = await one?.sees('person', ({ tables }) => tables[1] != null);
  const steps = [...programme.slice(4, 7), ...round('What next?'), ...programme.slice(7)];
  const change = { kind: 'changePlan' as const, edition, from: 4, steps };
  expect(await facilitator.command(change)).toMatchObject({ ok: true });
  // Whoever drafted from the plan of before is told so.
  expect(await facilitator.command(change)).toMatchObject({
    ok: false,
    refusal: { code: 'old plan', sentence: expect.stringContaining('changed meanwhile') as string },
  });
  for (const phone of people) {
    const { tables } = await phone.sees('person', (view) => view.tables.length === 3);
    expect(new Set(tables).size).toBe(3);
    expect(tables).not.toContain(null);
  }
  const told = await one?.sees('person');
  expect(told?.tables.slice(0, 2)).toEqual(seats?.tables);
  const { programme: planned } = await facilitator.sees('cafe', (view) => view.edition > edition);
  expect(planned[8]).toMatchObject({ kind: 'round', round: 3, question: 'What next?' });

  const again = await server.restart();
  const back = new Phone(again, made.session);
  const after = await back.sees('cafe');
  expect(after.programme).toEqual(planned);
  expect(await back.sees('clock')).toMatchObject({ phase: 4, stage: { at: 'step', index: 3 } });
  expect(await back.command({ kind: 'undoPlan' })).toMatchObject({ ok: true });
  const undone = await back.sees('facilitator', ({ replanned }) => !replanned);
  for (const { tables } of undone.people) expect(tables).toHaveLength(2);
  expect((await back.sees('cafe', (view) => view.edition > after.edition)).programme).toEqual(
    programme,
  );
});

test('what is said about the café reaches phones and the door, and a bad address is refused', async () => {
  const { server, made, facilitator, people } = await inRoundOne();
  const about = { title: 'Another day', notice: 'Be kind.', question: 'Why?' };
  expect(await facilitator.command({ kind: 'describeCafe', about })).toMatchObject({ ok: true });
  expect(await people[0]?.sees('cafe', ({ title }) => title === 'Another day')).toMatchObject(
    about,
  );
  const { json } = await call<object>(server, 'GET', `/api/codes/${made.code}`);
  expect(json).toMatchObject({ title: 'Another day', notice: 'Be kind.' });
  expect(await people[0]?.command({ kind: 'describeCafe', about })).toMatchObject({
    ...{ ok: false, refusal: { code: 'not allowed' } },
  });
  const thanks = { kind: 'feedback' as const, minutes: 5, title: 'Thanks' };
  const bad = { ...thanks, link: 'javascript:alert(1)' };
  expect(
    await facilitator.command({ kind: 'changePlan', edition: 0, from: 7, steps: [bad] }),
  ).toMatchObject({
    ok: false,
    refusal: { code: 'not understood', where: 'command.steps.0.link' },
  });
});

test('a plan of more steps than a day has is told so, however many there are', async () => {
  const { facilitator } = await inRoundOne();
  const { programme, edition } = await facilitator.sees('cafe');
  const tea = { kind: 'break' as const, minutes: 5, title: 'Tea' };
  for (const count of [80, 81, 400]) {
    const steps = [...programme.slice(0, -1), ...Array.from({ length: count }, () => tea)];
    expect(
      await facilitator.command({ kind: 'changePlan', edition, from: 0, steps }),
    ).toMatchObject({ ok: false, refusal: { code: 'plan long' } });
  }
});
