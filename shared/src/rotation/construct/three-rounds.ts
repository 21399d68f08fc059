import { NOWHERE } from '../model.ts';
import { shuffled, type Random } from '../random.ts';

/** Cells looked at in the search for one transversal, and how often it begins anew. */
const WORK_MAX = 200_000;
const BEGINNINGS = 8;

/** The tables of somebody in three rounds. */
type Cell = readonly [number, number, number];

/**
 * Itineraries of three rounds for an even number of tables, in which nobody comes back and no two
 * people meet twice: as many as there are ordered pairs of tables. The tables of rounds 1, 2 and 3
 * are row, column and entry of a Latin square whose diagonal has each number in its own place.
 *
 * With an odd number n of tables (i + j) / 2 mod n is such a square. One more is added by giving the
 * cells (i, i + 1) to the new table; what they were moves to the new row and column.
 */
export function latinCells(tables: number): Cell[] {
  const odd = tables - 1;
  const half = (odd + 1) / 2;
  const cells: Cell[] = [];
  for (let i = 0; i < odd; i += 1) {
    for (let step = 1; step < odd; step += 1) {
      const to = (i + step) % odd;
      const entry = (i + step * half) % odd;
      if (step > 1) cells.push([i, to, entry]);
      else cells.push([i, to, odd], [odd, to, entry], [i, odd, entry]);
    }
  }
  return cells;
}

/**
 * Such itineraries in so many classes of one at each table in every round; with more classes than
 * there are, all come again as often as need be. The last class has this property by itself, the
 * others at least together. Null where the search for that takes too long.
 */
export function threeRounds(tables: number, classes: number, random: Random): Cell[][] | null {
  const cells = latinCells(tables);
  const most = tables - 1;
  const some = ((classes - 1) % most) + 1;
  // Transversals are what is wanted, or what is left out but for the last class.
  const isLeftOut = some > tables / 2;
  const apart: Cell[][] = [];
  let open = cells;
  for (let i = isLeftOut ? most - some + 1 : some; i > 0; i -= 1) {
    const found = transversal(open, tables, random);
    if (found === null) return null;
    apart.push(found);
    open = open.filter((cell) => !found.includes(cell));
  }
  const result: Cell[][] = [];
  for (let i = 0; i < Math.floor((classes - 1) / most); i += 1) result.push(...cut(cells, tables));
  if (isLeftOut) result.push(...cut(open, tables), apart[0]!);
  else result.push(...apart);
  return result;
}

function cut(cells: readonly Cell[], tables: number): Cell[][] {
  return Array.from({ length: cells.length / tables }, (_, i) =>
    cells.slice(i * tables, (i + 1) * tables),
  );
}

/** Cells of which one is in each row, column and entry. */
function transversal(cells: readonly Cell[], tables: number, random: Random): Cell[] | null {
  for (let i = 0; i < BEGINNINGS; i += 1) {
    const found = search(shuffled(cells, random), tables);
    if (found !== null) return found;
  }
  return null;
}

/** Row, column or entry by row, column or entry: always the one for which fewest cells are open. */
function search(cells: readonly Cell[], tables: number): Cell[] | null {
  /** By line (rows, then columns, then entries): the cells in it, and whether it has one. */
  const lines = Array.from({ length: 3 * tables }, (): Cell[] => []);
  for (const cell of cells) for (const line of linesOf(cell)) lines[line]!.push(cell);
  const isFull = new Uint8Array(3 * tables);
  const chosen: Cell[] = [];
  let work = WORK_MAX;
  return add() ? chosen : null;

  function linesOf([row, column, entry]: Cell): [number, number, number] {
    return [row, tables + column, 2 * tables + entry];
  }

  function isOpen(cell: Cell): boolean {
    return linesOf(cell).every((line) => isFull[line] === 0);
  }

  function add(): boolean {
    let best = NOWHERE;
    let fewest = Infinity;
    for (const [line, own] of lines.entries()) {
      if (isFull[line] === 1) continue;
      const open = own.filter(isOpen).length;
      work -= own.length;
      if (open >= fewest) continue;
      fewest = open;
      best = line;
    }
    if (best === NOWHERE) return true;
    for (const cell of lines[best]!) {
      if (!isOpen(cell)) continue;
      if (work < 0) return false;
      for (const line of linesOf(cell)) isFull[line] = 1;
      chosen.push(cell);
      if (add()) return true;
      chosen.pop();
      for (const line of linesOf(cell)) isFull[line] = 0;
    }
    return false;
  }
}
