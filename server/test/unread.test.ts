import { expect, test, vi } from 'vitest';
import { PageMemory } from '../src/notes/page-memory.ts';
import { Replica } from './phone.ts';
import { startRound, type Joined } from './round.ts';

const NOTES = 120;
const ASKED = 60;

test('a phone that does not read fills no memory with pages, and gets all of them once it reads', async () => {
  const { page, mates } = await startRound();
  const [writer, phone] = mates;
  const replica = new Replica(page);
  for (let n = 0; n < NOTES; n += 1) writer.socket.emit('entry', replica.write('x'.repeat(4_000)));
  await writer.got('saved', ({ n }) => n === NOTES);
  const made = vi.spyOn(PageMemory.prototype, 'bytes');
  const wire = wireOf(phone);
  wire.pause();
  const answers = Array.from({ length: ASKED }, async () => {
    phone.deadlineMs = 25_000;
    return phone.ask('open page', { page });
  });
  // Sent last and answered to somebody who reads: by then the server has met all that was asked.
  phone.socket.emit('entry', new Replica(page).write('last'));
  await writer.got('entries', ({ writers }) => writers === 2);
  // What is unsent and what the two machines keep between them: not sixty large pages.
  expect(made.mock.calls.length).toBeLessThan(ASKED / 2);
  wire.resume();
  for (const answer of await Promise.all(answers)) expect(answer.ok).toBe(true);
  expect(made.mock.calls.length).toBeGreaterThanOrEqual(ASKED);
});

/** The phone's TCP connection. */
function wireOf({ socket }: Joined): { pause(): void; resume(): void } {
  const { transport } = socket.io.engine as unknown as {
    transport: { ws: { _socket: { pause(): void; resume(): void } } };
  };
  return transport.ws._socket;
}
