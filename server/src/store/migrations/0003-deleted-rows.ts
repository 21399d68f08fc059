import type { Kysely, Migration } from 'kysely';

/** Of a café that is being deleted: how many of its rows are gone. Null for all others. */
export const deletedRows: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('cafes').addColumn('deleted_rows', 'bigint').execute();
  },
};
