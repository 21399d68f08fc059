import type { Kysely } from 'kysely';
import type { DueCafe, StoredCafe, StoredFact } from './store.ts';
import type { Tables } from './tables.ts';

/** Everything a process needs to take a café up; call it inside a transaction. */
export async function readCafe(db: Kysely<Tables>, id: string): Promise<StoredCafe | null> {
  const cafe = await db
    .selectFrom('cafes')
    .select(['id', 'code', 'created_at as createdAt', 'number', 'due'])
    .where('id', '=', id)
    .where('deleted_rows', 'is', null)
    .executeTakeFirst();
  if (!cafe) return null;
  const rounds = await db
    .selectFrom('open_rounds')
    .select('round')
    .where('cafe', '=', id)
    .orderBy('round')
    .execute();
  const names = await db
    .selectFrom('names')
    .select(['person', 'name'])
    .where('cafe', '=', id)
    .orderBy('person')
    .execute();
  return {
    ...cafe,
    openRounds: rounds.map(({ round }) => round),
    facts: await readFacts(db, id, 0),
    names: Object.fromEntries(names.map(({ person, name }) => [person, name])),
  };
}

export async function readFacts(
  db: Kysely<Tables>,
  cafe: string,
  after: number,
): Promise<StoredFact[]> {
  const facts = await db
    .selectFrom('facts')
    .select(['number', 'at', 'by', 'body'])
    .where('cafe', '=', cafe)
    .where('number', '>', after)
    .orderBy('number')
    .execute();
  return facts.map((fact) => ({ ...fact, body: JSON.parse(fact.body) as unknown }));
}

export function readDueCafes(db: Kysely<Tables>): Promise<DueCafe[]> {
  return db.selectFrom('cafes').select(['id', 'due', 'number']).orderBy('id').execute();
}

export async function readQuietCafes(db: Kysely<Tables>, before: number): Promise<string[]> {
  const quiet = await db
    .selectFrom('facts')
    .select('cafe')
    .groupBy('cafe')
    .having(({ fn }) => fn.max('at'), '<', before)
    .orderBy('cafe')
    .execute();
  return quiet.map(({ cafe }) => cafe);
}
