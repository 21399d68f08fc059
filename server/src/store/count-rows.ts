import type { SelectQueryBuilder } from 'kysely';
import type { Tables } from './tables.ts';

export async function countRows(
  rows: SelectQueryBuilder<Tables, keyof Tables, object>,
): Promise<number> {
  const { n } = await rows
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(n);
}
