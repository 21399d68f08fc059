import { describe, expect, it } from 'vitest';
import type { Instance } from './instance.ts';
import { judge } from './judge.ts';
import { isNoPlan, modelOf } from './model.ts';
import type { NoPlan } from './no-plan.ts';
import { seeded, shuffled, type Random } from './random.ts';
import { start } from './start.ts';

function started(instance: Instance, seed: number): NoPlan | { broken: string[] } {
  const model = modelOf(instance);
  if (isNoPlan(model)) return model;
  const seats = start(model, seeded(seed));
  return isNoPlan(seats) ? seats : judge(instance, seats.schedule());
}

describe('the start of a plan', () => {
  it('is a valid rotation whenever there is one, in rooms with hardly a chair to spare', () => {
    const verdicts = { seated: 0, impossible: 0 };
    for (let seed = 1; seed <= 1_500; seed += 1) {
      const instance = tightRoom(seeded(seed));
      const result = started(instance, seed);
      const expected = canBeSeated(instance);
      expect(!isNoPlan(result), `seed ${seed}: ${JSON.stringify(result)}`).toBe(expected);
      if (!isNoPlan(result)) expect(result.broken, `seed ${seed}`).toEqual([]);
      verdicts[expected ? 'seated' : 'impossible'] += 1;
    }
    expect(Math.min(verdicts.seated, verdicts.impossible)).toBeGreaterThan(200);
  });

  it.each([40, 120, 300])('packs %d people in groups into their very last chairs', (people) => {
    for (let seed = 1; seed <= 8; seed += 1) {
      const result = started(packedRoom(people, seeded(seed)), seed);
      expect(result, `seed ${seed}`).toMatchObject({ broken: [] });
    }
  });

  it('repeats no table without need and is even where nothing binds anybody', () => {
    for (const [size, tables, rounds] of [
      [2, 3, 6],
      [5, 4, 6],
      [13, 5, 4],
      [40, 8, 5],
    ] as const) {
      const instance: Instance = {
        rounds,
        tables: Array.from({ length: tables }, (_, i) => ({
          id: `t${i}`,
          cap: Math.ceil(size / tables),
        })),
        people: Array.from({ length: size }, (_, i) => ({ id: `p${i}` })),
      };
      expect(started(instance, 1)).toMatchObject({
        broken: [],
        worth: { tableRepeats: size * Math.max(0, rounds - tables), imbalance: 0 },
      });
    }
  });

  it('finds the seats that chains of people must give up for each other', () => {
    // Guest i may sit at table i or i + 1 and nowhere else, and the last one only at the last.
    const tables = Array.from({ length: 12 }, (_, i) => ({ id: `t${i}`, cap: 2 }));
    const hosts = tables.map(({ id }, i) => ({ id: `h${i}`, host: id }));
    const guests = tables.map((_, i) => ({ id: `g${i}` }));
    const apart = tables.flatMap((_, g) =>
      tables.flatMap((_, h): [string, string][] =>
        h === g || h === g + 1 ? [] : [[`g${g}`, `h${h}`]],
      ),
    );
    for (let seed = 1; seed <= 20; seed += 1) {
      const people = shuffled([...hosts, ...guests], seeded(seed));
      expect(started({ rounds: 1, tables, people, apart }, seed)).toMatchObject({ broken: [] });
    }
  });
});

/** Six to nine people, two or three tables, one round; groups, pairs apart, hosts, few free chairs. */
function tightRoom(random: Random): Instance {
  const size = 5 + random.below(4);
  const count = 2 + random.below(2);
  const tables = Array.from({ length: count }, (_, i) => ({
    id: `t${i}`,
    cap: Math.max(1, Math.ceil(size / count) - 1 + random.below(3)),
  }));
  const people = Array.from({ length: size }, (_, i) => ({
    id: `p${i}`,
    ...(random.below(8) === 0 ? { fixed: `t${random.below(count)}` } : {}),
  }));
  const pairs = (most: number): [string, string][] =>
    Array.from({ length: random.below(most + 1) }, (): [string, string] => [
      `p${random.below(size)}`,
      `p${random.below(size)}`,
    ]).filter(([a, b]) => a !== b);
  return { rounds: 1, tables, people, together: pairs(3), apart: pairs(6) };
}

/** Every seating, one after another. */
function canBeSeated({ tables, people, together = [], apart = [] }: Instance): boolean {
  const at = new Map<string, string>();
  const fits = (id: string, table: string): boolean =>
    together.every(
      (pair) => !pair.includes(id) || pair.every((p) => (at.get(p) ?? table) === table),
    ) &&
    apart.every((pair) => !pair.includes(id) || pair.every((p) => p === id || at.get(p) !== table));
  const seat = (i: number): boolean => {
    const person = people[i];
    if (person === undefined) return true;
    return tables.some(({ id, cap }) => {
      const load = [...at.values()].filter((table) => table === id).length;
      if (load >= cap || (person.fixed ?? id) !== id || !fits(person.id, id)) return false;
      at.set(person.id, id);
      const found = seat(i + 1);
      at.delete(person.id);
      return found;
    });
  };
  return seat(0);
}

/** A room with no free chair, made by cutting tables into groups; a third of the pairs is apart. */
function packedRoom(size: number, random: Random): Instance {
  const tables: { id: string; cap: number }[] = [];
  const seated: string[][] = [];
  const together: [string, string][] = [];
  for (let people = 0; people < size;) {
    const cap = Math.min(size - people, 5 + random.below(4));
    const here = Array.from({ length: cap }, (_, i) => `p${people + i}`);
    tables.push({ id: `t${tables.length}`, cap });
    seated.push(here);
    for (let i = 0; i < cap;) {
      const group = Math.min(cap - i, 1 + random.below(4));
      for (let j = 1; j < group; j += 1) together.push([here[i]!, here[i + j]!]);
      i += group;
    }
    people += cap;
  }
  const apart: [string, string][] = [];
  while (apart.length < size / 3) {
    const [one, other] = shuffled(seated, random);
    if (one === undefined || other === undefined) break;
    apart.push([one[random.below(one.length)]!, other[random.below(other.length)]!]);
  }
  const people = shuffled(seated.flat(), random).map((id) => ({ id }));
  return { rounds: 2, tables, people, together, apart };
}
