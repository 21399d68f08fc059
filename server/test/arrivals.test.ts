/** "I'm here": a count for those at the table and a hint for facilitators, and nothing else. */
import { expect, test } from 'vitest';
import { Phone } from './phone.ts';
import { startRound } from './round.ts';

test('whoever taps is counted once at their table, hears it back, and facilitators see tables fill', async () => {
  const { server, made, facilitator, page, mates, others } = await startRound();
  const [ada, ben] = mates;
  const [stranger] = others;
  const table = page.split('.')[0] ?? '';
  const at = { table, round: 1 };
  expect(await ada.ask('here', { isHere: false })).toEqual({
    ...{ ok: true, ...at, people: 0, isHere: false },
  });
  expect(await ada.ask('here', { isHere: true })).toMatchObject({ people: 1, isHere: true });
  expect(await ada.ask('here', { isHere: true })).toMatchObject({ people: 1, isHere: true });
  expect(await ben.got('arrived')).toEqual({ ...at, people: 1 });
  expect(await ben.ask('here', { isHere: true })).toMatchObject({ people: 2, isHere: true });
  expect(await ada.got('arrived', ({ people }) => people === 2)).toEqual({ ...at, people: 2 });
  const counted = await facilitator.got('arrivals', ({ tables }) => tables[table] === 2);
  expect(counted).toEqual({ round: 1, tables: { [table]: 2 } });
  await stranger?.settled();
  expect(stranger?.received.some(({ name }) => name === 'arrived')).toBe(false);

  // A reload still says that one is here; a facilitator has no table to be at.
  const reloaded = new Phone(server, ada.session);
  expect(await reloaded.ask('here', { isHere: false })).toMatchObject({ people: 2, isHere: true });
  const second = new Phone(server, made.session);
  expect(await second.got('arrivals')).toEqual(counted);
  expect(await second.ask('here', { isHere: true })).toMatchObject({
    refusal: { code: 'no seat' },
  });

  // A tap is of the table where it was made: whoever is sent elsewhere is not there yet.
  const to = table === 't1' ? 't2' : 't1';
  await facilitator.command({ kind: 'move', person: ben.person, table: to });
  await ben.sees('person', ({ tables }) => tables[0] === to);
  expect(await ada.ask('here', { isHere: false })).toMatchObject({ people: 1, isHere: true });
  expect(await ben.ask('here', { isHere: false })).toMatchObject({ people: 0, isHere: false });
  // "I sit at table 2" says so, too.
  expect(await ben.command({ kind: 'sit', table: to })).toMatchObject({ ok: true });
  expect(await ben.ask('here', { isHere: false })).toMatchObject({ people: 1, isHere: true });
  const left = await facilitator.got('arrivals', ({ tables }) => tables[to] === 1);
  expect(left).toEqual({ round: 1, tables: { [table]: 1, [to]: 1 } });
  await facilitator.command({ kind: 'depart', person: ada.person });
  expect(await facilitator.got('arrivals', ({ tables }) => tables[table] === undefined)).toEqual({
    round: 1,
    tables: { [to]: 1 },
  });
  await facilitator.command({ kind: 'checkIn', person: ada.person });
  await facilitator.next();
  await ada.sees('clock', ({ stage }) => stage.at === 'step' && stage.index === 4);
  expect(await ada.ask('here', { isHere: false })).toMatchObject({
    round: 2,
    people: 0,
    isHere: false,
  });
});
