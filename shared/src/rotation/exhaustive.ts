import { evenLoads, pairs } from './even.ts';
import { hostNumbers } from './host-numbers.ts';
import { compareWorth, type Instance, type Schedule, type Worth } from './instance.ts';
import { isHere, judge } from './judge.ts';

/**
 * Looks through every valid rotation of a small instance for one that is better than a given
 * worth, or for any at all. It is there to test the planner and shares nothing with it but the
 * instance and how many hosts its tables have: people are seated one by one by the rules as they are written, hosts of a relay
 * included, and a branch is left only when nothing that can follow would be better.
 *
 * @param worth what is to be beaten; null for any valid rotation.
 * @param steps seatings to try before giving up.
 */
export function betterThan(
  instance: Instance,
  worth: Worth | null,
  steps = 20_000_000,
): Schedule | 'none' | 'unknown' {
  const search = new Exhaustion(instance, worth, steps);
  if (search.seat(search.first, 0)) return search.schedule();
  return search.steps > 0 ? 'none' : 'unknown';
}

/** The best rotation there is and its worth; null where there is none, 'unknown' after too long. */
export function optimum(
  instance: Instance,
  known: Worth | null,
  steps?: number,
): Worth | 'unknown' | null {
  let best = known;
  for (;;) {
    const found = betterThan(instance, best, steps);
    if (found === 'unknown') return found;
    if (found === 'none') return best;
    best = judge(instance, found).worth;
  }
}

const NOWHERE = -1;

class Exhaustion {
  readonly first: number;
  steps: number;
  readonly #instance: Instance;
  readonly #target: Worth | null;
  /** Open tables first, then those that have been and are closed. */
  readonly #tables: readonly string[];
  readonly #open: number;
  readonly #seats: number[][];
  readonly #bound: readonly (readonly number[])[];
  readonly #home: readonly number[];
  readonly #together: readonly (readonly number[])[];
  readonly #apart: readonly (readonly number[])[];
  readonly #aside: ReadonlySet<number>;
  readonly #met: number[][];
  readonly #visits: number[][];
  readonly #hosted: number[];
  readonly #loads: number[][];
  readonly #hosts: number[][];
  /** Hosts of a home table in a round: `hostNumbers`, by the table's name. */
  readonly #wanted: ReadonlyMap<string, readonly number[]>;
  /** By round from here on: pair-seatings there must be at least, pairs who go together aside. */
  readonly #leastPairs: readonly number[];
  /** Tables that nothing in the instance tells apart have the same number. */
  readonly #kind: readonly number[];
  #repeats = 0;
  #waste = 0;
  #meetings = 0;
  #changed = 0;
  #imbalance = 0;

  constructor(instance: Instance, target: Worth | null, steps: number) {
    this.#instance = instance;
    this.#target = target;
    this.steps = steps;
    const { people, tables, rounds, past, relay = 0 } = instance;
    this.first = past?.rounds ?? 0;
    const wasAt = people.map(({ id }) => past?.seats[id] ?? []);
    const ids = new Set(tables.map(({ id }) => id));
    for (const id of wasAt.flat()) if (id !== null) ids.add(id);
    for (const { home } of people) if (home !== undefined) ids.add(home);
    this.#tables = [...ids];
    this.#open = tables.length;
    this.#wanted = hostNumbers(instance);
    const number = (id: string | null | undefined): number =>
      id == null ? NOWHERE : this.#tables.indexOf(id);
    const index = (id: string): number => people.findIndex((person) => person.id === id);
    this.#home = people.map(({ home }) => number(home));
    const { kept } = instance;
    this.#bound = people.map(({ id, host, hosting, fixed }) =>
      Array.from({ length: rounds }, (_, r) =>
        number(host ?? hosting?.[r] ?? fixed ?? kept?.[id]?.[r]),
      ),
    );
    const linked = (list: Instance['apart'] = []): number[][] =>
      people.map((_, i) =>
        list.flatMap(([a, b]) => [
          ...(index(a) === i ? [index(b)] : []),
          ...(index(b) === i ? [index(a)] : []),
        ]),
      );
    this.#together = linked(instance.together);
    this.#apart = linked(instance.apart);
    this.#aside = new Set(
      this.#together.flatMap((others, i) => others.map((j) => i * people.length + j)),
    );
    this.#met = people.map((one, i) =>
      people.map((other, j) =>
        i !== j && one.team !== undefined && one.team === other.team ? 1 : 0,
      ),
    );
    this.#visits = people.map(() => this.#tables.map(() => 0));
    if (instance.objective?.avoidHome === true) {
      for (const [i, home] of this.#home.entries()) if (home >= 0) this.#visits[i]![home] = 1;
    }
    this.#hosted = people.map(() => 0);
    this.#seats = Array.from({ length: rounds }, () => people.map(() => NOWHERE));
    this.#loads = this.#seats.map(() => this.#tables.map(() => 0));
    this.#hosts = this.#seats.map(() => this.#tables.map(() => 0));
    for (let round = 0; round < this.first; round += 1) {
      for (const [i, row] of wasAt.entries()) {
        const table = number(row[round]);
        if (table >= 0) this.#move(round, i, table, 1);
      }
    }
    this.#leastPairs = this.#seats.map((_, round) => this.#pairsFrom(round));
    const special = new Set<string | null | undefined>([
      ...people.flatMap((p) => [p.host, p.fixed, ...(p.hosting ?? []), ...(p.wishes ?? [])]),
      ...people.map(({ home }) =>
        relay > 0 || instance.objective?.avoidHome === true ? home : undefined,
      ),
      ...wasAt.flat(),
      ...Object.values(instance.kept ?? {}).flat(),
      ...Object.values(instance.told ?? {}).flat(),
    ]);
    this.#kind = tables.map(({ id, cap }, t) => (special.has(id) ? -1 - t : cap));
  }

  schedule(): Schedule {
    const schedule: Schedule = { seats: {}, hosting: {} };
    for (const [i, { id, home }] of this.#instance.people.entries()) {
      const seats = this.#seats.map((row) => this.#tables[row[i]!] ?? null);
      schedule.seats[id] = seats;
      if ((this.#instance.relay ?? 0) > 0) {
        schedule.hosting[id] = seats.map((seat) => (seat === home ? seat : null));
      }
    }
    return schedule;
  }

  /** Seats the i-th person of a round and everybody after; true as soon as a better one is whole. */
  seat(round: number, i: number): boolean {
    const { people, rounds } = this.#instance;
    if (round === rounds) return this.#isFair() && this.#isBetter();
    const person = people[i];
    if (person === undefined) return this.#finish(round);
    if (!isHere(person, round + 1)) return this.seat(round, i + 1);
    for (let table = 0; table < this.#open; table += 1) {
      this.steps -= 1;
      if (this.steps <= 0) return false;
      if (!this.#mayUse(round, table) || !this.#fits(round, i, table)) continue;
      this.#move(round, i, table, 1);
      if (this.#canBeat(round, i + 1) && this.seat(round, i + 1)) return true;
      this.#move(round, i, table, -1);
    }
    return false;
  }

  /** In the first round tables that are alike are taken in order. */
  #mayUse(round: number, table: number): boolean {
    if (round > this.first || this.#loads[round]![table]! > 0) return true;
    return !this.#kind.some(
      (kind, other) =>
        other < table && kind === this.#kind[table] && this.#loads[round]![other] === 0,
    );
  }

  #fits(round: number, i: number, table: number): boolean {
    const { tables, relay = 0 } = this.#instance;
    const row = this.#seats[round]!;
    const bound = this.#bound[i]![round]!;
    if (bound !== NOWHERE && bound !== table) return false;
    if (this.#loads[round]![table]! >= tables[table]!.cap) return false;
    if (relay > 0 && this.#home[i] === table) {
      if (this.#hosts[round]![table]! >= this.#wantedAt(round, table)) return false;
    }
    return (
      this.#together[i]!.every((j) => row[j] === NOWHERE || row[j] === table) &&
      this.#apart[i]!.every((j) => row[j] !== table)
    );
  }

  /** Counts a person in (1) at a table or out again (−1). */
  #move(round: number, i: number, table: number, by: 1 | -1): void {
    const { people, objective, relay = 0, told } = this.#instance;
    const row = this.#seats[round]!;
    if (by === -1) row[i] = NOWHERE;
    for (const j of people.keys()) {
      if (row[j] !== table || j === i || this.#aside.has(i * people.length + j)) continue;
      const before = by === 1 ? this.#met[i]![j]! : this.#met[i]![j]! - 1;
      if (before > 0) this.#waste += by;
      this.#meetings += by * before;
      this.#met[i]![j] = this.#met[j]![i] = this.#met[i]![j]! + by;
    }
    if (by === 1) row[i] = table;
    this.#loads[round]![table]! += by;
    const { host, hosting, id } = people[i]!;
    const hosts =
      relay > 0
        ? this.#home[i] === table
        : this.#tables[table] === (host ?? hosting?.[round] ?? null);
    if (hosts) {
      this.#hosts[round]![table]! += by;
      this.#hosted[i]! += by;
    } else {
      const before = by === 1 ? this.#visits[i]![table]! : this.#visits[i]![table]! - 1;
      if (before > 0 && objective?.tables !== false) this.#repeats += by;
      this.#visits[i]![table]! += by;
    }
    if (round < this.first) return;
    const was = told?.[id]?.[round] ?? null;
    if (was !== null && was !== this.#tables[table]) this.#changed += by;
  }

  #wantedAt(round: number, table: number): number {
    return this.#wanted.get(this.#tables[table]!)?.[round] ?? 0;
  }

  /** Everybody of a round sits: the next one, if hosts and loads allow. */
  #finish(round: number): boolean {
    const { tables, relay = 0 } = this.#instance;
    if (relay > 0) {
      for (let table = 0; table < this.#open; table += 1) {
        if (this.#hosts[round]![table] !== this.#wantedAt(round, table)) return false;
      }
    }
    const loads = this.#loads[round]!.slice(0, this.#open);
    const seated = loads.reduce((sum, load) => sum + load, 0);
    const even = evenLoads(
      tables.map(({ cap }) => cap),
      seated,
    );
    const above = sum(loads.map(pairs)) - sum(even.map(pairs));
    this.#imbalance += above;
    const found = this.#canBeat(round + 1, 0) && this.seat(round + 1, 0);
    if (!found) this.#imbalance -= above;
    return found;
  }

  #isFair(): boolean {
    const { tables, relay = 0 } = this.#instance;
    return tables.every((_, table) => {
      const times = this.#hosted.filter((_times, i) => this.#home[i] === table);
      return relay === 0 || times.length === 0 || Math.max(...times) - Math.min(...times) <= 1;
    });
  }

  #isBetter(): boolean {
    if (this.#target === null) return true;
    return compareWorth(judge(this.#instance, this.schedule()).worth, this.#target) < 0;
  }

  /** Whether the seats so far leave room for something better, every number at its most hopeful. */
  #canBeat(round: number, i: number): boolean {
    if (this.#target === null) return true;
    const from = i === 0 ? round : round + 1;
    const hopeful: Worth = {
      wishes: this.#hopefulWishes(round, i),
      tableRepeats: this.#repeats + this.#repeatsAhead(round, i),
      imbalance: this.#imbalance,
      changed: this.#changed,
      waste: this.#waste + Math.max(0, (this.#leastPairs[from] ?? 0) - this.#strangers()),
      meetings: this.#meetings,
    };
    return compareWorth(hopeful, this.#target) < 0;
  }

  /** Rounds from the given cell on in which somebody is here. */
  #roundsAhead(person: number, round: number, i: number): number {
    let ahead = 0;
    for (let r = person < i ? round + 1 : round; r < this.#instance.rounds; r += 1) {
      if (isHere(this.#instance.people[person]!, r + 1)) ahead += 1;
    }
    return ahead;
  }

  /** Whoever does not host and has more rounds to come than tables not seen returns to one. */
  #repeatsAhead(round: number, i: number): number {
    const { people, objective, relay = 0 } = this.#instance;
    if (objective?.tables === false) return 0;
    let repeats = 0;
    for (const [p, { host, hosting }] of people.entries()) {
      if (host !== undefined || hosting !== undefined) continue;
      if (relay > 0 && this.#home[p] !== NOWHERE) continue;
      const fresh = this.#visits[p]!.filter((n, table) => n === 0 && table < this.#open).length;
      repeats += Math.max(0, this.#roundsAhead(p, round, i) - fresh);
    }
    return repeats;
  }

  #hopefulWishes(round: number, i: number): number[] {
    const { people, rounds } = this.#instance;
    const longest = Math.max(0, ...people.map(({ wishes }) => wishes?.length ?? 0));
    if (longest === 0) return [];
    const most = Math.min(longest, rounds);
    const result = Array.from({ length: most + 1 }, () => 0);
    for (const [p, { wishes = [] }] of people.entries()) {
      if (wishes.length === 0) continue;
      let ahead = this.#roundsAhead(p, round, i);
      let honoured = 0;
      for (const [rank, wish] of wishes.entries()) {
        const table = this.#tables.indexOf(wish);
        const sat = this.#seats.some((row) => row[p] === table && table >= 0);
        if (!sat && ahead === 0) continue;
        if (!sat) ahead -= 1;
        if (honoured < most) result[honoured]! -= 1;
        honoured += 1;
        result[most]! -= wishes.length - rank;
      }
    }
    return result;
  }

  /** Pairs who have not met and are not of one team. */
  #strangers(): number {
    let strangers = 0;
    for (const [a, row] of this.#met.entries()) {
      for (let b = 0; b < a; b += 1) if (row[b] === 0) strangers += 1;
    }
    return strangers;
  }

  #pairsFrom(round: number): number {
    const { people, tables, rounds } = this.#instance;
    const caps = tables.map(({ cap }) => cap);
    let least = 0;
    for (let r = Math.max(round, this.first); r < rounds; r += 1) {
      const here = people.map((person) => isHere(person, r + 1));
      const aside = this.#together.flatMap((others, i) =>
        others.filter((j) => j < i && here[i] && here[j]),
      );
      const even = evenLoads(caps, here.filter(Boolean).length);
      least += sum(even.map(pairs)) - aside.length;
    }
    return least;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
