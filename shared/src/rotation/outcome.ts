import type { Instance, RotationPerson, Schedule } from './instance.ts';
import { judge } from './judge.ts';
import type { Planned } from './planned.ts';

/** What a plan comes to, in the numbers people ask for; the past counts with the rest. */
export interface Outcome {
  /** Whether another table every round comes before new people. */
  tablesFirst: boolean;
  /** How often somebody returns to a table, or visits their own where that counts as seen. */
  returns: number;
  /** Pairs, team-mates aside, who sit together twice or more, and their meetings after the first. */
  pairsAgain: number;
  again: number;
  /** How often two of a team sit together. */
  mates: number;
  imbalance: number;
  /** Seats that differ from what was told. */
  changed: number;
  /** People with a wish, and those of them with a wish honoured. */
  wishing: number;
  honoured: number;
  /** What no plan goes below: of `returns`, of `imbalance`, and of `again` and `mates` together. */
  least: { returns: number; imbalance: number; meetings: number };
}

/** One person's rounds. */
export interface Day {
  /** Different tables, those hosted included. */
  tables: number;
  /** Rounds hosted. */
  hosting: number;
  /** People met, team-mates and people they go with aside. */
  newPeople: number;
  /** Of them, those met more than once. */
  twice: number;
}

export function outcomeOf(instance: Instance, { schedule, worth, bounds }: Planned): Outcome {
  const { people, objective = {}, together = [] } = instance;
  const tablesFirst = objective.tables !== false;
  const outcome: Outcome = {
    tablesFirst,
    returns: countedTables(instance, schedule),
    pairsAgain: 0,
    again: 0,
    mates: 0,
    imbalance: worth.imbalance,
    changed: worth.changed,
    wishing: people.filter(({ wishes = [] }) => wishes.length > 0).length,
    honoured: Math.abs(worth.wishes[0] ?? 0),
    least: {
      returns: tablesFirst ? bounds.tableRepeats : 0,
      imbalance: bounds.imbalanceInOrder ?? bounds.imbalance,
      meetings: bounds.waste,
    },
  };
  const aside = new Set(together.flatMap(([a, b]) => [`${a}\n${b}`, `${b}\n${a}`]));
  for (const [i, person] of people.entries()) {
    for (const [other, times] of metBy(instance, schedule, person, i + 1)) {
      if (aside.has(`${person.id}\n${other.id}`)) continue;
      if (areMates(person, other)) outcome.mates += times;
      else if (times > 1) {
        outcome.pairsAgain += 1;
        outcome.again += times - 1;
      }
    }
  }
  return outcome;
}

/** A person's day; undefined for somebody who is not in the instance. */
export function dayOf(instance: Instance, schedule: Schedule, id: string): Day | undefined {
  const person = instance.people.find((one) => one.id === id);
  if (person === undefined) return undefined;
  const seats = schedule.seats[id] ?? [];
  const tables = new Set(seats.filter((table) => table !== null));
  const hosted = schedule.hosting[id] ?? person.hosting ?? seats.map(() => person.host ?? null);
  const goesWith = new Set(
    (instance.together ?? []).filter((pair) => pair.includes(id)).flatMap((pair) => pair),
  );
  const met = [...metBy(instance, schedule, person, 0)].filter(
    ([other]) => !areMates(person, other) && !goesWith.has(other.id),
  );
  return {
    tables: tables.size,
    hosting: seats.filter((table, round) => table !== null && hosted[round] === table).length,
    newPeople: met.length,
    twice: met.filter(([, times]) => times > 1).length,
  };
}

/** Repeated tables as they are counted where tables come first. */
function countedTables(instance: Instance, schedule: Schedule): number {
  const objective = { ...instance.objective, tables: true };
  return judge({ ...instance, objective }, schedule).worth.tableRepeats;
}

function areMates(one: RotationPerson, other: RotationPerson): boolean {
  return one.team !== undefined && one.team === other.team;
}

/** With whom of the people from an index on somebody sits, and how often. */
function metBy(
  { people }: Instance,
  { seats }: Schedule,
  person: RotationPerson,
  from: number,
): Map<RotationPerson, number> {
  const mine = seats[person.id] ?? [];
  const met = new Map<RotationPerson, number>();
  for (const other of people.slice(from)) {
    if (other === person) continue;
    const theirs = seats[other.id] ?? [];
    const times = mine.filter((table, round) => table !== null && theirs[round] === table).length;
    if (times > 0) met.set(other, times);
  }
  return met;
}
