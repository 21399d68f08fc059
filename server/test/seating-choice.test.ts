/** Tables first or people first, over real sockets: both are compared, one is chosen and heeded. */
import { expect, test } from 'vitest';
import { makeSmallCafe, startServer } from './fixture.ts';
import { Phone, join } from './phone.ts';
import { nextUntil } from './round.ts';

test('both ways are compared for who is here, one is chosen, and phones say what it comes to', async () => {
  const server = await startServer();
  const made = await makeSmallCafe(server);
  const facilitator = new Phone(server, made.session);
  await facilitator.next();
  const people = [];
  for (const name of ['Ada', 'Ben', 'Cem', 'Dina', 'Eva', 'Flo']) {
    people.push(await join(server, made.code, name));
  }
  const seen = await facilitator.ask('preview seating', {});
  if (!seen.ok) throw new Error(seen.refusal.sentence);
  for (const way of [seen.tables, seen.people]) expect(way).toMatchObject({ people: 6, tables: 2 });
  expect(seen.tables.tableRepeats).toBe(0);
  expect(seen.people.waste).toBeLessThanOrEqual(seen.tables.waste);
  expect((await facilitator.sees('facilitator')).seatFirst).toBe('tables');
  const [ada] = people;
  expect(await ada?.ask('preview seating', {})).toMatchObject({ refusal: { code: 'not allowed' } });
  expect(await ada?.command({ kind: 'chooseSeating', first: 'people' })).toMatchObject({
    refusal: { code: 'not allowed' },
  });

  expect(await facilitator.command({ kind: 'chooseSeating', first: 'people' })).toMatchObject({
    ok: true,
  });
  await facilitator.sees('facilitator', ({ seatFirst }) => seatFirst === 'people');
  await nextUntil(facilitator, 1);
  const { day } = (await ada?.sees('person', (view) => view.day !== undefined)) ?? {};
  expect(day?.newPeople).toBeGreaterThanOrEqual(2);
  expect(await facilitator.ask('preview seating', {})).toMatchObject({
    refusal: { code: 'plan made' },
  });

  // What was chosen is the café's, also after a power cut.
  const again = await server.restart();
  const back = new Phone(again, made.session);
  expect((await back.sees('facilitator')).seatFirst).toBe('people');
});
