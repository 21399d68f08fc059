import type { Kysely, Migration } from 'kysely';

/**
 * That a café was deleted, for whoever still has its link: by the hash of the link's or the device's
 * secret, so that a row says nothing to anybody else.
 */
export const receipts: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('receipts')
      .addColumn('hash', 'text', (column) => column.primaryKey())
      .addColumn('deleted_at', 'bigint', (column) => column.notNull())
      .addColumn('rows', 'bigint', (column) => column.notNull())
      .execute();
  },
};
