import type { MikroORM } from '@mikro-orm/postgresql';

/** Any number that means "migrations of Soát" among advisory locks. */
const migrationLock = 7_140_626;

/**
 * Brings the database up to the newest migration. Two processes that start at once do not collide:
 * the second waits for the first and then finds nothing to do.
 * @param afterwards work that belongs under the same lock, such as the job queue's own tables
 * @returns names of the migrations that were run
 */
export async function migrate(orm: MikroORM, afterwards: () => Promise<void> = async () => {}): Promise<string[]> {
  const pool = await orm.em.getConnection().getNativeClient();
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    const done = await orm.migrator.up();
    await afterwards();
    return done.map((migration) => migration.name);
  } finally {
    await client.query('select pg_advisory_unlock($1)', [migrationLock]);
    client.release();
  }
}
