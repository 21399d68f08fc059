import { expect, test } from 'vitest';
import { Replica } from './phone.ts';
import { nextUntil, startRound } from './round.ts';

test.each([
  [false, ''],
  [true, 'Ada'],
])('who added words later is told to phones as to packs: named %s', async (named, told) => {
  const { facilitator, page, mates } = await startRound({ named });
  const [ada, reader] = mates;
  const replica = new Replica(page);
  await nextUntil(facilitator, 2);
  ada.socket.emit('entry', replica.write('late'));
  await ada.got('saved');
  const late = (by: string) => ({ leaves: [{ by, cards: [{ text: 'late' }] }] });
  expect(await reader.ask('read page', { page })).toMatchObject(late(told));
  expect(await ada.ask('read page', { page })).toMatchObject(late(told));
  expect(await facilitator.ask('read page', { page })).toMatchObject(late('Ada'));
});
