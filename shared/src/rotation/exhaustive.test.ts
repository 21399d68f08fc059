import { describe, expect, it } from 'vitest';
import { betterThan, optimum } from './exhaustive.ts';
import { anyInstance } from './fixture.ts';
import { compareWorth, type Instance, type Schedule, type Worth } from './instance.ts';
import { isHere, judge } from './judge.ts';

describe('the exhaustive search', () => {
  it('finds what trying every schedule and judging it finds', () => {
    let compared = 0;
    for (let seed = 1; compared < 150; seed += 1) {
      const instance = anyInstance(seed, { people: 4, tables: 3, rounds: 3 });
      const all = every(instance, 3_000);
      if (all === null) continue;
      compared += 1;
      expect(optimum(instance, null), `seed ${seed}`).toEqual(all.best);
    }
  });

  it('says that it does not know after too many steps', () => {
    const tables = [1, 2, 3].map((i) => ({ id: `t${i}`, cap: 4 }));
    const people = [1, 2, 3, 4, 5, 6].map((i) => ({ id: `p${i}` }));
    expect(betterThan({ rounds: 3, tables, people }, null, 5)).toBe('unknown');
  });

  it('shows a rotation that is better than a bad one', () => {
    const instance: Instance = {
      rounds: 2,
      tables: [
        { id: 't1', cap: 2 },
        { id: 't2', cap: 2 },
      ],
      people: [{ id: 'a' }, { id: 'b' }],
    };
    const seats = { a: ['t1', 't1'], b: ['t1', 't1'] };
    const { worth } = judge(instance, { seats, hosting: {} });
    const better = betterThan(instance, worth) as Schedule;
    expect(judge(instance, better).broken).toEqual([]);
    expect(optimum(instance, worth)).toMatchObject({ tableRepeats: 0, waste: 0 });
  });
});

/** The best worth among all schedules, made without a thought; null where they are too many. */
function every(instance: Instance, most: number): { best: Worth | null } | null {
  const { people, tables, rounds, past, relay = 0 } = instance;
  const cells = people.flatMap((person) =>
    Array.from({ length: rounds }, (_, r) => r).flatMap((r) =>
      r >= (past?.rounds ?? 0) && isHere(person, r + 1) ? [{ id: person.id, r }] : [],
    ),
  );
  const total = tables.length ** cells.length;
  if (total > most) return null;
  let best: Worth | null = null;
  for (let n = 0; n < total; n += 1) {
    const seats: Record<string, (string | null)[]> = {};
    for (const { id } of people) {
      seats[id] = Array.from({ length: rounds }, (_, r) => past?.seats[id]?.[r] ?? null);
      if (past) seats[id] = seats[id].map((seat, r) => (r < past.rounds ? seat : null));
    }
    let rest = n;
    for (const { id, r } of cells) {
      seats[id]![r] = tables[rest % tables.length]!.id;
      rest = Math.floor(rest / tables.length);
    }
    const hosting = Object.fromEntries(
      people.map(({ id, home }) => [
        id,
        (seats[id] ?? []).map((seat) => (relay > 0 && seat === home ? seat : null)),
      ]),
    );
    const { worth, broken } = judge(instance, { seats, hosting });
    if (broken.length === 0 && (best === null || compareWorth(worth, best) < 0)) best = worth;
  }
  return { best };
}
