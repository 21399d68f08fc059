import { describe, expect, it } from 'vitest';
import type { Instance, RotationPerson } from './instance.ts';
import { isHere } from './judge.ts';
import { seeded, type Random } from './random.ts';
import { relayHosts } from './relay.ts';
import { unitsOf } from './units.ts';

function hostsOf(instance: Instance, choice = 0) {
  const { hosts, fault } = relayHosts(instance, unitsOf(instance), choice);
  return {
    fault,
    hosts: hosts.map((set) => [...set].map((i) => instance.people[i]!.id).sort()),
  };
}

/** One team at t1, named by letters; others visit from elsewhere. */
function team(letters: string, change: Partial<Instance> = {}): Instance {
  return {
    rounds: 3,
    relay: 2,
    tables: [
      { id: 't1', cap: 9 },
      { id: 't2', cap: 9 },
    ],
    people: [...letters].map((id) => ({ id, home: 't1' })),
    ...change,
  };
}

describe('the hosts of a relay', () => {
  it('are everybody once in a team of six', () => {
    const { hosts, fault } = hostsOf(team('abcdef'));
    expect(fault).toBeNull();
    expect(hosts.flat().sort()).toEqual([...'abcdef']);
  });

  it('are who would rather host in that round, in every choice', () => {
    const wishes: Record<string, number[]> = { a: [3], c: [1], d: [1], e: [1], f: [2] };
    const people = team('abcdef').people.map((person) => ({
      ...person,
      ...(wishes[person.id] === undefined ? {} : { hostsIn: wishes[person.id]! }),
    }));
    for (let choice = 0; choice < 6; choice += 1) {
      const { hosts, fault } = hostsOf(team('', { people }), choice);
      expect(fault).toBeNull();
      expect(hosts.flat().sort()).toEqual([...'abcdef']);
      expect(hosts[2]).toContain('a');
      expect(hosts[1]).toContain('f');
      expect(hosts[0]!.filter((id) => 'cde'.includes(id))).toHaveLength(2);
    }
  });

  it('are fair first, whatever they wish', () => {
    const people = team('abc').people.map((person) => ({
      ...person,
      ...(person.id === 'a' ? { hostsIn: [1, 2, 3] } : { hostsIn: [] }),
    }));
    const { hosts } = hostsOf(team('', { people, relay: 1 }));
    expect(hosts.flat().sort()).toEqual(['a', 'b', 'c']);
  });

  it('are fair around absences that a greedy choice would stumble over', () => {
    const instance = team('abcd', { relay: 1, rounds: 4 });
    // Only d can host in the last round, only c and d in the third.
    const people = instance.people.map((person) => ({
      ...person,
      absent: { a: [3, 4], b: [3, 4], c: [4], d: [] }[person.id] ?? [],
    }));
    const { hosts, fault } = hostsOf({ ...instance, people });
    expect(fault).toBeNull();
    expect(hosts.slice(2)).toEqual([['c'], ['d']]);
    expect(hosts.flat().sort()).toEqual([...'abcd']);
  });

  it('are all who are here where fewer are here than wanted', () => {
    const people = [
      { id: 'a', home: 't1' },
      { id: 'b', home: 't1', absent: [2] },
    ];
    expect(hostsOf(team('', { people })).hosts).toEqual([['a', 'b'], ['a'], ['a', 'b']]);
  });

  it('count the past', () => {
    const past = { rounds: 1, seats: { a: ['t1'], b: ['t1'], c: ['t2'], d: ['t2'] } };
    const { hosts } = hostsOf(team('abcd', { past, rounds: 2 }));
    expect(hosts).toEqual([[], ['c', 'd']]);
  });

  it('are who was told to host, where that is fair', () => {
    const told = {
      a: ['t2', 't2', 't1'],
      b: ['t2', 't1', 't2'],
      c: ['t1', 't2', 't2'],
      d: ['t1', 't2', 't2'],
      e: ['t2', 't1', 't2'],
      f: ['t2', 't2', 't1'],
    };
    expect(hostsOf(team('abcdef', { told })).hosts).toEqual([
      ['c', 'd'],
      ['b', 'e'],
      ['a', 'f'],
    ]);
  });

  it('stand beside different team-mates where they host more than once', () => {
    const { hosts } = hostsOf(team('abcd', { rounds: 6 }));
    expect(new Set(hosts.map((pair) => pair.join(''))).size).toBe(6);
  });

  it('host with whom they go', () => {
    const { hosts, fault } = hostsOf(team('abcdef', { together: [['b', 'e']] }));
    expect(fault).toBeNull();
    expect(hosts.filter((pair) => pair.includes('b'))).toEqual([['b', 'e']]);
  });

  it('do not host beside whom they must not meet', () => {
    const apart: [string, string][] = [
      ['a', 'b'],
      ['c', 'd'],
    ];
    const { hosts, fault } = hostsOf(team('abcd', { rounds: 4, apart }));
    expect(fault).toBeNull();
    for (const pair of hosts) expect(['ab', 'cd']).not.toContain(pair.join(''));
  });

  it('are not both of a pair from two teams at once', () => {
    const people: RotationPerson[] = [
      ...[...'abc'].map((id) => ({ id, home: 't1' })),
      ...[...'xyz'].map((id) => ({ id, home: 't2' })),
    ];
    const together: [string, string][] = [
      ['a', 'x'],
      ['b', 'y'],
      ['c', 'z'],
    ];
    const { hosts, fault } = hostsOf(team('', { people, together, relay: 1 }));
    expect(fault).toBeNull();
    for (const pair of hosts) expect(['ax', 'by', 'cz']).not.toContain(pair.join(''));
    expect(hosts.flat().sort()).toEqual([...'abcxyz']);
  });

  it('are always there who are fixed at home', () => {
    const people = [...'abc'].map((id) => ({
      id,
      home: 't1',
      ...(id === 'b' ? { fixed: 't1' } : {}),
    }));
    expect(hostsOf(team('', { people, relay: 1 }))).toEqual({
      fault: { reason: 'unfairHosts', table: 't1' },
      hosts: [['b'], ['b'], ['b']],
    });
  });

  it('are who was told before who would rather', () => {
    const told = { a: ['t1', 't2', 't2'], b: ['t2', 't1', 't2'], c: ['t2', 't2', 't1'] };
    const people = team('abc').people.map((person) =>
      person.id === 'c' ? { ...person, hostsIn: [1] } : person,
    );
    const { hosts } = hostsOf(team('', { people, relay: 1, told }));
    expect(hosts).toEqual([['a'], ['b'], ['c']]);
  });

  it('are as fair as can be in a repair, where one who was told to host never comes', () => {
    const people = [...'abc'].map((id) => ({
      id,
      home: 't1',
      ...(id === 'c' ? { absent: [1, 2, 3, 4] } : {}),
    }));
    const told = { c: ['t1', 't2', 't3', 't1'] };
    const whole = team('', { people, relay: 1, rounds: 4 });
    expect(hostsOf(whole).fault).toEqual({ reason: 'unfairHosts', table: 't1' });
    const { hosts, fault } = hostsOf({ ...whole, told });
    expect(fault).toBeNull();
    for (const id of 'ab') expect(hosts.flat().filter((host) => host === id)).toHaveLength(2);
  });

  it('are as fair as can be where one never comes', () => {
    const people = [...'abcde'].map((id) => ({
      id,
      home: 't1',
      ...(id === 'e' ? { absent: [1, 2, 3, 4] } : {}),
    }));
    const { hosts, fault } = hostsOf(team('', { people, rounds: 4, together: [['a', 'b']] }));
    expect(fault).toEqual({ reason: 'unfairHosts', table: 't1' });
    const times = [...'abcd'].map((id) => hosts.flat().filter((host) => host === id).length);
    expect(times).toEqual([2, 2, 2, 2]);
  });

  it('are called impossible only when they are', () => {
    const verdicts = { fair: 0, unfair: 0 };
    for (let seed = 1; seed <= 600; seed += 1) {
      const instance = anyTeam(seeded(seed));
      const units = unitsOf(instance);
      const isApartYetTogether = instance.apart?.some((pair) => {
        const both = pair.map((id) => instance.people.findIndex((person) => person.id === id));
        return units.list.some((unit) => both.every((i) => unit.includes(i)));
      });
      if (isApartYetTogether) continue;
      const { fault } = relayHosts(instance, units, seed);
      const isPossible = hasFairHosts(instance);
      expect(fault === null, `seed ${seed}: ${JSON.stringify(instance)}`).toBe(isPossible);
      verdicts[isPossible ? 'fair' : 'unfair'] += 1;
    }
    expect(Math.min(verdicts.fair, verdicts.unfair)).toBeGreaterThan(100);
  });

  it('are found among twelve with pairs, absences and a past without long search', () => {
    const together = ['ab', 'cd', 'ef', 'gh'].map((pair): [string, string] => [pair[0]!, pair[1]!]);
    const people = [...'abcdefghijkl'].map((id, i) => ({ id, home: 't1', absent: [1 + (i % 6)] }));
    const { hosts } = hostsOf(team('', { people, rounds: 6, relay: 3, together }));
    for (const three of hosts) expect(three).toHaveLength(3);
  });
});

/** Small teams at two tables with everything that concerns hosts. */
function anyTeam(random: Random): Instance {
  const rounds = 1 + random.below(3);
  const size = 2 + random.below(3);
  const people = Array.from({ length: size + random.below(2) }, (_, i): RotationPerson => ({
    id: `p${i}`,
    home: i < size ? 't1' : 't2',
    absent: random.below(3) === 0 ? [1 + random.below(rounds)] : [],
    ...(random.below(25) === 0 ? { fixed: `t${1 + random.below(2)}` } : {}),
  }));
  const pair = (): [string, string] => [
    `p${random.below(people.length)}`,
    `p${random.below(people.length)}`,
  ];
  const pairs = (): [string, string][] =>
    Array.from({ length: random.below(3) }, pair).filter(([a, b]) => a !== b);
  return {
    rounds,
    relay: 1 + random.below(2),
    tables: ['t1', 't2'].map((id) => ({ id, cap: 2 + random.below(6) })),
    people,
    together: random.below(2) === 0 ? pairs() : [],
    apart: random.below(3) === 0 ? pairs() : [],
  };
}

/** Every choice of hosts, tried one after another: the slow way to know. */
function hasFairHosts(instance: Instance): boolean {
  const { people, tables, rounds, relay = 0, apart = [], together = [] } = instance;
  const times = people.map(() => 0);
  const isFair = (home: string): boolean => {
    const own = times.filter((_, i) => people[i]!.home === home);
    return own.length === 0 || Math.max(...own) - Math.min(...own) <= 1;
  };
  /** Places by person; null is anywhere but at the two tables, undefined is absent. */
  type Places = readonly (string | null | undefined)[];
  const isValid = (at: Places, round: number): boolean =>
    tables.every(({ id, cap }) => {
      const here = people.filter((_, i) => at[i] === id);
      const present = people.filter((person) => person.home === id && isHere(person, round));
      const hosts = here.filter(({ home }) => home === id);
      return here.length <= cap && hosts.length === Math.min(relay, present.length);
    });
  const of = (at: Places, id: string): string | null | undefined =>
    at[people.findIndex((person) => person.id === id)];
  const fits = (at: Places): boolean =>
    together.every((pair) => {
      const [one, other] = pair.map((id) => of(at, id));
      return one === undefined || other === undefined || one === other;
    }) &&
    apart.every((pair) => {
      const [one, other] = pair.map((id) => of(at, id));
      return one == null || one !== other;
    });
  const seat = (round: number, at: Places): boolean => {
    if (round > rounds) return tables.every(({ id }) => isFair(id));
    if (!fits(at)) return false;
    const person = people[at.length];
    if (person === undefined) {
      if (!isValid(at, round)) return false;
      const hosting = people.flatMap((one, i) => (at[i] != null && at[i] === one.home ? [i] : []));
      for (const i of hosting) times[i]! += 1;
      const found = seat(round + 1, []);
      for (const i of hosting) times[i]! -= 1;
      return found;
    }
    if (!isHere(person, round)) return seat(round, [...at, undefined]);
    const options =
      person.fixed === undefined ? [null, ...tables.map(({ id }) => id)] : [person.fixed];
    return options.some((table) => seat(round, [...at, table]));
  };
  return seat(1, []);
}
