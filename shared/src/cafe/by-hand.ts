/** People, tables and teams as they are after a facilitator has changed them by hand. */
import type { Cafe } from './cafe.ts';
import type { Table, Team } from './definition.ts';
import type { PersonChange, FactOf } from './fact.ts';
import { toldRound } from './position.ts';
import { visitingRounds } from './programme.ts';

export function withPerson(cafe: Cafe, change: PersonChange): Cafe {
  const { whom, team, withoutPhone, fixedAt, goesWith, freed } = change;
  const people = { ...cafe.people };
  const person = people[whom];
  if (person === undefined) return cafe;
  people[whom] = { ...person, team, withoutPhone, fixedAt, goesWith };
  for (const id of freed) {
    const other = people[id];
    if (other !== undefined) people[id] = { ...other, goesWith: null };
  }
  return { ...cafe, people };
}

/** The café in which a person whose seat is fixed is told that table for every round to come. */
export function staying(cafe: Cafe, { whom, fixedAt }: PersonChange): Cafe {
  const own = cafe.itineraries?.[whom];
  const told = toldRound(cafe.definition.programme, cafe.stage);
  if (fixedAt === null || own === undefined || told === null) return cafe;
  const isLater = (i: number): boolean =>
    i >= told && i < visitingRounds(cafe.definition.programme);
  const itinerary = {
    tables: own.tables.map((table, i) => (isLater(i) ? fixedAt : table)),
    hosting: own.hosting.map((hosts, i) => hosts && (!isLater(i) || own.tables[i] === fixedAt)),
  };
  return { ...cafe, itineraries: { ...cafe.itineraries, [whom]: itinerary } };
}

function withTables(cafe: Cafe, tables: Table[]): Cafe {
  return { ...cafe, definition: { ...cafe.definition, tables } };
}

function withTeams(cafe: Cafe, teams: Team[]): Cafe {
  return { ...cafe, definition: { ...cafe.definition, teams } };
}

export function withTable(cafe: Cafe, table: Table): Cafe {
  return withTables(cafe, [...cafe.definition.tables, table]);
}

export function withDescribed(cafe: Cafe, fact: FactOf<'tableDescribed'>): Cafe {
  const { table, number, place, chairs } = fact;
  const { tables } = cafe.definition;
  return withTables(
    cafe,
    tables.map((one) => (one.id === table ? { ...one, number, place, chairs } : one)),
  );
}

export function withTeam(cafe: Cafe, { team: id, name, homeTable }: FactOf<'teamAdded'>): Cafe {
  return withTeams(cafe, [
    ...cafe.definition.teams,
    { id, name, topic: '', question: '', homeTable },
  ]);
}

export function withTeamNamed(cafe: Cafe, { team, name, homeTable }: FactOf<'teamNamed'>): Cafe {
  const { teams } = cafe.definition;
  return withTeams(
    cafe,
    teams.map((one) => (one.id === team ? { ...one, name, homeTable } : one)),
  );
}

/** Whoever was on its list stays listed, of no team. */
export function withoutTeam(cafe: Cafe, { team }: FactOf<'teamRemoved'>): Cafe {
  const people = Object.fromEntries(
    Object.entries(cafe.people).map(([id, person]) => [
      id,
      person.team === team ? { ...person, team: null } : person,
    ]),
  );
  const others = cafe.definition.teams.filter(({ id }) => id !== team);
  return { ...withTeams(cafe, others), people };
}
