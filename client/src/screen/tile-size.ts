/** A tile, and the room around it as a part of it. */
const GAP = 0.14;

/**
 * The largest side of a square at which so many of them stand in a field, in the field's unit: the
 * room around a tile is part of its cell.
 */
export function tileSize(count: number, field: { width: number; height: number }): number {
  let largest = 0;
  for (let columns = 1; columns <= count; columns += 1) {
    const rows = Math.ceil(count / columns);
    largest = Math.max(largest, Math.min(field.width / columns, field.height / rows));
  }
  return largest / (1 + GAP);
}
