import { expect, test } from 'vitest';
import { Replica } from './phone.ts';
import { startRound } from './round.ts';

test('while the store holds its commit nobody is told “saved”, shown the words, or served them', async () => {
  const { server, page, mates } = await startRound();
  const [writer, reader] = mates;
  const replica = new Replica(page);
  server.store.hold();
  writer.socket.emit('entry', replica.write('not yet'));
  await server.store.waiting(1);
  const joiner = new Replica(page);
  const opened = await reader.ask('open page', { page });
  if (opened.ok) joiner.apply(opened.bytes);
  expect(joiner.words()).toEqual([]);
  await writer.settled();
  await reader.settled();
  const told = [...writer.received, ...reader.received].map(({ name }) => name);
  expect(told).not.toContain('saved');
  expect(told).not.toContain('entries');

  await server.store.release();
  expect(await writer.got('saved')).toEqual({ page, replica: replica.id, n: 1 });
  joiner.apply((await reader.got('entries')).bytes);
  expect(joiner.words()).toEqual(['not yet']);
});

test('a commit that fails is tried again until the words are stored, each once', async () => {
  const { server, page, mates } = await startRound();
  const [writer, reader] = mates;
  const replica = new Replica(page);
  server.store.hold();
  writer.socket.emit('entry', replica.write('first'));
  await server.store.waiting(1);
  server.store.fail(new Error('disk full'));
  writer.socket.emit('entry', replica.write('second'));
  await writer.got('saved', ({ n }) => n === 2);
  const read = await reader.ask('read page', { page });
  expect(read.ok && read.cards.map(({ text }) => text)).toEqual(['first', 'second']);
  expect(await server.store.page(await cafeOf(server), page)).toMatchObject({
    rows: [{ last: 2 }],
  });
  expect(server.logged()).toContain('notes were not stored');
  expect(server.logged()).not.toContain('first');
});

test('a command that could not be stored is refused and changes nothing', async () => {
  const { server, facilitator } = await startRound();
  const before = await facilitator.sees('clock');
  server.store.hold();
  const answer = facilitator.command({ kind: 'pause', phase: before.phase });
  await server.store.waiting(1);
  server.store.fail(new Error('disk full'));
  expect(await answer).toMatchObject({ ok: false, refusal: { code: 'not stored' } });
  expect(await facilitator.sees('clock')).toEqual(before);
  expect(await facilitator.command({ kind: 'pause', phase: before.phase })).toMatchObject({
    ok: true,
  });
});

test('words that were admitted before the bell and committed after it go beneath the page', async () => {
  const { server, facilitator, page, mates } = await startRound();
  const replica = new Replica(page);
  await mates[0].ask('open page', { page });
  server.store.hold();
  mates[0].socket.emit('entry', replica.write('too late'));
  await server.store.waiting(1);
  expect(server.store.held[0]?.rows).toMatchObject([{ leaf: null }]);
  server.store.fail(new Error('busy'));
  await facilitator.command({ kind: 'close', phase: (await facilitator.sees('clock')).phase });
  await mates[0].got('saved', ({ n }) => n === 1);
  expect(await facilitator.ask('read page', { page })).toMatchObject({
    cards: [],
    leaves: [{ by: 'Ada', cards: [{ text: 'too late' }] }],
  });
});

async function cafeOf(server: { store: { dueCafes(): Promise<{ id: string }[]> } }) {
  return (await server.store.dueCafes())[0]?.id ?? '';
}
