import { evenLoads, pairs } from './even.ts';
import type { Instance, RotationPerson, Schedule, Worth } from './instance.ts';

/**
 * Counts from an instance and a schedule alone what the schedule is worth and which hard rules it
 * breaks. Written straight from the rules and slowly, apart from the planner's own arithmetic, so
 * that each can check the other.
 */
export function judge(instance: Instance, schedule: Schedule): { worth: Worth; broken: string[] } {
  const seats = (person: RotationPerson): (string | null)[] =>
    Array.from({ length: instance.rounds }, (_, i) => schedule.seats[person.id]?.[i] ?? null);
  return {
    worth: {
      wishes: wishesMet(instance, seats),
      tableRepeats: instance.objective?.tables === false ? 0 : tableRepeats(instance, schedule),
      imbalance: imbalance(instance, seats),
      changed: changed(instance, seats),
      ...meetings(instance, seats),
    },
    broken: broken(instance, schedule),
  };
}

type SeatsOf = (person: RotationPerson) => (string | null)[];

/** Whether a person is here in a round (1-based). */
export function isHere(person: RotationPerson, round: number): boolean {
  return (
    round >= (person.from ?? 1) &&
    round <= (person.to ?? Infinity) &&
    person.absent?.includes(round) !== true
  );
}

/** The table a person hosts in a round; in a relay whoever sits at home hosts. */
export function hostedTable(
  { relay = 0 }: Instance,
  person: RotationPerson,
  seat: string | null,
  round: number,
): string | null {
  if (relay > 0) return seat !== null && seat === person.home ? seat : null;
  return person.host ?? person.hosting?.[round - 1] ?? null;
}

function tableRepeats(instance: Instance, schedule: Schedule): number {
  let repeats = 0;
  for (const person of instance.people) {
    const visited: string[] = [];
    for (let round = 1; round <= instance.rounds; round += 1) {
      const table = schedule.seats[person.id]?.[round - 1] ?? null;
      if (table !== null && hostedTable(instance, person, table, round) !== table)
        visited.push(table);
    }
    const distinct = new Set(visited);
    repeats += visited.length - distinct.size;
    const { home } = person;
    if (instance.objective?.avoidHome === true && home !== undefined && distinct.has(home)) {
      repeats += 1;
    }
  }
  return repeats;
}

function imbalance(instance: Instance, seats: SeatsOf): number {
  const caps = instance.tables.map(({ cap }) => cap);
  let total = 0;
  for (let round = instance.past?.rounds ?? 0; round < instance.rounds; round += 1) {
    const loads = new Map(instance.tables.map((table) => [table.id, 0]));
    let people = 0;
    for (const person of instance.people) {
      const table = seats(person)[round];
      if (table == null) continue;
      loads.set(table, (loads.get(table) ?? 0) + 1);
      people += 1;
    }
    for (const load of loads.values()) total += pairs(load);
    for (const load of evenLoads(caps, people)) total -= pairs(load);
  }
  return total;
}

function changed(instance: Instance, seats: SeatsOf): number {
  let cells = 0;
  for (const person of instance.people) {
    const told = instance.told?.[person.id];
    if (told === undefined) continue;
    const now = seats(person);
    for (let round = instance.past?.rounds ?? 0; round < instance.rounds; round += 1) {
      const was = told[round] ?? null;
      if (was !== null && now[round] !== null && now[round] !== was) cells += 1;
    }
  }
  return cells;
}

function wishesMet(instance: Instance, seats: SeatsOf): number[] {
  const longest = Math.max(0, ...instance.people.map(({ wishes }) => wishes?.length ?? 0));
  if (longest === 0) return [];
  const most = Math.min(longest, instance.rounds);
  const atLeast = Array.from({ length: most }, () => 0);
  let sum = 0;
  for (const person of instance.people) {
    const wishes = person.wishes ?? [];
    const met = wishes.flatMap((wish, rank) => (seats(person).includes(wish) ? [rank] : []));
    for (const rank of met) sum -= wishes.length - rank;
    for (let i = 0; i < Math.min(met.length, most); i += 1) atLeast[i] = (atLeast[i] ?? 0) - 1;
  }
  return [...atLeast, sum];
}

function meetings(instance: Instance, seats: SeatsOf): { waste: number; meetings: number } {
  const { people } = instance;
  const index = new Map(people.map((person, i) => [person.id, i]));
  const key = (a: number, b: number): number => Math.min(a, b) * people.length + Math.max(a, b);
  const aside = new Set(
    (instance.together ?? []).map(([a, b]) => key(index.get(a) ?? -1, index.get(b) ?? -1)),
  );
  const places = people.map(seats);
  const met = new Map<number, number>();
  for (let round = 0; round < instance.rounds; round += 1) {
    const at = new Map<string, number[]>();
    for (const [i, place] of places.entries()) {
      const table = place[round];
      if (table == null) continue;
      const here = at.get(table) ?? [];
      for (const other of here) met.set(key(other, i), (met.get(key(other, i)) ?? 0) + 1);
      here.push(i);
      at.set(table, here);
    }
  }
  let waste = 0;
  let squares = 0;
  for (const [pair, times] of met) {
    if (aside.has(pair)) continue;
    const one = people[Math.floor(pair / people.length)];
    const mates = one?.team !== undefined && one.team === people[pair % people.length]?.team;
    waste += times - (mates ? 0 : 1);
    squares += pairs(times + (mates ? 1 : 0));
  }
  // Team-mates who never met have one meeting extra, which makes no pair of meetings.
  return { waste, meetings: squares };
}

function broken(instance: Instance, schedule: Schedule): string[] {
  const faults: string[] = [];
  const tables = new Map(instance.tables.map((table) => [table.id, table]));
  const past = instance.past?.rounds ?? 0;
  const seat = (id: string, round: number): string | null =>
    schedule.seats[id]?.[round - 1] ?? null;
  for (let round = 1; round <= instance.rounds; round += 1) {
    const loads = new Map<string, number>();
    for (const person of instance.people) {
      const { id } = person;
      const table = seat(id, round);
      if (round <= past) {
        const was = instance.past?.seats[id]?.[round - 1] ?? null;
        if (table !== was) faults.push(`${id} sat elsewhere in round ${round}`);
        continue;
      }
      if (!isHere(person, round)) {
        if (table !== null) faults.push(`${id} is absent in round ${round} and sits`);
        continue;
      }
      if (table === null || !tables.has(table)) {
        faults.push(`${id} has no seat in round ${round}`);
        continue;
      }
      loads.set(table, (loads.get(table) ?? 0) + 1);
      // In a relay, hosts too can only be who is not fixed elsewhere.
      const kept = instance.kept?.[id]?.[round - 1];
      const bound = person.fixed ?? hostedTable(instance, person, table, round) ?? kept ?? table;
      if (bound !== table) faults.push(`${id} belongs at ${bound} in round ${round}`);
    }
    for (const [table, load] of loads) {
      if (load > (tables.get(table)?.cap ?? 0)) faults.push(`${table} is too full in ${round}`);
    }
    if (round <= past) continue;
    for (const [a, b] of instance.together ?? []) {
      const one = seat(a, round);
      const other = seat(b, round);
      if (one !== null && other !== null && one !== other) {
        faults.push(`${a} and ${b} are apart in round ${round}`);
      }
    }
    for (const [a, b] of instance.apart ?? []) {
      if (seat(a, round) !== null && seat(a, round) === seat(b, round)) {
        faults.push(`${a} and ${b} meet in round ${round}`);
      }
    }
  }
  return [...faults, ...brokenRelay(instance, schedule)];
}

function brokenRelay(instance: Instance, schedule: Schedule): string[] {
  const relay = instance.relay ?? 0;
  if (relay === 0) return [];
  const past = instance.past?.rounds ?? 0;
  const faults: string[] = [];
  for (const table of instance.tables) {
    const team = instance.people.filter(({ home }) => home === table.id);
    const times = team.map(() => 0);
    for (let round = 1; round <= instance.rounds; round += 1) {
      let hosts = 0;
      for (const [i, { id }] of team.entries()) {
        const atHome = schedule.seats[id]?.[round - 1] === table.id;
        if (atHome) {
          hosts += 1;
          times[i] = (times[i] ?? 0) + 1;
        }
        if (round > past && atHome !== (schedule.hosting[id]?.[round - 1] === table.id)) {
          faults.push(`${id} sits at home in round ${round} without hosting, or the reverse`);
        }
      }
      const present = team.filter((person) => isHere(person, round));
      const { least, most } = hostsAt(instance, table.id, present);
      if (round > past && (hosts < least || hosts > most)) {
        faults.push(`${table.id} has ${hosts} hosts in round ${round}`);
      }
    }
    if (Math.max(0, ...times) - Math.min(Infinity, ...times) > 1) {
      faults.push(`${table.id} is hosted unfairly`);
    }
  }
  return faults;
}

/** How many of a team's present people host; with pairs in it, within what. */
function hostsAt(
  { relay = 0, everybodyVisits = false, together = [] }: Instance,
  table: string,
  present: readonly RotationPerson[],
): { least: number; most: number } {
  const most = Math.min(relay, present.length);
  if (!everybodyVisits) return { least: most, most };
  if (present.some(({ id }) => together.flat().includes(id)))
    return { least: Math.min(1, most), most };
  const stay = present.filter(({ fixed }) => fixed === table).length;
  const free = present.filter(({ fixed }) => fixed === undefined).length;
  const half = Math.min(most, Math.max(1, stay + Math.floor(free / 2)));
  return { least: half, most: half };
}
