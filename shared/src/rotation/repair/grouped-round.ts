import { NOWHERE } from '../model.ts';
import { meeting } from './meeting.ts';
import { RelaxedRound } from './relaxed-round.ts';
import { LOAD, NEVER, type Relaxed } from './relaxed-seats.ts';

/** People of whom all have met: a group pays for each pair of it at a table. */
export interface Groups {
  readonly count: number;
  /** Group by person who can move, NOWHERE for none. */
  readonly of: Int32Array;
  /** People of a group who cannot move, at `group * tables + table`. */
  readonly bound: Int32Array;
  /** What a pair costs; of two who cannot move, nothing. */
  readonly unit: number;
}

/**
 * The cheapest seating of a relaxed round in which groups pay for their pairs, exactly: a min-cost
 * flow of people through *clusters*, a group at a table each, to tables. The next one of a group to
 * come to a table pays for as many pairs as there are of the group, which is dearer each time.
 *
 * As in `RelaxedRound`, rings of moves that cost less than nothing are made until there is none. They
 * are looked for only where something has changed: distances are kept, and whatever was not reached
 * more cheaply since is not looked at again.
 */
export class GroupedRound {
  readonly #round: Relaxed;
  readonly #groups: Groups;
  /** How many, those of people without a group behind the others: they pay for no pair. */
  readonly #clusters: number;
  readonly #level: number;
  readonly #at: Int32Array;
  readonly #load: Int32Array;
  /** People by cluster, at `group * tables + table`, and how many. */
  readonly #here: readonly number[][];
  readonly #size: Int32Array;
  /** The cheapest move to a table, at `cluster * tables + table`, and who makes it. */
  readonly #arc: Float64Array;
  readonly #mover: Int32Array;
  /** 1 by cluster whose moves are to be looked for anew. */
  readonly #isStale: Uint8Array;
  /** By cluster, then table, then the door: how cheaply it is reached, from where, and by which walk. */
  readonly #distance: Float64Array;
  readonly #from: Int32Array;
  readonly #walk: Int32Array;
  /** 1 where it is to be looked at what is reached from there. */
  readonly #isFresh: Uint8Array;
  #cost = 0;

  constructor(round: Relaxed, groups: Groups) {
    const { tables, bound, isEven } = round;
    const people = round.told.length;
    this.#round = round;
    this.#groups = groups;
    this.#clusters = (groups.count + 1) * tables;
    this.#level = isEven ? LOAD : 0;
    this.#at = new Int32Array(people).fill(NOWHERE);
    this.#load = bound.slice();
    this.#here = Array.from({ length: this.#clusters }, () => []);
    this.#size = new Int32Array(this.#clusters);
    this.#arc = new Float64Array(this.#clusters * tables);
    this.#mover = new Int32Array(this.#clusters * tables);
    this.#isStale = new Uint8Array(this.#clusters).fill(1);
    const nodes = this.#clusters + tables + 1;
    this.#distance = new Float64Array(nodes);
    this.#from = new Int32Array(nodes);
    this.#walk = new Int32Array(nodes);
    this.#isFresh = new Uint8Array(nodes).fill(1);
    const begun = new RelaxedRound(round);
    for (let person = 0; person < people; person += 1) {
      const table = begun.at(person);
      if (table !== NOWHERE) this.#sit(person, table);
    }
    this.#distance.fill(-this.#level * (Math.max(...this.#load) - 1));
    this.#distance[nodes - 1] = 0;
    this.solve();
  }

  /** The price of the seating, pairs of groups included. */
  get cost(): number {
    return this.#cost;
  }

  /** Where a person sits, NOWHERE where there is no seat. */
  at(person: number): number {
    return this.#at[person]!;
  }

  /** Takes note that prices of a person have changed; `solve` is to follow. */
  reprice(person: number): void {
    const at = this.#at[person]!;
    if (at !== NOWHERE) this.#isStale[this.#cluster(person, at)] = 1;
  }

  /** Makes the seating the cheapest there is. */
  solve(): void {
    this.#look();
    for (let at = this.#ring(); at !== NOWHERE; at = this.#ring()) {
      this.#turn(at);
      this.#look();
    }
    this.#cost = this.#count();
  }

  #cluster(person: number, table: number): number {
    const { of, count } = this.#groups;
    const group = of[person]!;
    return (group === NOWHERE ? count : group) * this.#round.tables + table;
  }

  #sit(person: number, table: number): void {
    const was = this.#at[person]!;
    if (was !== NOWHERE) {
      const left = this.#cluster(person, was);
      const list = this.#here[left]!;
      list.splice(list.indexOf(person), 1);
      this.#size[left]! -= 1;
      this.#load[was]! -= 1;
      this.#isStale[left] = 1;
    }
    const cluster = this.#cluster(person, table);
    this.#at[person] = table;
    this.#here[cluster]!.push(person);
    this.#size[cluster]! += 1;
    this.#load[table]! += 1;
    this.#isStale[cluster] = 1;
  }

  #count(): number {
    const { tables, price } = this.#round;
    const { bound, unit, count } = this.#groups;
    let cost = 0;
    for (let person = 0; person < this.#at.length; person += 1) {
      const table = this.#at[person]!;
      if (table !== NOWHERE) cost += price[person * tables + table]!;
    }
    for (let cluster = 0; cluster < count * tables; cluster += 1) {
      const n = this.#size[cluster]!;
      cost += unit * ((n * (n - 1)) / 2 + n * bound[cluster]!);
    }
    return cost;
  }

  /** Looks for the cheapest moves from those clusters where something has changed. */
  #look(): void {
    const { tables, price } = this.#round;
    for (let cluster = 0; cluster < this.#clusters; cluster += 1) {
      if (this.#isStale[cluster] === 0) continue;
      this.#isStale[cluster] = 0;
      const from = cluster % tables;
      const table = this.#clusters + from;
      this.#isFresh[cluster] = this.#isFresh[table] = this.#isFresh[this.#clusters + tables] = 1;
      const row = cluster * tables;
      this.#arc.fill(Infinity, row, row + tables);
      for (const person of this.#here[cluster]!) {
        const base = person * tables;
        const own = price[base + from]!;
        for (let to = 0; to < tables; to += 1) {
          const there = price[base + to]!;
          const costs = there - own;
          if (costs >= this.#arc[row + to]! || there === NEVER || to === from) continue;
          this.#arc[row + to] = costs;
          this.#mover[row + to] = person;
        }
      }
    }
  }

  /**
   * A node on a ring of moves that costs less than nothing, NOWHERE where there is none. One too many
   * at a table goes on: it takes the place of somebody of a cluster there, or the table is larger by
   * one, and another, beyond the door, smaller. One too many in a cluster stays, and pays for the
   * pairs, or somebody of it moves.
   */
  #ring(): number {
    const { tables, cap } = this.#round;
    const { bound, unit, count } = this.#groups;
    const clusters = this.#clusters;
    const door = clusters + tables;
    const grouped = count * tables;
    const level = this.#level;
    const distance = this.#distance;
    const from = this.#from.fill(NOWHERE);
    const isFresh = this.#isFresh;
    const arc = this.#arc;
    const size = this.#size;
    const load = this.#load;
    let isShorter = true;
    const reach = (node: number, by: number, at: number): void => {
      if (by >= distance[node]!) return;
      distance[node] = by;
      from[node] = at;
      isFresh[node] = 1;
      isShorter = true;
    };
    while (isShorter) {
      isShorter = false;
      for (let a = 0; isFresh[door] === 1 && a < tables; a += 1) {
        reach(clusters + a, distance[door]! - level * (load[a]! - 1), door);
      }
      isFresh[door] = 0;
      for (let a = 0; a < tables; a += 1) {
        const node = clusters + a;
        if (isFresh[node] === 0) continue;
        isFresh[node] = 0;
        const begun = distance[node]!;
        for (let cluster = a; cluster < clusters; cluster += tables) {
          const n = size[cluster]!;
          if (n === 0) continue;
          reach(cluster, begun - (cluster < grouped ? unit * (n - 1 + bound[cluster]!) : 0), node);
        }
        if (load[a]! < cap[a]!) reach(door, begun + level * load[a]!, node);
      }
      for (let cluster = 0; cluster < clusters; cluster += 1) {
        if (isFresh[cluster] === 0) continue;
        isFresh[cluster] = 0;
        const begun = distance[cluster]!;
        const at = cluster % tables;
        const row = cluster * tables;
        for (let b = 0; size[cluster]! > 0 && b < tables; b += 1) {
          reach(cluster - at + b, begun + arc[row + b]!, cluster);
        }
        const more = cluster < grouped ? unit * (size[cluster]! + bound[cluster]!) : 0;
        reach(clusters + at, begun + more, cluster);
      }
      // On each ring there is somebody who was only just reached.
      const met = isShorter ? meeting(from, this.#walk, isFresh) : NOWHERE;
      if (met !== NOWHERE) return met;
    }
    return NOWHERE;
  }

  /** Makes the moves of a ring: its steps from cluster to cluster. */
  #turn(start: number): void {
    const { tables } = this.#round;
    const moves: { person: number; table: number }[] = [];
    let to = start;
    do {
      const a = this.#from[to]!;
      if (a < this.#clusters && to < this.#clusters) {
        const table = to % tables;
        moves.push({ person: this.#mover[a * tables + table]!, table });
      }
      to = a;
    } while (to !== start);
    for (const { person, table } of moves) this.#sit(person, table);
  }
}
