import { describe, expect, it } from 'vitest';
import { seeded, type Random } from '../random.ts';
import { evenlyHonoured, type EvenRoom } from './even-wishes.ts';

/** Above all that the visits of a small room can be worth in what comes after. */
const ABOVE = 100;

/** Wishes by level, ranks, and pairs at tables, in one number; smaller is better. */
function costOf(room: EvenRoom, chosen: readonly (readonly number[])[]): number {
  const loads = room.seats.map(() => 0);
  let cost = 0;
  for (const [person, tables] of chosen.entries()) {
    let met = room.had[person]!;
    for (const table of tables) {
      cost += room.levels[table]![loads[table]!]!;
      loads[table]! += 1;
      const wish = room.wishes[person]!.find((one) => one.table === table);
      if (wish === undefined) continue;
      cost -= (wish.worth + ABOVE * ABOVE ** (4 - met)) * ABOVE;
      met += 1;
    }
  }
  return cost;
}

/** The least cost of all choices in which everybody makes all their visits; null where there is none. */
function least(room: EvenRoom): number | null {
  const tables = room.seats.length;
  const seats = [...room.seats];
  const chosen: number[][] = room.wishes.map(() => []);
  let best: number | null = null;
  const from = (person: number, table: number): void => {
    const own = chosen[person];
    if (own === undefined) {
      const cost = costOf(room, chosen);
      best = best === null ? cost : Math.min(best, cost);
      return;
    }
    if (own.length === room.visits[person]) return from(person + 1, 0);
    if (table === tables) return;
    const isWish = room.wishes[person]!.some((wish) => wish.table === table);
    if (seats[table]! > 0 && (isWish || room.closed[person * tables + table] === 0)) {
      own.push(table);
      seats[table]! -= 1;
      from(person, table + 1);
      seats[table]! += 1;
      own.pop();
    }
    from(person, table + 1);
  };
  from(0, 0);
  return best;
}

function anyRoom(random: Random): EvenRoom {
  const tables = 2 + random.below(3);
  const people = 1 + random.below(4);
  const levels = Array.from({ length: tables }, () =>
    Array.from({ length: 1 + random.below(5) }, () => random.below(3)).sort((a, b) => a - b),
  );
  const wishes = Array.from({ length: people }, () => {
    const own = [...Array(tables).keys()].filter(() => random.below(2) > 0);
    return own.map((table, rank) => ({ table, worth: own.length - rank }));
  });
  return {
    wishes,
    visits: Array.from({ length: people }, () => random.below(Math.min(4, tables + 1))),
    had: Array.from({ length: people }, () => random.below(2)),
    hadWorth: Array.from({ length: people }, () => 0),
    seats: levels.map((own) => own.length),
    closed: Uint8Array.from({ length: people * tables }, () => (random.below(6) === 0 ? 1 : 0)),
    levels,
  };
}

describe('honouring wishes evenly', () => {
  it('honours them as well as can be, and of such choices takes the most even', () => {
    const random = seeded(8);
    let proven = 0;
    for (let i = 0; i < 600; i += 1) {
      const room = anyRoom(random);
      const { wished, others, isEvenest, pairs } = evenlyHonoured(room);
      if (!isEvenest) continue;
      proven += 1;
      const chosen = wished.map((own, person) => [...own, ...others[person]!]);
      expect(chosen.map((own) => new Set(own).size)).toEqual(room.visits);
      const cost = costOf(room, chosen);
      expect(cost, `room ${i}`).toBe(least(room));
      expect(pairs).toBe(((cost % ABOVE) + ABOVE) % ABOVE);
    }
    expect(proven).toBeGreaterThan(300);
  });

  it('gives wishes another table where that leaves tables even', () => {
    const list = (...tables: number[]) => tables.map((table) => ({ table, worth: 1 }));
    const choice = evenlyHonoured({
      wishes: [list(0, 1), list(0)],
      visits: [1, 1],
      had: [0, 0],
      hadWorth: [0, 0],
      seats: [2, 2],
      closed: new Uint8Array(4),
      levels: [
        [0, 1],
        [0, 1],
      ],
    });
    expect(choice).toMatchObject({ wished: [[1], [0]], isEvenest: true, pairs: 0 });
  });
});
