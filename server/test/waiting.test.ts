/** Notes that are still on phones: what a hello says of them, and what becomes of it. */
import { LIMITS } from '@tablecloth/shared/cafe';
import { expect, test } from 'vitest';
import { Phone, Replica } from './phone.ts';
import { nextUntil, startRound } from './round.ts';

test('what a phone said it holds is known while its line is gone again, until it is stored', async () => {
  const { server, made, facilitator, page, mates } = await startRound();
  const [ada] = mates;
  const table = page.split('.')[0] ?? '';
  ada.socket.disconnect();
  const replica = new Replica(page);
  replica.write('typed in the lift');
  replica.write('and on the stairs');
  await nextUntil(facilitator, 2);

  const back = new Phone(server, ada.session);
  const unsaved = [{ page, replica: replica.id, n: 2, notes: 2 }];
  expect(await back.ask('hello', { unsaved })).toMatchObject({ ok: true });
  const waiting = { notes: 2, phones: 1, tables: [table] };
  expect(await facilitator.got('waiting', ({ notes }) => notes > 0)).toEqual(waiting);
  back.socket.disconnect();

  // Whoever opens the facilitator's link now reads it too.
  const later = new Phone(server, made.session);
  expect(await later.got('waiting')).toEqual(waiting);

  const again = new Phone(server, ada.session);
  await again.ask('hello', { unsaved });
  for (const entry of replica.outbox) again.socket.emit('entry', entry);
  await again.got('saved', ({ n }) => n === 2);
  expect(await facilitator.got('waiting', ({ notes }) => notes === 0)).toEqual({
    notes: 0,
    phones: 0,
    tables: [],
  });
});

test('a hello with nothing to send, and one of a reader, say nothing', async () => {
  const { facilitator, mates } = await startRound();
  await mates[0].ask('hello', { unsaved: [] });
  await facilitator.ask('hello', { unsaved: [] });
  await facilitator.got('phones');
  expect(facilitator.received.some(({ name }) => name === 'waiting')).toBe(false);
});

test('a phone that says it holds more notes than a page can have is not believed', async () => {
  const { facilitator, page, mates } = await startRound();
  const unsaved = [{ page, replica: new Replica(page).id, n: 1, notes: 1_000_000_000 }];
  await mates[0].ask('hello', { unsaved });
  const { notes } = await facilitator.got('waiting', (view) => view.notes > 0);
  expect(notes).toBe(LIMITS.cardsPerPageMax);
});
