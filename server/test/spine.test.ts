import { expect, test } from 'vitest';
import { Replica } from './phone.ts';
import { startRound } from './round.ts';

test('what one writes at a table is saved and stands at the others there, and nowhere else', async () => {
  const { page, mates, others } = await startRound();
  const [writer, ...readers] = mates;
  expect(await writer.ask('open page', { page })).toMatchObject({ ok: true, locked: false });
  const replica = new Replica(page);
  writer.socket.emit('entry', replica.write('The school gate'));
  expect(await writer.got('saved')).toEqual({ page, replica: replica.id, n: 1 });
  for (const phone of readers) {
    const copy = new Replica(page);
    copy.apply((await phone.got('entries')).bytes);
    expect(copy.words()).toEqual(['The school gate']);
  }
  expect(others.length).toBeGreaterThan(0);
  for (const phone of others) {
    await phone.settled();
    expect(phone.received.filter(({ name }) => name === 'entries')).toEqual([]);
    expect(await phone.ask('open page', { page })).toMatchObject({ refusal: { code: 'no page' } });
  }
});

test('everybody at a page hears how many people have written on it', async () => {
  const { page, mates, facilitator } = await startRound();
  const [one, other] = mates;
  await facilitator.ask('open page', { page });
  facilitator.socket.emit('entry', new Replica(page).write('from the desk'));
  await one.got('entries', ({ writers }) => writers === 0);
  const first = new Replica(page);
  one.socket.emit('entry', first.write('one'));
  one.socket.emit('entry', first.write('and more'));
  await other.got('entries', ({ writers }) => writers === 1);
  one.socket.emit('entry', new Replica(page).write('on a second phone'));
  other.socket.emit('entry', new Replica(page).write('two'));
  await one.got('entries', ({ writers }) => writers === 2);
  expect(await other.ask('open page', { page })).toMatchObject({ ok: true, writers: 2 });
});

test('somebody who changes tables hears the new one from then on and the old one no more', async () => {
  const { page, mates, others } = await startRound();
  const [writer, mover] = mates;
  const [host] = others;
  const elsewhere = (await host?.sees('person'))?.tables[0] ?? '';
  expect(await mover.command({ kind: 'sit', table: elsewhere })).toMatchObject({ ok: true });
  const replica = new Replica(page);
  writer.socket.emit('entry', replica.write('after they left'));
  await writer.got('saved');
  const there = new Replica(`${elsewhere}.1`);
  host?.socket.emit('entry', there.write('welcome'));
  expect(await mover.got('entries')).toMatchObject({ page: `${elsewhere}.1` });
  expect(
    mover.received.some(
      ({ name, message }) => name === 'entries' && 'page' in message && message.page === page,
    ),
  ).toBe(false);
});

test('who writes on which card is told at the table, with the first name only', async () => {
  const { page, mates, others } = await startRound();
  const [writer, reader] = mates;
  const card = '01890000-0000-7000-8000-000000000000';
  writer.socket.emit('presence', { page, card });
  expect(await reader.got('presence')).toMatchObject({ page, card, name: 'Ada' });
  writer.socket.disconnect();
  await reader.got('presence', (message) => message.card === null);
  expect(others[0]?.received.some(({ name }) => name === 'presence')).toBe(false);
});

test('facilitators read and follow any page', async () => {
  const { facilitator, page, mates } = await startRound();
  await facilitator.ask('open page', { page });
  const replica = new Replica(page);
  mates[0].socket.emit('entry', replica.write('for everybody'));
  expect(await facilitator.got('entries')).toMatchObject({ page, generation: 1 });
  expect(await facilitator.ask('read page', { page })).toMatchObject({
    ok: true,
    cards: [{ text: 'for everybody', removed: false }],
    leaves: [],
  });
});
