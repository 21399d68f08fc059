/** One café with one person, as the suite has them; a test says what is otherwise. */
import type { Append, Batch, NewRow } from '../batch.ts';
import type { SessionGrant } from '../store.ts';

export const createdAt = Date.UTC(2026, 4, 12, 9);

export const append = (change: Partial<Append> = {}): Append => ({
  cafe: 'c1',
  expect: 0,
  facts: [{ number: 1, at: createdAt, by: 'p1', body: { type: 'opened' } }],
  due: null,
  openRounds: [1],
  ...change,
});

export const row = (change: Partial<NewRow> = {}): NewRow => ({
  ...{ cafe: 'c1', page: 't7r1', round: 1, leaf: null, generation: 1 },
  ...{ person: 'p1', replica: 'r1', first: 1, last: 1, clientIds: [11] },
  ...{ bytes: new Uint8Array([1, 0, 255]), at: createdAt },
  ...change,
});

export const session = (change: Partial<SessionGrant> = {}): SessionGrant => ({
  ...{ hash: 's1', cafe: 'c1', role: 'participant', person: 'p1', team: 'team1', link: null },
  createdAt,
  ...change,
});

export const opening: Batch = {
  newCafes: [{ id: 'c1', code: 'ABC234', createdAt }],
  appends: [append()],
};
