import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyInstance } from './fixture.ts';
import { hostNumbers } from './host-numbers.ts';
import type { Instance, RotationPerson } from './instance.ts';
import { judge } from './judge.ts';
import { isNoPlan } from './model.ts';
import { plan } from './plan.ts';
import { relayHosts } from './relay.ts';
import { unitsOf } from './units.ts';

/** A team at t1, by letters; a capital stays at its own table. */
function team(letters: string, change: Partial<Instance> = {}): Instance {
  return {
    rounds: 4,
    relay: 2,
    everybodyVisits: true,
    tables: ['t1', 't2', 't3'].map((id) => ({ id, cap: 20 })),
    people: [...letters].map((id) => ({
      id,
      home: 't1',
      ...(id === id.toUpperCase() ? { fixed: 't1' } : {}),
    })),
    ...change,
  };
}

const numbers = (instance: Instance) => hostNumbers(instance).get('t1');

/** How often each hosts. */
function times(instance: Instance): Record<string, number> {
  const { hosts } = relayHosts(instance, unitsOf(instance));
  return Object.fromEntries(
    instance.people.map(({ id }, i) => [id, hosts.filter((set) => set.has(i)).length]),
  );
}

describe('where everybody is to visit', () => {
  it('no more than half of a team host, and one at least', () => {
    const of = (relay: number) =>
      ['a', 'ab', 'abc', 'abcd', 'abcde', 'abcdef'].map(
        (who) => numbers(team(who, { relay }))?.[0],
      );
    expect(of(1)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(of(2)).toEqual([1, 1, 1, 2, 2, 2]);
    expect(of(4)).toEqual([1, 1, 1, 2, 2, 3]);
    expect(of(0)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('it is counted in each round among who is here, and none host in rounds that have been', () => {
    const { people, ...room } = team('abcd');
    const leaving = people.map((one, i) => (i > 1 ? { ...one, to: 2 } : one));
    const past = { rounds: 1, seats: {} };
    expect(numbers({ ...room, people: leaving, past })).toEqual([0, 2, 1, 1]);
  });

  it('the two of a team host in turn', () => {
    expect(times(team('ab'))).toEqual({ a: 2, b: 2 });
    expect(times(team('ab', { rounds: 3 }))).toEqual({ a: 2, b: 1 });
    expect(times(team('a'))).toEqual({ a: 4 });
  });

  it('whoever stays at home anyhow takes nobody’s turn away', () => {
    expect(numbers(team('A'))).toEqual([1, 1, 1, 1]);
    expect(numbers(team('Ab'))).toEqual([1, 1, 1, 1]);
    expect(times(team('Abc'))).toEqual({ A: 4, b: 2, c: 2 });
    expect(numbers(team('AB'))).toEqual([2, 2, 2, 2]);
  });

  it('whoever stays elsewhere is nobody to take turns with', () => {
    const { people, ...room } = team('abcd');
    const fixed = people.map((one, i) => (i > 1 ? { ...one, fixed: 't2' } : one));
    expect(times({ ...room, people: fixed })).toEqual({ a: 2, b: 2, c: 0, d: 0 });
    expect(numbers({ ...room, people: fixed.slice(1) })).toEqual([1, 1, 1, 1]);
  });

  it('a pair hosts as one: in turn with a third, and always where there is none', () => {
    const together: [string, string][] = [['a', 'b']];
    expect(times(team('abc', { together }))).toEqual({ a: 2, b: 2, c: 2 });
    expect(numbers(team('ab', { together }))).toEqual([2, 2, 2, 2]);
    expect(times(team('abcd', { together }))).toEqual({ a: 2, b: 2, c: 2, d: 2 });
  });

  it('everybody of a team of two and more hosts and visits in two rounds and more', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 2, max: 7 }), { minLength: 2, maxLength: 8 }),
        fc.integer({ min: 2, max: 6 }),
        fc.integer({ min: 1, max: 6 }),
        (sizes, rounds, relay) => {
          const people = sizes.flatMap((size, t) =>
            Array.from({ length: size }, (_, i): RotationPerson => ({
              id: `p${t}-${i}`,
              home: `t${t}`,
              team: `T${t}`,
            })),
          );
          const tables = sizes.map((_, t) => ({ id: `t${t}`, cap: 30 }));
          const instance = { rounds, relay, everybodyVisits: true, tables, people };
          for (const [id, hosted] of Object.entries(times(instance))) {
            expect(hosted, id).toBeLessThan(rounds);
          }
        },
      ),
    );
  });

  it('plans keep to it, whatever else is in the room', () => {
    let planned = 0;
    for (let seed = 1; seed <= 400; seed += 1) {
      const room = anyInstance(seed, { people: 10, tables: 4, rounds: 4 });
      // In a repair hosts are as fair as can be.
      if ((room.relay ?? 0) === 0 || room.told !== undefined) continue;
      const instance = { ...room, everybodyVisits: true };
      const made = plan(instance, seed);
      if (isNoPlan(made)) continue;
      planned += 1;
      expect(judge(instance, made.schedule), `seed ${seed}`).toMatchObject({
        worth: made.worth,
        broken: [],
      });
    }
    expect(planned).toBeGreaterThan(20);
  });
});
