import { expect, test } from 'vitest';
import { makeSmallCafe, startServer } from './fixture.ts';
import { Phone, Replica, join } from './phone.ts';

test('what one writes at a table is saved and stands at the others there, and nowhere else', async () => {
  const server = await startServer();
  const made = await makeSmallCafe(server);
  const facilitator = new Phone(server, made.session);
  await facilitator.sees('clock');
  expect(await facilitator.next()).toMatchObject({ ok: true });

  const people = [];
  for (const name of ['Ada', 'Ben', 'Chidi', 'Dilys', 'Esra', 'Femi']) {
    people.push(await join(server, made.code, name));
  }
  for (let step = 0; step < 10; step += 1) {
    const { openRound, phase } = await facilitator.sees('clock', (view) => view.phase === step + 1);
    if (openRound === 1) break;
    expect(await facilitator.command({ kind: 'next', phase })).toMatchObject({ ok: true });
  }
  const seats = await Promise.all(
    people.map(async (phone) => {
      await phone.sees('clock', ({ openRound }) => openRound === 1);
      const { tables } = await phone.sees('person', (view) => view.tables[0] !== null);
      return { phone, table: tables[0] ?? '' };
    }),
  );
  const [first] = seats;
  if (first === undefined) throw new Error('nobody sits anywhere');
  const page = `${first.table}.1`;
  const mates = seats.filter(({ table }) => table === first.table).slice(1);
  const others = seats.filter(({ table }) => table !== first.table);
  expect(mates.length).toBeGreaterThan(0);
  expect(others.length).toBeGreaterThan(0);

  expect(await first.phone.ask('open page', { page })).toMatchObject({ ok: true, locked: false });
  const replica = new Replica(page);
  const entry = replica.write('The school gate');
  first.phone.socket.emit('entry', entry);
  expect(await first.phone.got('saved')).toEqual({ page, replica: replica.id, n: 1 });
  for (const { phone } of mates) {
    const reader = new Replica(page);
    reader.apply((await phone.got('entries')).bytes);
    expect(reader.words()).toEqual(['The school gate']);
  }
  for (const { phone } of others) {
    await phone.settled();
    expect(phone.received.filter(({ name }) => name === 'entries')).toEqual([]);
    expect(await phone.ask('open page', { page })).toMatchObject({ refusal: { code: 'no page' } });
  }
});
