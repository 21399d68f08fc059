import type { Findings } from './findings.ts';
import { request } from './http.ts';

/** Deletes the café, and tells how many rows went and how many are left; none may be. */
export async function remove(
  url: string,
  session: string,
  findings: Findings,
): Promise<{ deleted: number; left: number }> {
  type Rows = Record<string, number>;
  const answer = await request<{ receipt: { deleted: Rows; left: Rows } | null }>(
    `${url}/api/cafe`,
    'DELETE',
    { session },
  );
  const receipt = answer.ok ? answer.body.receipt : null;
  if (receipt === null) {
    // A deletion whose answer was lost was done: there is no such session any more.
    const isGone = answer.again && !answer.ok && answer.refusal.code === 'no session';
    if (!isGone) findings.add('not deleted', answer.ok ? 'no receipt' : answer.refusal.sentence);
    return { deleted: 0, left: 0 };
  }
  for (const [table, left] of Object.entries(receipt.left)) {
    if (left > 0) findings.add('not deleted', `${table}: ${String(left)}`);
  }
  const sum = (counts: Rows) => Object.values(counts).reduce((total, n) => total + n, 0);
  return { deleted: sum(receipt.deleted), left: sum(receipt.left) };
}
