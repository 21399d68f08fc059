import { NOWHERE } from '../model.ts';
import { shuffled, type Random } from '../random.ts';

/** Steps of one search, and how often it begins anew. */
const WORK_MAX = 50_000;
const BEGINNINGS = 10;

/** Above this many people such a search finds nothing. */
const PEOPLE_MAX = 120;

/** No pair of these two may sit together: in a turn of all rounds it comes back. */
const NEVER = -1;

/**
 * A first round from which all others follow by turning: people stand in circles of as many as there
 * are rounds, a few in the middle. Each round everybody in a circle takes the place of the next, and
 * those in the middle stay. So nobody meets twice if no two pairs of the first round can be turned
 * into each other: pairs of the same two circles stand at different distances, and everybody in the
 * middle sits with at most one of each circle. Table by table people are added as long as that holds.
 *
 * Tables are to be free: a circle comes back to a table. Found for many rooms up to 40 people or so.
 *
 * @param people at each table `size`, but for some with one fewer.
 * @returns tables at `person * rounds + round`, or null.
 */
export function turningRounds(
  people: number,
  tables: number,
  rounds: number,
  random: Random,
): Int32Array | null {
  const size = Math.ceil(people / tables);
  const places = size * tables;
  const middle = places % rounds;
  // Places in the middle are never at one table: those left empty leave tables even.
  if (places > PEOPLE_MAX || rounds < 3 || places - people > middle) return null;
  if (middle > tables) return null;
  const circles = Math.floor(places / rounds);
  const first = firstRound(tables, size, circles, rounds, random);
  if (first === null) return null;
  const tableOf = new Int32Array(people * rounds);
  for (let place = 0; place < people; place += 1) {
    const circle = Math.floor(place / rounds);
    for (let round = 0; round < rounds; round += 1) {
      const turned =
        circle < circles ? circle * rounds + ((place - circle * rounds + round) % rounds) : place;
      tableOf[place * rounds + round] = first[turned]!;
    }
  }
  return tableOf;
}

/** Table by place. */
function firstRound(
  tables: number,
  size: number,
  circles: number,
  rounds: number,
  random: Random,
): Int32Array | null {
  const places = tables * size;
  const kindOf = pairKinds(places, circles, rounds);
  const all = Array.from({ length: places }, (_, place) => place);
  for (let i = 0; i < BEGINNINGS; i += 1) {
    // Those in the middle have the fewest ways.
    const order = [
      ...all.slice(circles * rounds),
      ...shuffled(all.slice(0, circles * rounds), random),
    ];
    const found = new Search(order, size, kindOf).run();
    if (found !== null) return found;
  }
  return null;
}

/** By pair of places, which pairs it can be turned into; NEVER where two would meet in each turn. */
function pairKinds(places: number, circles: number, rounds: number): Int32Array {
  const kindOf = new Int32Array(places * places).fill(NEVER);
  const kinds = new Map<number, number>();
  for (let a = 0; a < circles * rounds; a += 1) {
    for (let b = a + 1; b < places; b += 1) {
      const one = Math.floor(a / rounds);
      const other = Math.floor(b / rounds);
      const isMiddle = other >= circles;
      let step = isMiddle ? 0 : (b - a + places * rounds) % rounds;
      if (one === other) step = Math.min(step, rounds - step);
      if (one === other && step * 2 === rounds) continue;
      const key =
        (one * places + (isMiddle ? b : other)) * rounds +
        step +
        (isMiddle ? places * places * rounds : 0);
      const kind = kinds.get(key) ?? kinds.size;
      kinds.set(key, kind);
      kindOf[a * places + b] = kindOf[b * places + a] = kind;
    }
  }
  return kindOf;
}

class Search {
  readonly #order: readonly number[];
  readonly #size: number;
  readonly #kindOf: Int32Array;
  readonly #isUsed: Uint8Array;
  /** Table by place, or NOWHERE. */
  readonly #table: Int32Array;
  /** The places at the table under way. */
  readonly #here: number[] = [];
  #work = WORK_MAX;

  constructor(order: readonly number[], size: number, kindOf: Int32Array) {
    this.#order = order;
    this.#size = size;
    this.#kindOf = kindOf;
    this.#isUsed = new Uint8Array(order.length * order.length);
    this.#table = new Int32Array(order.length).fill(NOWHERE);
  }

  run(): Int32Array | null {
    return this.#begin(0) ? this.#table : null;
  }

  /** Another table, with the first who has none. */
  #begin(table: number): boolean {
    const rank = this.#order.findIndex((place) => this.#table[place] === NOWHERE);
    if (rank < 0) return true;
    const own = this.#here.splice(0);
    if (this.#join(rank, table)) return true;
    this.#here.push(...own);
    return false;
  }

  /** The next of the order from a rank on who can sit down, and so on. */
  #join(from: number, table: number): boolean {
    for (let rank = from; rank < this.#order.length; rank += 1) {
      const place = this.#order[rank]!;
      if (this.#table[place] !== NOWHERE) continue;
      const met = this.#meets(place);
      if (met === null) continue;
      this.#work -= 1;
      if (this.#work < 0) return false;
      this.#table[place] = table;
      this.#here.push(place);
      for (const kind of met) this.#isUsed[kind] = 1;
      const isFull = this.#here.length === this.#size;
      if (isFull ? this.#begin(table + 1) : this.#join(rank + 1, table)) return true;
      for (const kind of met) this.#isUsed[kind] = 0;
      this.#here.pop();
      this.#table[place] = NOWHERE;
      // Whoever is first at a table must sit at this one: there is no other way.
      if (this.#here.length === 0) return false;
    }
    return false;
  }

  /** The kinds of pairs with those at the table; null where one is used or there twice. */
  #meets(place: number): number[] | null {
    const kinds: number[] = [];
    for (const other of this.#here) {
      const kind = this.#kindOf[place * this.#order.length + other]!;
      if (kind === NEVER || this.#isUsed[kind] === 1 || kinds.includes(kind)) return null;
      kinds.push(kind);
    }
    return kinds;
  }
}
