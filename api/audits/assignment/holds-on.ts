import { sql } from 'kysely';
import type { Sql } from '../../platform/reads/index.js';

/** In force on a day: a row with `from_date` and `to_date`. */
export const holdsOn = (alias: string, day: string): Sql => sql`(
  ${sql.ref(`${alias}.from_date`)} <= ${day}
  and (${sql.ref(`${alias}.to_date`)} is null or ${sql.ref(`${alias}.to_date`)} >= ${day}))`;
