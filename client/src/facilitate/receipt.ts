/** What DELETE /api/cafe answers: rows by table of the store, deleted, and left (none, if all went well). */
export interface Receipt {
  /** Of the café: not the server's word, which keeps none. */
  title: string;
  /** Epoch ms. */
  deletedAt: number;
  deleted: Record<string, number>;
  left: Record<string, number>;
}

export function rowsOf(part: Record<string, number>): number {
  return Object.values(part).reduce((sum, rows) => sum + rows, 0);
}

/** How many rows of what, without what there was none of; kinds that people know by one name as one. */
export function receiptParts(
  deleted: Record<string, number>,
  names: Record<string, string>,
): [name: string, rows: number][] {
  const parts = new Map<string, number>();
  for (const [kind, rows] of Object.entries(deleted)) {
    const name = names[kind] ?? kind;
    if (rows > 0) parts.set(name, (parts.get(name) ?? 0) + rows);
  }
  return [...parts];
}
