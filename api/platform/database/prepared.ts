import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type { RawBuilder } from 'kysely';
import type { Pool } from 'pg';

/**
 * Sends a statement by a name, outside any transaction: each connection of the pool then parses it once and plans it
 * a few times, not every time. For statements that come with almost every request and take longer to plan than to run.
 * @param name unique in the program; the text under it must always be the same
 */
export async function preparedRows<Row>(em: SqlEntityManager, name: string, query: RawBuilder<Row>): Promise<Row[]> {
  const { sql: text, parameters } = query.compile(em.getKysely());
  const pool = (await em.getConnection().getNativeClient()) as Pool;
  const { rows } = await pool.query({ name, text, values: [...parameters] });
  return rows as Row[];
}
