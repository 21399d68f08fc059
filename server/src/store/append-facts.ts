import type { Transaction } from 'kysely';
import type { Append, AppendOutcome } from './batch.ts';
import { inChunks } from './chunks.ts';
import { grantLink, grantSession, revoke } from './grants.ts';
import type { Tables } from './tables.ts';

/**
 * Appends the facts of one command and everything that came of it, or nothing at all.
 * @throws Error when the facts are not numbered on from `expect`: a bug in the caller.
 */
export async function appendFacts(
  trx: Transaction<Tables>,
  append: Append,
): Promise<AppendOutcome> {
  const { cafe, command, facts } = append;
  checkNumbers(append);
  if (command && (await hasAnswer(trx, cafe, command.id))) return 'answered';

  const number = append.expect + facts.length;
  // The condition and the move are one statement, so two processes cannot both pass it.
  const moved = await trx
    .updateTable('cafes')
    .set({ number, due: append.due })
    .where('id', '=', cafe)
    .where('number', '=', append.expect)
    .returning('id')
    .executeTakeFirst();
  if (!moved) return 'stale';

  for (const some of inChunks(facts)) {
    const rows = some.map((fact) => ({
      cafe,
      number: fact.number,
      at: fact.at,
      by: fact.by,
      body: JSON.stringify(fact.body),
    }));
    await trx.insertInto('facts').values(rows).execute();
  }
  if (command) {
    const answer = JSON.stringify(command.answer);
    await trx.insertInto('commands').values({ cafe, id: command.id, answer, number }).execute();
  }
  await setOpenRounds(trx, cafe, append.openRounds);
  await keepNames(trx, cafe, append.names ?? []);
  for (const link of append.links ?? []) await grantLink(trx, link);
  for (const session of append.sessions ?? []) await grantSession(trx, session);
  for (const revocation of append.revocations ?? []) await revoke(trx, revocation);
  return 'appended';
}

function checkNumbers({ cafe, expect, facts }: Append): void {
  const wrong = facts.findIndex(({ number }, index) => number !== expect + 1 + index);
  if (wrong === -1) return;
  throw new Error(`Fact ${wrong} of an append to café ${cafe} does not follow number ${expect}`);
}

async function hasAnswer(trx: Transaction<Tables>, cafe: string, id: string): Promise<boolean> {
  const found = await trx
    .selectFrom('commands')
    .select('id')
    .where('cafe', '=', cafe)
    .where('id', '=', id)
    .executeTakeFirst();
  return found !== undefined;
}

async function setOpenRounds(
  trx: Transaction<Tables>,
  cafe: string,
  rounds: readonly number[],
): Promise<void> {
  const closing = trx.deleteFrom('open_rounds').where('cafe', '=', cafe);
  if (rounds.length === 0) {
    await closing.execute();
    return;
  }
  await closing.where('round', 'not in', [...rounds]).execute();
  await trx
    .insertInto('open_rounds')
    .values(rounds.map((round) => ({ cafe, round })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function keepNames(
  trx: Transaction<Tables>,
  cafe: string,
  names: NonNullable<Append['names']>,
): Promise<void> {
  for (const { person, name } of names) {
    if (name === null) {
      await trx.deleteFrom('names').where('cafe', '=', cafe).where('person', '=', person).execute();
    } else {
      await trx
        .insertInto('names')
        .values({ cafe, person, name })
        .onConflict((conflict) => conflict.columns(['cafe', 'person']).doUpdateSet({ name }))
        .execute();
    }
  }
}
