/** Plan B: where people go by paper alone, when phones or the network fail. */
import { hostsAmong, letterPlan } from '../rotation/index.ts';
import type { Definition } from './definition.ts';
import type { TableId } from './ids.ts';
import { visitingRounds } from './programme.ts';
import { byNumber } from './tables.ts';

/** One person's whole way, by the letter they took; nobody needs another's. */
export interface LetterRow {
  letter: string;
  /** The table's number by round, their own where they host. */
  seats: { table: number; isHost: boolean }[];
}

export interface LetterSheet {
  table: TableId;
  number: number;
  rows: LetterRow[];
}

type Room = Pick<Definition, 'programme' | 'hostsPerTable'> & {
  /** Those that are closed are walked past. */
  tables: readonly { id: TableId; number: number; chairs: number; closed?: unknown }[];
  teams: readonly { homeTable: TableId }[];
};

/**
 * The rows of each table at which a team begins, or, without teams, of every table. Each letter
 * moves on by its own number of tables, the smallest with which nobody comes back and as few as can be
 * meet twice; tables stand in a ring by their numbers. Teams leave in every round the café's hosts at
 * their table, half of them at most, each letter in turn. Null where there are too few tables to go round.
 *
 * @param sizes people who begin at a table; its chairs where nothing is known.
 */
export function letterSheets(
  room: Room,
  sizes: ReadonlyMap<TableId, number>,
): LetterSheet[] | null {
  const ring = byNumber(room.tables.filter(({ closed }) => closed === undefined));
  const homes = new Set(room.teams.map(({ homeTable }) => homeTable));
  const isOfTeams = homes.size > 0;
  const rounds = visitingRounds(room.programme);
  const sizeOf = (table: (typeof ring)[number]): number => sizes.get(table.id) ?? table.chairs;
  const begin = ring.filter(({ id }) => !isOfTeams || homes.has(id));
  const letters = Math.max(0, ...begin.map(sizeOf));
  // With a team, round 0 is at home; without, people begin where they sit in round 1.
  const shifts = shiftsFor(ring.length, letters, isOfTeams ? rounds + 1 : rounds);
  if (shifts === null) return null;
  return begin.map((table) => {
    const place = ring.indexOf(table);
    const size = sizeOf(table);
    const hosts = isOfTeams ? hostsAmong(room.hostsPerTable, size) : 0;
    const numberAfter = (steps: number): number =>
      (ring[(place + steps) % ring.length] ?? table).number;
    const rows = Array.from({ length: size }, (_, i) => ({
      letter: letterOf(i),
      seats: Array.from({ length: rounds }, (_round, round) => {
        const turn = (i - round * hosts) % size;
        const isHost = (turn + size) % size < hosts;
        const moves = isHost ? 0 : isOfTeams ? round + 1 : round;
        return { table: numberAfter(moves * (shifts[i % shifts.length] ?? 1)), isHost };
      }),
    }));
    return { table: table.id, number: table.number, rows };
  });
}

/** As many different shifts as there are letters; where that is too many, letters share them. */
function shiftsFor(tables: number, letters: number, rounds: number): readonly number[] | null {
  for (let wanted = letters; wanted > 0; wanted -= 1) {
    const plan = letterPlan(tables, wanted, rounds);
    if (plan !== null) return plan.shifts;
  }
  return null;
}

/** A, B, … Z, AA, AB, … */
function letterOf(i: number): string {
  const last = String.fromCharCode(65 + (i % 26));
  return i < 26 ? last : letterOf(Math.floor(i / 26) - 1) + last;
}
