import { expect, test } from 'vitest';
import { Phone, Replica } from './phone.ts';
import { startRound } from './round.ts';

test('what follows refused words is refused too, and a refusal nobody heard is said again', async () => {
  const { server, page, mates } = await startRound();
  const [writer, reader] = mates;
  const replica = new Replica(page);
  const one = replica.write('kept');
  const bad = { ...one, n: 2, bytes: 'AAAA' };
  const three = { ...replica.write('after it'), n: 3 };
  for (const entry of [one, bad, three]) writer.socket.emit('entry', entry);
  for (const n of [2, 3]) {
    const { refusal } = await writer.got('entry refused', (message) => message.n === n);
    expect(refusal.code).toBe('bad note');
  }
  await writer.got('saved', ({ n }) => n === 1);
  writer.socket.disconnect();

  const again = new Phone(server, writer.session);
  const unsaved = [{ page, replica: replica.id, n: 3 }];
  expect(await again.ask('hello', { unsaved })).toMatchObject({
    saved: [{ page, replica: replica.id, n: 1 }],
    sendFrom: [{ page, replica: replica.id, n: 2 }],
  });
  for (const entry of [bad, three]) again.socket.emit('entry', entry);
  await again.got('entry refused', ({ n }) => n === 2);
  await again.got('entry refused', ({ n }) => n === 3);

  const anew = new Replica(page);
  again.socket.emit('entry', anew.write('in a new replica'));
  await again.got('saved', (message) => message.replica === anew.id);
  const saved = [writer, again].flatMap(({ received }) =>
    received.flatMap(({ name, message }) =>
      name === 'saved' && 'n' in message && message.replica === replica.id ? [message.n] : [],
    ),
  );
  expect(Math.max(...saved)).toBe(1);
  const read = await reader.ask('read page', { page });
  const words = read.ok ? read.cards.map(({ text }) => text) : [];
  expect(words.sort()).toEqual(['in a new replica', 'kept']);
});
