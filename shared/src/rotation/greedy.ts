import type { Instance, Schedule } from './instance.ts';
import { shuffled, type Random } from './random.ts';
import { relayHosts } from './relay.ts';
import type { Unit } from './units.ts';

/**
 * Seats round after round: hosts and fixed people first, then every unit, in shuffled order and
 * the largest first, at the table that costs least. In this order of weight: a table that holds
 * it, a table it has not seen, an even load, people it has not met.
 *
 * Returns null where a unit fits at no table.
 */
export function greedy(
  instance: Instance,
  units: readonly Unit[],
  random: Random,
): Schedule | null {
  const { rounds, tables, people } = instance;
  const index = new Map(people.map((person, i) => [person.id, i]));
  const tableIndex = new Map(tables.map((table, i) => [table.id, i]));
  const met = new Uint8Array(people.length * people.length);
  const visited = new Uint8Array(people.length * tables.length);
  const members = units.map((unit) => unit.map(({ id }) => index.get(id) ?? 0));
  const schedule: Schedule = { seats: {}, hosting: {} };
  for (const person of people) {
    schedule.seats[person.id] = Array.from({ length: rounds }, () => null);
    schedule.hosting[person.id] = Array.from({ length: rounds }, () => false);
    const home = person.home === undefined ? undefined : tableIndex.get(person.home);
    if (home !== undefined) visited[(index.get(person.id) ?? 0) * tables.length + home] = 1;
  }
  for (const [a, one] of people.entries()) {
    for (const [b, other] of people.entries()) {
      if (one.team !== undefined && one.team === other.team) met[a * people.length + b] = 1;
    }
  }
  const hosts = relayHosts(instance, units);
  const numbered = units.map((unit, i) => ({ unit, people: members[i] ?? [] }));

  for (let round = 0; round < rounds; round += 1) {
    const seated: number[][] = tables.map(() => []);
    const place = (unit: Unit, unitPeople: number[], table: number, hosting: boolean): void => {
      const id = tables[table]?.id ?? null;
      for (const person of unit) {
        (schedule.seats[person.id] ?? [])[round] = id;
        (schedule.hosting[person.id] ?? [])[round] = hosting && person.home === id;
      }
      seated[table]?.push(...unitPeople);
    };
    const visitors: { unit: Unit; people: number[] }[] = [];
    for (const { unit, people: unitPeople } of numbered) {
      const hostedAt = hosts[round]?.get(unit);
      const fixed = hostedAt ?? unit.find((person) => person.fixed !== undefined)?.fixed;
      const table = fixed === undefined ? undefined : tableIndex.get(fixed);
      if (table === undefined) visitors.push({ unit, people: unitPeople });
      else place(unit, unitPeople, table, hostedAt !== undefined);
    }
    // Shuffled, then by size: sort is stable, so equal sizes stay shuffled.
    const order = shuffled(visitors, random).sort((a, b) => b.unit.length - a.unit.length);
    for (const { unit, people: unitPeople } of order) {
      let best = -1;
      let bestCost = Infinity;
      for (const [t, table] of tables.entries()) {
        const here = seated[t] ?? [];
        if (here.length + unit.length > table.cap) continue;
        let seen = 0;
        let known = 0;
        for (const p of unitPeople) {
          seen += visited[p * tables.length + t] ?? 0;
          for (const q of here) known += met[p * people.length + q] ?? 0;
        }
        const cost = seen * 1_000_000 + here.length * 1_000 + known;
        if (cost < bestCost) {
          best = t;
          bestCost = cost;
        }
      }
      if (best < 0) return null;
      place(unit, unitPeople, best, false);
      for (const p of unitPeople) visited[p * tables.length + best] = 1;
    }
    for (const here of seated) {
      for (const p of here) {
        for (const q of here) met[p * people.length + q] = 1;
      }
    }
  }
  return schedule;
}
