/** Where nobody has written yet: a quiet hint for facilitators, and for nobody else. */
import { expect, test } from 'vitest';
import { Replica } from './phone.ts';
import { nextUntil, startRound } from './round.ts';
import { write } from './teams.ts';

test('facilitators hear where nobody has written in this round, and when somebody has', async () => {
  const { facilitator, page, mates, others } = await startRound();
  const first = await facilitator.got('silent tables', ({ round }) => round === 1);
  expect(first).toEqual({ round: 1, tables: ['t1', 't2'] });
  await write(mates[0], new Replica(page), 'They ring first');
  const other = page === 't1.1' ? 't2' : 't1';
  const then = await facilitator.got('silent tables', ({ tables }) => tables.length === 1);
  expect(then).toEqual({ round: 1, tables: [other] });
  await nextUntil(facilitator, 2);
  const next = await facilitator.got('silent tables', ({ round }) => round === 2);
  expect(next).toEqual({ round: 2, tables: ['t1', 't2'] });
  for (const { received } of [...mates, ...others]) {
    expect(received.some(({ name }) => name === 'silent tables')).toBe(false);
  }
});
