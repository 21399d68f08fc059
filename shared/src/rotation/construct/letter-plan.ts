/** A plan for paper: everybody with the same letter moves on by the same number of tables. */
export interface LetterPlan {
  /** Tables to move on each round, by letter; people of one letter begin one at each table. */
  readonly shifts: readonly number[];
}

/**
 * The smallest shifts with which nobody comes back to a table and no two people meet twice, or null
 * where so many letters cannot have them. Tables stand in a ring.
 *
 * @param letters visitors at a table
 */
export function letterPlan(tables: number, letters: number, rounds: number): LetterPlan | null {
  const shifts: number[] = [];
  for (let shift = 1; shift < tables && shifts.length < letters; shift += 1) {
    const isFresh = [0, ...shifts].every((other) => isOnceOnly(shift - other, tables, rounds));
    if (isFresh) shifts.push(shift);
  }
  return shifts.length === letters ? { shifts } : null;
}

/** Whether two who drift apart by so many tables a round are together in one round only. */
function isOnceOnly(drift: number, tables: number, rounds: number): boolean {
  for (let round = 1; round < rounds; round += 1) {
    if ((drift * round) % tables === 0) return false;
  }
  return true;
}
