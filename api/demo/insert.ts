import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/** Rows of one statement: PostgreSQL reads them as one JSON parameter. */
const batch = 2000;

/**
 * Inserts many rows at once. Columns that a row leaves out get the column's default or null.
 * Only for the sample data: everything else goes through commands.
 */
export async function insertRows(em: SqlEntityManager, table: string, rows: Record<string, unknown>[]): Promise<void> {
  for (let from = 0; from < rows.length; from += batch) {
    const part = rows.slice(from, from + batch);
    const columns = sql.join([...new Set(part.flatMap((row) => Object.keys(row)))].map((name) => sql.ref(name)));
    await sql`insert into ${sql.table(table)} (${columns})
      select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(part)}::json)`.execute(em.getKysely());
  }
}
