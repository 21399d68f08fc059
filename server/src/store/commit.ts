import type { Transaction } from 'kysely';
import { appendFacts } from './append-facts.ts';
import type {
  AppendOutcome,
  Batch,
  CommitReport,
  GrantOutcome,
  NewCafe,
  NewCafeOutcome,
  NewGenerationOutcome,
} from './batch.ts';
import { grantLink, grantSession, revoke } from './grants.ts';
import { renewPage } from './renew-page.ts';
import type { Tables } from './tables.ts';
import { writeRows } from './write-rows.ts';

/**
 * Writes a batch inside the given transaction, in the order {@link Batch} promises. Facts go
 * before rows: the fact that locks a page locks it for the rows of the same batch.
 */
export async function commitBatch(trx: Transaction<Tables>, batch: Batch): Promise<CommitReport> {
  const newCafes: NewCafeOutcome[] = [];
  for (const cafe of batch.newCafes ?? []) newCafes.push(await createCafe(trx, cafe));

  const appends: AppendOutcome[] = [];
  for (const append of batch.appends ?? []) appends.push(await appendFacts(trx, append));

  const links: GrantOutcome[] = [];
  for (const link of batch.links ?? []) links.push(await grantLink(trx, link));
  const sessions: GrantOutcome[] = [];
  for (const session of batch.sessions ?? []) sessions.push(await grantSession(trx, session));
  for (const revocation of batch.revocations ?? []) await revoke(trx, revocation);

  const newGenerations: NewGenerationOutcome[] = [];
  for (const renewal of batch.newGenerations ?? []) {
    newGenerations.push(await renewPage(trx, renewal));
  }
  const rows = await writeRows(trx, batch.rows ?? []);
  return { newCafes, appends, links, sessions, newGenerations, rows };
}

async function createCafe(trx: Transaction<Tables>, cafe: NewCafe): Promise<NewCafeOutcome> {
  const created = await trx
    .insertInto('cafes')
    .values({
      ...{ id: cafe.id, code: cafe.code, created_at: cafe.createdAt },
      ...{ number: 0, due: null, deleted_rows: null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return created ? 'created' : 'taken';
}
