import type { Room } from './room.ts';

/** A team's table: one that is there, or a new one. */
export type HomeTable = { id: string; number: number } | { id: null; number: number };

const CHAIRS_USUAL = 6;

/** Gives tables to new teams: first those that are there and nobody's, then new ones. */
export class FreeTables {
  readonly #free: { id: string; number: number }[];
  readonly #taken: Set<number>;
  readonly #room: Room;
  #last: number;

  constructor(room: Room) {
    this.#room = room;
    const homes = new Set(room.teams.map(({ homeTable }) => homeTable));
    this.#free = room.tables
      .filter(({ id, closed }) => !homes.has(id) && closed !== true)
      .map(({ id, number }) => ({ id, number }))
      .sort((a, b) => a.number - b.number);
    this.#taken = new Set(room.tables.map(({ number }) => number));
    this.#last = 0;
  }

  /** The table of this number, unless it is some team's already. */
  take(number: number): HomeTable | null {
    const at = this.#free.findIndex((table) => table.number === number);
    const [free] = at < 0 ? [] : this.#free.splice(at, 1);
    if (free !== undefined) return free;
    if (this.#taken.has(number)) return null;
    this.#taken.add(number);
    return { id: null, number };
  }

  /** The next table nobody has. */
  next(): HomeTable {
    const free = this.#free.shift();
    if (free !== undefined) return free;
    do this.#last += 1;
    while (this.#taken.has(this.#last));
    this.#taken.add(this.#last);
    return { id: null, number: this.#last };
  }

  /** How many chairs a new table gets: as most have. */
  get chairs(): number {
    const counts = new Map<number, number>();
    for (const { chairs } of this.#room.tables) counts.set(chairs, (counts.get(chairs) ?? 0) + 1);
    const [most] = [...counts].sort(([a, m], [b, n]) => n - m || b - a);
    return most?.[0] ?? CHAIRS_USUAL;
  }
}
