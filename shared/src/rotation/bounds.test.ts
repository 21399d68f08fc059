import { describe, expect, it } from 'vitest';
import { boundsOfAnyHosts, lowerBounds, type Bounds } from './bounds.ts';
import type { Instance, RotationPerson } from './instance.ts';
import { isNoPlan, modelOf, type Model } from './model.ts';

function boundsOf(
  [tables, cap, people, rounds]: [number, number, number, number],
  change: Partial<Instance> = {},
  person: (i: number) => Partial<RotationPerson> = () => ({}),
  bounds: (model: Model) => Bounds = lowerBounds,
): Bounds {
  const model = modelOf({
    rounds,
    tables: Array.from({ length: tables }, (_, i) => ({ id: `t${i}`, cap })),
    people: Array.from({ length: people }, (_, i) => ({ id: `p${i}`, ...person(i) })),
    ...change,
  });
  if (isNoPlan(model)) throw new Error(model.reason);
  return bounds(model);
}

describe('bounds', () => {
  it('are nothing where a perfect plan exists', () => {
    expect(boundsOf([5, 4, 20, 5])).toEqual({
      tableRepeats: 0,
      imbalance: 0,
      waste: 0,
      changed: 0,
    });
  });

  it('know that more rounds than tables bring people back', () => {
    expect(boundsOf([3, 4, 9, 5])).toMatchObject({ tableRepeats: 9 * 2 });
    expect(boundsOf([3, 4, 9, 5], { objective: { tables: false } })).toMatchObject({
      tableRepeats: 0,
    });
  });

  it('know that a large table sees somebody again where chairs are few', () => {
    const tables = [3, 4, 5, 5, 6].map((cap, i) => ({ id: `t${i}`, cap }));
    // Six come to the largest in each of four rounds, and only 23 are there.
    expect(boundsOf([5, 0, 23, 4], { tables })).toMatchObject({ tableRepeats: 1 });
    expect(boundsOf([5, 0, 22, 4], { tables })).toMatchObject({ tableRepeats: 0 });
  });

  it('know that a table is emptier which half the room avoids', () => {
    // Two at each of two tables have one of these and the two others to go to, in three rounds.
    const home = (i: number): Partial<RotationPerson> => ({ home: `t${i % 2}` });
    const avoidHome = { objective: { avoidHome: true } };
    expect(boundsOf([4, 2, 4, 3], avoidHome, home)).toMatchObject({
      tableRepeats: 0,
      imbalance: 2,
    });
    expect(boundsOf([4, 2, 4, 2], avoidHome, home)).toMatchObject({
      tableRepeats: 0,
      imbalance: 0,
    });
  });

  it('know that even tables bring a team to its own host', () => {
    // A host at each of four tables; only one of four visitors is a stranger to the first.
    const mates = (i: number): Partial<RotationPerson> => ({
      ...(i < 4 ? { host: `t${i}` } : {}),
      ...(i % 4 === 0 || i > 5 ? { team: 'T' } : {}),
    });
    expect(boundsOf([4, 3, 8, 3], {}, mates)).toMatchObject({ imbalance: 0, waste: 2 });
    // One table may be left out where there is a visitor less.
    expect(boundsOf([4, 3, 7, 3], {}, mates)).toMatchObject({ imbalance: 0, waste: 0 });
  });

  it('count an avoided home table as seen', () => {
    const home = (i: number): Partial<RotationPerson> => ({ home: `t${i % 3}` });
    expect(boundsOf([3, 4, 9, 3], { objective: { avoidHome: true } }, home)).toMatchObject({
      tableRepeats: 9,
    });
  });

  it('know that a group larger than the other tables meets again', () => {
    // Each round's four groups of four have three other tables: one pair of each sits together.
    expect(boundsOf([4, 4, 16, 4])).toMatchObject({ waste: 3 * 4 });
    // Ten groups of twenty spread over nine tables: 2 · 3 + 7 · 1 pairs each.
    expect(boundsOf([10, 20, 200, 3])).toMatchObject({ waste: 2 * 10 * 13 });
  });

  it('count a team larger than the room, and hosts of one team side by side', () => {
    const oneTeam = (): Partial<RotationPerson> => ({ team: 'a' });
    // A team of eight at three tables: 3 + 3 + 2 sit together, of which none is new.
    expect(boundsOf([3, 4, 8, 2], {}, oneTeam)).toMatchObject({ waste: 2 * 7 });
    const home = (i: number): Partial<RotationPerson> => ({
      team: `T${i % 5}`,
      home: `t${i % 5}`,
    });
    expect(boundsOf([5, 8, 30, 3], { relay: 2 }, home)).toMatchObject({ waste: 5 * 3 });
  });

  it('hold whoever hosts: who is fixed elsewhere comes back, a pair hosts together once', () => {
    // Five tables, teams of six, two hosts in each of three rounds: everybody hosts once.
    const person = (i: number): Partial<RotationPerson> =>
      i === 30 ? { fixed: 't2' } : { team: `T${i % 5}`, home: `t${i % 5}` };
    const room = [5, 8, 31, 3] as [number, number, number, number];
    const relay = { relay: 2, objective: { avoidHome: true } };
    expect(boundsOf(room, relay, person, boundsOfAnyHosts)).toMatchObject({
      tableRepeats: 2,
      waste: 5 * 3,
    });
    const linked = { ...relay, together: [['p0', 'p5']] as [string, string][] };
    expect(boundsOf(room, linked, person, boundsOfAnyHosts)).toMatchObject({
      tableRepeats: 2,
      waste: 5 * 3 - 1,
    });
  });

  it('know when there is nobody left to meet', () => {
    // Four people in pairs make two acquaintances a round, six in all.
    expect(boundsOf([2, 2, 4, 5], { objective: { tables: false } })).toMatchObject({
      waste: 10 - 6,
    });
  });

  it('see that hosts make a room uneven', () => {
    const hosting = (i: number): Partial<RotationPerson> => (i < 3 ? { host: 't0' } : {});
    // Three hosts at one table and one visitor for the other.
    expect(boundsOf([2, 4, 4, 1], {}, hosting)).toMatchObject({ imbalance: 3 - 2 });
  });
});
