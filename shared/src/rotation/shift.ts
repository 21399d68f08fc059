import type { Instance, Schedule } from './instance.ts';

/**
 * "Class c walks c tables each round": people fill the tables in order, one class after another,
 * and class c moves c tables on. Where visitors at a table × (rounds − 1) < tables nobody meets
 * twice and nobody repeats a table. Only for people who are all free to move; else null.
 */
export function shift(instance: Instance): Schedule | null {
  const { tables, people, rounds } = instance;
  const m = tables.length;
  const classes = Math.ceil(people.length / m);
  const free =
    instance.relay === 0 &&
    instance.together.length === 0 &&
    people.every((person) => person.fixed === undefined && person.home === undefined) &&
    tables.every((table) => table.cap >= classes);
  if (!free || rounds > m) return null;
  const schedule: Schedule = { seats: {}, hosting: {} };
  for (const [i, person] of people.entries()) {
    // Class 0 would stand still; it starts with 1 and wraps around the tables.
    const walk = (Math.floor(i / m) % (m - 1 || 1)) + 1;
    schedule.seats[person.id] = Array.from(
      { length: rounds },
      (_, round) => tables[(i + walk * round) % m]?.id ?? null,
    );
    schedule.hosting[person.id] = Array.from({ length: rounds }, () => false);
  }
  return schedule;
}
