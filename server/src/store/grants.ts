import type { Transaction } from 'kysely';
import type { GrantOutcome, Revocation } from './batch.ts';
import type { LinkGrant, SessionGrant } from './store.ts';
import type { Tables } from './tables.ts';

/** @throws SqliteError when the hash exists already: secrets of 128 bits do not meet by chance. */
export async function grantLink(trx: Transaction<Tables>, link: LinkGrant): Promise<GrantOutcome> {
  const { hash, cafe, role, person, team, createdAt } = link;
  if (!(await exists(trx, cafe))) return 'gone';
  await trx
    .insertInto('links')
    .values({ hash, cafe, role, person, team, created_at: createdAt })
    .execute();
  return 'stored';
}

/** @throws SqliteError when the hash exists already, as {@link grantLink}. */
export async function grantSession(
  trx: Transaction<Tables>,
  session: SessionGrant,
): Promise<GrantOutcome> {
  const { hash, cafe, role, person, team, link, createdAt } = session;
  if (!(await exists(trx, cafe))) return 'gone';
  await trx
    .insertInto('sessions')
    .values({ hash, cafe, role, person, team, link, created_at: createdAt })
    .execute();
  return 'stored';
}

/** Hashes of other cafés are passed over: a facilitator's reach ends with their café. */
export async function revoke(trx: Transaction<Tables>, revocation: Revocation): Promise<void> {
  const { cafe, sessions = [], links = [] } = revocation;
  for (const hash of sessions) {
    await trx.deleteFrom('sessions').where('cafe', '=', cafe).where('hash', '=', hash).execute();
  }
  for (const hash of links) {
    await trx.deleteFrom('sessions').where('cafe', '=', cafe).where('link', '=', hash).execute();
    await trx.deleteFrom('links').where('cafe', '=', cafe).where('hash', '=', hash).execute();
  }
}

async function exists(trx: Transaction<Tables>, cafe: string): Promise<boolean> {
  const found = await trx
    .selectFrom('cafes')
    .select('id')
    .where('id', '=', cafe)
    .where('deleted_rows', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}
