import { judge, readInstance, type Schedule } from '@tablecloth/shared/rotation';
import { describe, expect, test } from 'vitest';
import type { PlanOptions } from './options.ts';
import { planned } from './planned.ts';

const options: PlanOptions = {
  file: 'cafes/small.json',
  seed: 1,
  budgetMs: undefined,
  words: false,
};

/** Forty people at eight tables in five rounds: not perfect at once, so that time can be spent. */
const room = {
  rounds: 5,
  tables: Array.from({ length: 8 }, (_, i) => ({ id: `t${i}`, cap: 6 })),
  people: Array.from({ length: 40 }, (_, i) => ({ id: `p${i}`, team: `T${i % 8}` })),
  apart: [['p0', 'p1']],
  together: [['p2', 'p3']],
};

/** Jumps by so many milliseconds each time it is read. */
function clock(stepMs: number) {
  let now = 0;
  return { reads: () => now / stepMs, read: () => (now += stepMs) };
}

function schedule(json: unknown, change: Partial<PlanOptions> = {}, stepMs = 1) {
  const printed = planned(json, { ...options, ...change }, clock(stepMs).read);
  if ('noPlan' in printed) throw new Error(printed.noPlan);
  return JSON.parse(printed.text) as Schedule & Record<string, unknown>;
}

describe('what is printed', () => {
  test('is a valid schedule with the file as its name where it has none', () => {
    const printed = schedule(room);
    expect(Object.keys(printed)).toEqual(['instance', 'seats', 'ms', 'bounds']);
    expect(printed).toMatchObject({ instance: 'small', ms: 1 });
    const read = readInstance(room);
    if ('problems' in read) throw new Error(read.problems.join());
    expect(judge(read.instance, { ...printed, hosting: {} }).broken).toEqual([]);
  });

  test('is the same for the same seed', () => {
    expect(schedule(room)).toEqual(schedule(room));
    expect(schedule(room, { seed: 2 }).seats).not.toEqual(schedule(room).seats);
  });

  test('names the hosts whom a relay chose, and no others', () => {
    const people = room.people.map((person, i) => ({ ...person, home: `t${i % 8}` }));
    const relay = { id: 'r', rounds: 3, tables: room.tables, people, relay: 1 };
    const { hosting, instance } = schedule(relay);
    expect(instance).toBe('r');
    expect(Object.values(hosting).flat().filter(Boolean)).toHaveLength(24);
  });

  test('is sentences on request', () => {
    const small = { rounds: 1, tables: room.tables, people: [{ id: 'ann' }, { id: 'bo' }] };
    expect(planned(small, { ...options, words: true }, clock(1).read)).toEqual({
      text:
        'Nobody repeats a table. Nobody meets anybody twice.\n' +
        'ann: 1 table, 0 new people, nobody twice.\n' +
        'bo: 1 table, 0 new people, nobody twice.',
    });
  });

  test('is the reason where there is no plan', () => {
    expect(planned({ ...room, tables: [{ id: 't0', cap: 6 }] }, options, clock(1).read)).toEqual({
      noPlan: 'Round 1 has 40 people but only 6 chairs.',
    });
    expect(planned({ ...room, rounds: 0 }, options, clock(1).read)).toEqual({
      noPlan: '“rounds” must be at least 1, not 0.',
    });
  });
});

test('no chunk is begun that would most likely end after the budget', () => {
  const ticking = clock(30);
  planned(room, { ...options, budgetMs: 200 }, ticking.read);
  // Read when planning begins, with its first plan, after each chunk, and at the end.
  expect(ticking.reads() * 30).toBeLessThanOrEqual(30 + 200 + 30);
  expect(ticking.reads()).toBeGreaterThan(5);
});
