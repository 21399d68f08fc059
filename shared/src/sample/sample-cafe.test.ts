import { describe, expect, it } from 'vitest';
import {
  apply,
  checkFounding,
  decide,
  found,
  plannedEnd,
  replay,
  withNames,
} from '../cafe/index.ts';
import type { Actor, Cafe, Command, Itinerary, Person } from '../cafe/index.ts';
import { sampleCafe } from './sample-cafe.ts';

const nine = Date.UTC(2026, 2, 3, 9);
const sample = sampleCafe(nine);
const { definition, people } = sample;

describe('the sample café', () => {
  it('can be opened', () => {
    expect(checkFounding(sample)).toEqual([]);
  });

  it('has 20 tables of 6, 20 teams with the coaches’ clinic, each at the table of its number', () => {
    expect(definition.tables.map(({ number, chairs }) => [number, chairs])).toEqual(
      Array.from({ length: 20 }, (_, i) => [i + 1, 6]),
    );
    expect(definition.teams.map(({ homeTable }) => homeTable)).toEqual(
      definition.tables.map(({ id }) => id),
    );
    expect(definition.tables.every(({ place }) => place !== '')).toBe(true);
  });

  it('has 110 people: 14 teams of 5, 5 of 6, 4 coaches, 6 without a team', () => {
    const size = (team: string | null) => people.filter((one) => one.team === team).length;
    const sizes = definition.teams.map(({ id }) => size(id));
    expect(people).toHaveLength(110);
    expect(sizes.slice(0, 19).filter((n) => n === 5)).toHaveLength(14);
    expect(sizes.slice(0, 19).filter((n) => n === 6)).toHaveLength(5);
    expect(sizes[19]).toBe(4);
    expect(size(null)).toBe(6);
  });

  it('has the awkward things in it', () => {
    const called = (name: string) => people.filter((one) => one.name.includes(name));
    expect(new Set(called('Sam Ali').map(({ team }) => team)).size).toBe(2);
    expect(new Set(people.map(({ name }) => name)).size).toBe(109);
    for (const name of ['Zoë', 'Nguyễn', 'Łukasz']) expect(called(name)).toHaveLength(1);
    expect(people.filter(({ goesWith }) => goesWith !== null)).toHaveLength(4);
    expect(people.filter(({ fixedAt }) => fixedAt === 't5')).toHaveLength(1);
    expect(people.filter(({ withoutPhone }) => withoutPhone)).toHaveLength(2);
    expect(definition.teams[15]?.name.length).toBeGreaterThanOrEqual(58);
    expect(definition.teams.filter(({ question }) => question === '')).toMatchObject([
      { name: 'Fair Ladder' },
    ]);
  });

  it('ends at 12:05 when it opens at nine, whatever the pace the same steps', () => {
    expect(plannedEnd(definition, nine)).toBe(nine + 185 * 60_000);
    expect(sampleCafe(null, 30).definition).toEqual({ ...definition, opensAt: null, pace: 30 });
  });
});

describe('the sample café, seated', () => {
  const cafe = seated();
  const all = Object.values(cafe.people);
  const of = ({ id }: Person): Itinerary => cafe.itineraries?.[id] ?? { tables: [], hosting: [] };
  const homeOf = ({ team }: Person) => definition.teams.find(({ id }) => id === team)?.homeTable;
  const rounds = [0, 1, 2];

  it('has two hosts from its team at every table in every round', () => {
    for (const { id, homeTable } of definition.teams) {
      for (const round of rounds) {
        const hosts = all.filter((person) => of(person).hosting[round] === true);
        const here = hosts.filter((person) => of(person).tables[round] === homeTable);
        expect(here.map(({ team }) => team)).toEqual([id, id]);
      }
    }
  });

  it('sends nobody to their own table but to host, and nobody to a table twice', () => {
    for (const person of all.filter(({ fixedAt }) => fixedAt === null)) {
      const { tables, hosting } = of(person);
      const visits = rounds.filter((round) => hosting[round] !== true).map((i) => tables[i]);
      expect(visits).not.toContain(homeOf(person));
      expect(new Set(visits).size).toBe(visits.length);
      expect(visits).not.toContain(null);
    }
  });

  it('has 5 or 6 at every table', () => {
    for (const round of rounds) {
      for (const { id } of definition.tables) {
        const load = all.filter((person) => of(person).tables[round] === id).length;
        expect([5, 6]).toContain(load);
      }
    }
  });

  it('keeps pairs together and the fixed seat fixed', () => {
    for (const person of all) {
      const partner = person.goesWith === null ? null : cafe.people[person.goesWith];
      if (partner) expect(of(person)).toEqual(of(partner));
      if (person.fixedAt !== null) expect(new Set(of(person).tables)).toEqual(new Set(['t5']));
    }
  });

  it('has everybody with a team at home in the home round', () => {
    for (const person of all.filter(({ team }) => team !== null)) {
      expect(of(person).tables[3]).toBe(homeOf(person));
    }
  });
});

/** Everybody checked in at the desk, the welcome begun and "Seat everyone" pressed. */
function seated(): Cafe {
  const by: Actor = { role: 'facilitator', label: 'Ana' };
  const { facts, names } = found(sample);
  let cafe = withNames(
    replay(
      'sample',
      facts.map((body, i) => ({ number: i + 1, at: nine, by, body })),
      {},
    ),
    names,
  );
  const run = (command: Command): void => {
    const decision = decide(cafe, command, by, nine);
    if ('refusal' in decision) throw new Error(decision.refusal.code);
    for (const body of decision.facts) {
      cafe = apply(cafe, { number: cafe.factNumber + 1, at: nine, by, body });
    }
  };
  for (const { id } of people) run({ kind: 'checkIn', person: id });
  for (let press = 0; press < 3; press += 1) run({ kind: 'next', phase: cafe.phase });
  return cafe;
}
