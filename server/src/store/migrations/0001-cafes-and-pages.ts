import type { CreateTableBuilder, Kysely, Migration } from 'kysely';

/**
 * Written for SQLite and PostgreSQL alike: `bigint` for every time and count (SQLite reads it as
 * INTEGER), `bytea` for bytes (SQLite stores blobs as they are whatever the column is called).
 * There is no way down: a café's words are not undone by an older program.
 */
export const cafesAndPages: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('cafes')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('code', 'text', (column) => column.notNull().unique())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('number', 'bigint', (column) => column.notNull())
      .addColumn('due', 'bigint')
      .execute();

    await ofACafe(db, 'facts')
      .addColumn('number', 'bigint', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('by', 'text')
      .addColumn('body', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('facts_key', ['cafe', 'number'])
      .execute();
    await ofACafe(db, 'commands')
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('answer', 'text', (column) => column.notNull())
      .addColumn('number', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('commands_key', ['cafe', 'id'])
      .execute();
    // The one table with people's names; it may forget while facts and pages go on.
    await ofACafe(db, 'names')
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('names_key', ['cafe', 'person'])
      .execute();
    await ofACafe(db, 'open_rounds')
      .addColumn('round', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('open_rounds_key', ['cafe', 'round'])
      .execute();

    await ofACafe(db, 'pages')
      .addColumn('page', 'text', (column) => column.notNull())
      .addColumn('round', 'bigint', (column) => column.notNull())
      .addColumn('generation', 'bigint', (column) => column.notNull())
      .addColumn('seq', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('pages_key', ['cafe', 'page'])
      .execute();
    await ofACafe(db, 'page_rows')
      .addColumn('page', 'text', (column) => column.notNull())
      .addColumn('seq', 'bigint', (column) => column.notNull())
      .addColumn('leaf', 'text')
      .addColumn('person', 'text')
      .addColumn('replica', 'text')
      .addColumn('first', 'bigint', (column) => column.notNull())
      .addColumn('last', 'bigint', (column) => column.notNull())
      .addColumn('bytes', 'bytea', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('page_rows_key', ['cafe', 'page', 'seq'])
      .execute();
    // One outbox of one phone for one page, and how much of it is stored.
    await ofACafe(db, 'replicas')
      .addColumn('page', 'text', (column) => column.notNull())
      .addColumn('replica', 'text', (column) => column.notNull())
      .addColumn('person', 'text')
      .addColumn('last', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('replicas_key', ['cafe', 'page', 'replica'])
      .execute();
    await ofACafe(db, 'clients')
      .addColumn('page', 'text', (column) => column.notNull())
      .addColumn('client_id', 'bigint', (column) => column.notNull())
      .addColumn('person', 'text')
      .addColumn('replica', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('clients_key', ['cafe', 'page', 'client_id'])
      .execute();

    await capability(db, 'links').execute();
    await capability(db, 'sessions').addColumn('link', 'text').execute();
    await db.schema.createIndex('links_of_cafe').on('links').column('cafe').execute();
    await db.schema.createIndex('sessions_of_cafe').on('sessions').column('cafe').execute();
  },
};

function ofACafe(db: Kysely<unknown>, table: string): CreateTableBuilder<string, 'cafe'> {
  return db.schema
    .createTable(table)
    .addColumn('cafe', 'text', (column) => column.notNull().references('cafes.id'));
}

function capability(db: Kysely<unknown>, table: string) {
  return ofACafe(db, table)
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('person', 'text')
    .addColumn('team', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull());
}
