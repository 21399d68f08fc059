import type { Instance, RotationPerson, Schedule } from './instance.ts';
import { hostedTable } from './judge.ts';

/** A table in one round with the people there who may all sit at another one instead. */
interface Group {
  table: number;
  people: readonly number[];
}

/**
 * The same people together in every round, at tables that fewer of them come back to: two groups of a
 * round change tables as long as that helps. Groups with somebody who belongs to their table stay there.
 */
export function fewerReturns(instance: Instance, schedule: Schedule): Schedule {
  const { people, tables, past, relay = 0 } = instance;
  // In a relay every table has its hosts, and wishes are for tables.
  if (relay > 0 || people.some(({ wishes = [] }) => wishes.length > 0)) return schedule;
  const numberOf = new Map(tables.map(({ id }, table) => [id, table]));
  const seats = people.map(({ id }) => [...(schedule.seats[id] ?? [])]);
  const visits = people.map((person, i) => visitsOf(instance, person, seats[i] ?? [], numberOf));

  /** How many of a group have been, or will be, at a table in another round. */
  const returns = ({ people: all }: Group, table: number): number =>
    all.reduce((sum, person) => sum + ((visits[person]?.[table] ?? 0) > 0 ? 1 : 0), 0);
  const visit = (group: Group, by: 1 | -1): void => {
    for (const person of group.people) visits[person]![group.table]! += by;
  };
  const fits = ({ people: all }: Group, table: number): boolean =>
    all.length <= (tables[table]?.cap ?? 0);

  const rounds: { round: number; groups: Group[] }[] = [];
  for (let round = past?.rounds ?? 0; round < instance.rounds; round += 1) {
    rounds.push({ round, groups: groupsOf(instance, seats, round, numberOf) });
  }
  for (let isBetter = true; isBetter;) {
    isBetter = false;
    for (const { groups } of rounds) {
      for (const group of groups) visit(group, -1);
      for (const [i, one] of groups.entries()) {
        for (const other of groups.slice(0, i)) {
          if (!fits(one, other.table) || !fits(other, one.table)) continue;
          const now = returns(one, one.table) + returns(other, other.table);
          if (returns(one, other.table) + returns(other, one.table) >= now) continue;
          [one.table, other.table] = [other.table, one.table];
          isBetter = true;
        }
      }
      for (const group of groups) visit(group, 1);
    }
  }
  for (const { round, groups } of rounds) {
    for (const { table, people: all } of groups) {
      for (const person of all) seats[person]![round] = tables[table]?.id ?? null;
    }
  }
  return {
    ...schedule,
    seats: Object.fromEntries(people.map(({ id }, i) => [id, seats[i] ?? []])),
  };
}

/** By table how often a person sits there without hosting, an avoided home table once more. */
function visitsOf(
  instance: Instance,
  person: RotationPerson,
  seats: readonly (string | null)[],
  numberOf: ReadonlyMap<string, number>,
): number[] {
  const visits = instance.tables.map(() => 0);
  const count = (table: string): void => {
    const number = numberOf.get(table);
    if (number !== undefined) visits[number]! += 1;
  };
  for (const [i, seat] of seats.entries()) {
    if (seat !== null && hostedTable(instance, person, seat, i + 1) !== seat) count(seat);
  }
  if (instance.objective?.avoidHome === true && person.home !== undefined) count(person.home);
  return visits;
}

/** Empty tables are groups of nobody. */
function groupsOf(
  instance: Instance,
  seats: readonly (readonly (string | null)[])[],
  round: number,
  numberOf: ReadonlyMap<string, number>,
): Group[] {
  const groups = instance.tables.map((_, table): { table: number; people: number[] } => ({
    table,
    people: [],
  }));
  const staying = new Set<number>();
  for (const [i, person] of instance.people.entries()) {
    const seat = seats[i]?.[round] ?? null;
    const table = seat === null ? undefined : numberOf.get(seat);
    if (seat === null || table === undefined) continue;
    groups[table]?.people.push(i);
    const kept = instance.kept?.[person.id]?.[round] ?? null;
    const isBound =
      person.fixed !== undefined || hostedTable(instance, person, seat, round + 1) === seat;
    if (isBound || kept !== null) staying.add(table);
  }
  return groups.filter(({ table }) => !staying.has(table));
}
