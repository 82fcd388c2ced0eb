import { sql } from 'kysely';
import type { Sql } from '../platform/reads/index.js';

/*
 * What other modules ask procedures in SQL, as pieces for their statements, so that none of them names its tables.
 */

/** The field (lĩnh vực) of the procedure of a revision; null for other documents. */
export const fieldOfProcedure = (revision: Sql): Sql =>
  sql`(select p.field from procedure p where p.revision_id = ${revision})`;
