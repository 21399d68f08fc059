import { NOWHERE, type Model } from '../model.ts';

/** What it weighs that somebody is told to sit where they should not; a meeting of mates weighs 1. */
const WEIGHT = { home: 50, apart: 10_000 };

/** Itineraries to be walked, each by one person at most. */
export interface Labels {
  /** Tables at `label * rounds + round`; NOWHERE where that is left open. */
  readonly tableOf: Int32Array;
  /** How many more rounds the itineraries would go on for, in which they meet as little as before. */
  readonly spare: number;
  /** Tables in those rounds, at `label * spare + round`; worked out only when asked for. */
  spareOf(): Int32Array;
  readonly classes: readonly LabelClass[];
  readonly classOf: Int32Array;
  readonly count: number;
}

/** Labels that never meet: `labels` of them from `first`, of which `people` are walked. */
export interface LabelClass {
  readonly first: number;
  readonly labels: number;
  readonly people: number;
}

const nobody: readonly number[] = [];

/** Who walks which label, and what that costs, the others walking theirs. */
export class Clashes {
  /** Label by person; NOWHERE for those who have none yet. */
  readonly labelOf: Int32Array;
  readonly #model: Model;
  readonly #tableOf: Int32Array;
  /** Team-mates at `(team * rounds + round) * tables + table`. */
  readonly #mates: Uint16Array;
  /** The same of those alone who have a place of their own. */
  readonly #bound: Uint16Array;
  /** By person, the walkers to be kept apart from. */
  readonly #apart: readonly (readonly number[])[];
  /** By person: round, table and weight of each place they should not sit. */
  readonly #avoid: readonly (readonly number[])[];

  constructor(model: Model, walkers: readonly number[], { tableOf }: Labels) {
    this.labelOf = new Int32Array(model.people).fill(NOWHERE);
    this.#model = model;
    this.#tableOf = tableOf;
    this.#bound = boundMates(model);
    this.#mates = this.#bound.slice();
    this.#apart = apartOf(model, walkers);
    this.#avoid = avoidedBy(model, walkers);
  }

  /** Whether anything could ever clash. */
  get isNeeded(): boolean {
    return this.#mates.length > 0 || this.#apart.length > 0 || this.#avoid.length > 0;
  }

  /**
   * Whether nobody with a place of their own is in a walker's way on a label, and no table they
   * should not visit.
   */
  isOpen(person: number, label: number): boolean {
    const { rounds, tables, team } = this.#model;
    const first = label * rounds;
    const avoid = this.#avoid[person] ?? nobody;
    for (let i = 0; i < avoid.length; i += 3) {
      if (this.#tableOf[first + avoid[i]!] === avoid[i + 1]) return false;
    }
    const own = team[person]!;
    if (own === NOWHERE || this.#bound.length === 0) return true;
    for (let round = 0; round < rounds; round += 1) {
      const table = this.#tableOf[first + round]!;
      if (table !== NOWHERE && this.#bound[(own * rounds + round) * tables + table]! > 0)
        return false;
    }
    return true;
  }

  /** Whether a walker may sit at a table in any round, and no mate has a place there. */
  isOpenAllDay(person: number, table: number): boolean {
    const { rounds, tables, team } = this.#model;
    const avoid = this.#avoid[person] ?? nobody;
    for (let i = 0; i < avoid.length; i += 3) if (avoid[i + 1] === table) return false;
    const own = team[person]!;
    if (own === NOWHERE || this.#bound.length === 0) return true;
    for (let round = 0; round < rounds; round += 1) {
      if (this.#bound[(own * rounds + round) * tables + table]! > 0) return false;
    }
    return true;
  }

  /** Gives a walker another label, or none. */
  give(person: number, label: number): void {
    this.#count(person, this.labelOf[person]!, -1);
    this.labelOf[person] = label;
    this.#count(person, label, 1);
  }

  /**
   * What a walker's taking a label costs. The difference an exchange makes is exact where the costs
   * of both leave out the partner: whether those two meet is the same before and after.
   */
  cost(person: number, label: number, partner: number = NOWHERE): number {
    const { rounds, tables, team } = this.#model;
    const tableOf = this.#tableOf;
    const own = team[person]!;
    const first = label * rounds;
    let cost = 0;
    if (own !== NOWHERE) {
      for (let round = 0; round < rounds; round += 1) {
        const table = tableOf[first + round]!;
        if (table !== NOWHERE) cost += this.#mates[(own * rounds + round) * tables + table]!;
      }
      if (cost > 0) cost -= this.#meetings(label, this.labelOf[person]!);
      if (cost > 0 && partner !== NOWHERE && team[partner] === own) {
        cost -= this.#meetings(label, this.labelOf[partner]!);
      }
    }
    for (const other of this.#apart[person] ?? nobody) {
      if (other !== partner) cost += WEIGHT.apart * this.#meetings(label, this.labelOf[other]!);
    }
    const avoid = this.#avoid[person] ?? nobody;
    for (let i = 0; i < avoid.length; i += 3) {
      if (tableOf[first + avoid[i]!] === avoid[i + 1]) cost += avoid[i + 2]!;
    }
    return cost;
  }

  /** Whether none of these clashes. */
  isWithout(walkers: readonly number[]): boolean {
    return walkers.every((person) => this.cost(person, this.labelOf[person]!) === 0);
  }

  /** What all of them cost, a pair of them twice. */
  costOf(walkers: readonly number[]): number {
    return walkers.reduce((sum, person) => sum + this.cost(person, this.labelOf[person]!), 0);
  }

  #meetings(one: number, other: number): number {
    if (one === NOWHERE || other === NOWHERE) return 0;
    const { rounds } = this.#model;
    let times = 0;
    for (let round = 0; round < rounds; round += 1) {
      const table = this.#tableOf[one * rounds + round]!;
      if (table !== NOWHERE && table === this.#tableOf[other * rounds + round]) times += 1;
    }
    return times;
  }

  #count(person: number, label: number, by: 1 | -1): void {
    const { rounds, tables, team } = this.#model;
    const own = team[person]!;
    if (own === NOWHERE || label === NOWHERE) return;
    for (let round = 0; round < rounds; round += 1) {
      const table = this.#tableOf[label * rounds + round]!;
      if (table !== NOWHERE) this.#mates[(own * rounds + round) * tables + table]! += by;
    }
  }
}

/** Team-mates who have a place of their own, as in `Clashes`; empty where there are no teams. */
function boundMates({ rounds, units, tables, pinned, members, team }: Model): Uint16Array {
  const teams = team.reduce((most, own) => Math.max(most, own + 1), 0);
  const mates = new Uint16Array(teams * rounds * tables);
  for (let cell = 0; cell < rounds * units; cell += 1) {
    const table = pinned[cell]!;
    if (table === NOWHERE) continue;
    const round = Math.floor(cell / units);
    for (const person of members[cell]!) {
      const own = team[person]!;
      if (own !== NOWHERE) mates[(own * rounds + round) * tables + table]! += 1;
    }
  }
  return mates;
}

/** Empty where nobody is to be kept apart. */
function apartOf(model: Model, walkers: readonly number[]): (readonly number[])[] {
  const { people, units, unitAt, apart } = model;
  if (apart.every((others) => others.length === 0)) return [];
  const walkerOf = new Int32Array(units).fill(NOWHERE);
  for (const person of walkers) walkerOf[unitAt[person]!] = person;
  const kept = Array.from({ length: people }, () => nobody);
  for (const person of walkers) {
    const others = apart[unitAt[person]!]!;
    kept[person] = Array.from(others, (unit) => walkerOf[unit]!).filter((one) => one !== NOWHERE);
  }
  return kept;
}

/** The own table, and where somebody sits all along who is to be kept apart; empty where nothing. */
function avoidedBy(model: Model, walkers: readonly number[]): (readonly number[])[] {
  const { people, rounds, units, tables, unitAt, apart, visits, pinned, instance } = model;
  const hasHomes = model.tablesCount && instance.objective?.avoidHome === true;
  if (!hasHomes && apart.every((others) => others.length === 0)) return [];
  const avoided = Array.from({ length: people }, () => nobody);
  for (const person of walkers) {
    const own: number[] = [];
    for (let table = 0; table < tables && hasHomes; table += 1) {
      if (visits[person * tables + table] === 0) continue;
      for (let round = 0; round < rounds; round += 1) own.push(round, table, WEIGHT.home);
    }
    for (const other of apart[unitAt[person]!]!) {
      for (let round = 0; round < rounds; round += 1) {
        const table = pinned[round * units + other]!;
        if (table !== NOWHERE) own.push(round, table, WEIGHT.apart);
      }
    }
    avoided[person] = own;
  }
  return avoided;
}
