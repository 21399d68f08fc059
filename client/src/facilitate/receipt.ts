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
