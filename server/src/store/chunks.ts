/** Rows in one statement: well below SQLite's 32,766 parameters at eleven columns a row. */
const rowsPerStatement = 500;

/** The list in pieces small enough for one statement each; none for an empty list. */
export function* inChunks<T>(list: readonly T[]): Generator<T[]> {
  for (let start = 0; start < list.length; start += rowsPerStatement) {
    yield list.slice(start, start + rowsPerStatement);
  }
}
