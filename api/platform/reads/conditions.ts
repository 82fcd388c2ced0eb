import { sql } from 'kysely';
import type { Sql } from './columns.js';

/**
 * Conditions of SQL that simplify themselves: what is known before the statement is written, such as that the
 * viewer holds no role, is not sent to PostgreSQL. The statement is shorter to plan, and an index can answer what is
 * left of it.
 */

/** The condition that always holds. */
export const always: Sql = sql`true`;

/** The condition that never holds. */
export const never: Sql = sql`false`;

/** At least one of the conditions holds; {@link never} for none. */
export function either(...conditions: Sql[]): Sql {
  if (conditions.includes(always)) return always;
  const open = conditions.filter((condition) => condition !== never);
  return open.length === 0 ? never : sql`(${sql.join(open, sql` or `)})`;
}

/** All conditions hold; {@link always} for none. */
export function every(...conditions: Sql[]): Sql {
  if (conditions.includes(never)) return never;
  const open = conditions.filter((condition) => condition !== always);
  return open.length === 0 ? always : sql`(${sql.join(open, sql` and `)})`;
}

/** The condition does not hold: it is false, or null because something is missing. Never null itself. */
export const isNotTrue = (condition: Sql): Sql =>
  condition === always ? never : condition === never ? always : sql`(${condition}) is not true`;
