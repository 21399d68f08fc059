/** Random instances for tests and for the script that tries thousands of them. */
import type { Instance, RotationPerson } from './instance.ts';
import { seeded, type Random } from './random.ts';

/** How large a random instance may be. */
export interface Extent {
  people: number;
  tables: number;
  rounds: number;
}

/** Writable while it is being made. */
type Draft = { -readonly [K in keyof Instance]: Instance[K] } & {
  tables: { id: string; cap: number }[];
  people: RotationPerson[];
};

/**
 * An instance of a seed: few or many people, each rule present in a part of them. Most can be
 * planned; some cannot.
 */
export function anyInstance(seed: number, extent: Extent): Instance {
  const dice = new Dice(seeded(Math.imul(seed, 0x9e3779b1)));
  const draft = room(seed, extent, dice);
  const isRelay = dice.isOneOf(5);
  if (isRelay) relay(draft, dice);
  else if (dice.isOneOf(2)) teams(draft, dice);
  if (!isRelay) hosts(draft, dice);
  if (dice.isOneOf(10)) dice.any(draft.people).fixed = dice.any(draft.tables).id;
  if (dice.isOneOf(4)) absences(draft, dice);
  if (dice.isOneOf(4)) draft.together = pairs(draft, dice);
  if (dice.isOneOf(4)) draft.apart = pairs(draft, dice);
  if (!isRelay && dice.isOneOf(8)) wishes(draft, dice);
  if (dice.isOneOf(4)) past(draft, dice);
  if (dice.isOneOf(6)) told(draft, dice);
  const avoidHome = dice.isOneOf(isRelay ? 2 : 6);
  if (avoidHome && !isRelay) {
    for (const person of draft.people) if (dice.isOneOf(2)) person.home = dice.any(draft.tables).id;
  }
  draft.objective = { tables: !dice.isOneOf(5), avoidHome };
  for (const person of draft.people) {
    if (person.fixed !== undefined) {
      delete person.host;
      delete person.hosting;
    }
  }
  if (!isRelay && dice.isOneOf(6)) kept(draft, dice);
  return draft;
}

/**
 * Whether an instance has nothing that could force somebody to return to a table early or tables
 * to be uneven: no groups, nobody apart, bound or away, the same chairs at every table.
 */
export function isEvenRoom(instance: Instance): boolean {
  const { tables, people, together = [], apart = [], relay = 0, past, told, kept } = instance;
  return (
    together.length + apart.length + relay === 0 &&
    past === undefined &&
    told === undefined &&
    kept === undefined &&
    tables.every(({ cap }) => cap === tables[0]?.cap) &&
    people.every(
      ({ fixed, hosting, from, to, absent, home, wishes: wished }) =>
        fixed === undefined &&
        hosting === undefined &&
        from === undefined &&
        to === undefined &&
        absent === undefined &&
        home === undefined &&
        wished === undefined,
    ) &&
    hasEvenHosts(instance)
  );
}

function hasEvenHosts({ tables, people }: Instance): boolean {
  const counts = tables.map(({ id }) => people.filter(({ host }) => host === id).length);
  return new Set(counts).size === 1;
}

class Dice {
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  from(least: number, most: number): number {
    return least + this.#random.below(most - least + 1);
  }

  isOneOf(many: number): boolean {
    return this.#random.below(many) === 0;
  }

  any<T>(list: readonly T[]): T {
    return list[this.#random.below(list.length)]!;
  }
}

function room(seed: number, extent: Extent, dice: Dice): Draft {
  const count = dice.from(1, extent.tables);
  const size = dice.from(1, extent.people);
  const rounds = dice.from(1, extent.rounds);
  const cap = Math.ceil(size / count) + dice.from(0, 2);
  const tables = Array.from({ length: count }, (_, i) => ({ id: `t${i + 1}`, cap }));
  if (dice.isOneOf(3)) for (const table of tables) table.cap += dice.from(-1, 2);
  if (dice.isOneOf(20)) dice.any(tables).cap = 0;
  const people = Array.from({ length: size }, (_, i) => ({ id: `p${i + 1}` }));
  return { id: `random-${seed}`, rounds, tables, people };
}

function teams({ people }: Draft, dice: Dice): void {
  const count = dice.from(1, Math.max(1, Math.floor(people.length / 2)));
  for (const [i, person] of people.entries()) {
    if (!dice.isOneOf(8)) person.team = `T${(i % count) + 1}`;
  }
}

/** Every table has a team, or there are some without and people without. */
function relay(draft: Draft, dice: Dice): void {
  const { tables, people } = draft;
  draft.relay = dice.from(1, 2);
  const homes = dice.isOneOf(3) ? tables.slice(0, dice.from(1, tables.length)) : tables;
  for (const [i, person] of people.entries()) {
    const home = homes[i % homes.length];
    if (home === undefined || dice.isOneOf(12)) continue;
    person.home = home.id;
    if (!dice.isOneOf(10)) person.team = `T${home.id}`;
  }
}

/** The same hosts all day, at all tables or at some, or other hosts in other rounds. */
function hosts({ tables, people, rounds }: Draft, dice: Dice): void {
  if (dice.isOneOf(4)) {
    const each = dice.isOneOf(4) ? 2 : 1;
    for (const [i, { id }] of tables.entries()) {
      if (dice.isOneOf(8)) continue;
      for (const person of people.slice(i * each, (i + 1) * each)) person.host = id;
    }
  } else if (dice.isOneOf(6)) {
    for (const person of people.slice(0, tables.length)) {
      person.hosting = Array.from({ length: rounds }, () =>
        dice.isOneOf(2) ? dice.any(tables).id : null,
      );
    }
  }
}

function absences({ people, rounds }: Draft, dice: Dice): void {
  const few = dice.from(2, 8);
  for (const person of people) {
    if (!dice.isOneOf(few)) continue;
    const kind = dice.from(0, 3);
    if (kind === 0) person.from = dice.from(1, rounds);
    else if (kind === 1) person.to = dice.from(0, rounds);
    else person.absent = [...new Set([dice.from(1, rounds), dice.from(1, rounds)])];
  }
  // Now and then nobody is here at all.
  const round = dice.from(1, rounds);
  if (dice.isOneOf(12)) {
    for (const person of people) person.absent = [...new Set([...(person.absent ?? []), round])];
  }
}

function pairs({ people }: Draft, dice: Dice): [string, string][] {
  return Array.from({ length: dice.from(1, 3) }, (): [string, string] => [
    dice.any(people).id,
    dice.any(people).id,
  ]).filter(([one, other]) => one !== other);
}

function wishes({ tables, people }: Draft, dice: Dice): void {
  // Everybody likes the first tables best.
  const liked = tables.slice(0, Math.ceil(tables.length / 2));
  for (const person of people) {
    const list = Array.from({ length: dice.from(0, 3) }, () =>
      dice.isOneOf(2) ? dice.any(tables).id : dice.any(liked).id,
    );
    if (list.length > 0) person.wishes = [...new Set(list)];
  }
}

/** Some rounds have been, perhaps at a table that is closed now; late comers were not there. */
function past(draft: Draft, dice: Dice): void {
  const { tables, people, rounds } = draft;
  const places = dice.isOneOf(3)
    ? [...tables.map(({ id }) => id), 'closed']
    : tables.map(({ id }) => id);
  const been = dice.from(1, rounds);
  const seats: Record<string, (string | null)[]> = {};
  for (const { id, from = 1, host } of people) {
    if (dice.isOneOf(10)) continue;
    seats[id] = Array.from({ length: been }, (_, round) =>
      round + 1 < from || dice.isOneOf(12) ? null : (host ?? dice.any(places)),
    );
  }
  draft.past = { rounds: been, seats };
}

/** Most people were told a table for every round, some of which do not exist any more. */
function told(draft: Draft, dice: Dice): void {
  const { tables, people, rounds } = draft;
  const seats: Record<string, (string | null)[]> = {};
  for (const [i, { id }] of people.entries()) {
    if (dice.isOneOf(8)) continue;
    seats[id] = Array.from({ length: rounds }, (_, round) => {
      if (dice.isOneOf(12)) return dice.isOneOf(2) ? null : 'closed';
      return tables[(i + round * (1 + (i % 3))) % tables.length]!.id;
    });
  }
  draft.told = seats;
}

/** Some have seats already that stay as they are, in some rounds or in all. */
function kept(draft: Draft, dice: Dice): void {
  const { tables, people, rounds } = draft;
  const seats: Record<string, (string | null)[]> = {};
  for (const [i, { id }] of people.entries()) {
    if (dice.isOneOf(3)) continue;
    seats[id] = Array.from({ length: rounds }, (_, round) =>
      dice.isOneOf(6) ? null : tables[(i + round * (1 + (i % 3))) % tables.length]!.id,
    );
  }
  draft.kept = seats;
}
