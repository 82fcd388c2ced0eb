import { sql } from 'kysely';
import type { Sql } from '../platform/reads/index.js';

/*
 * What other modules ask the trail in SQL, as pieces for their statements, so that none of them names its tables.
 */

/** SELECT of the ids of the records of a type that the person has signed, also what was changed since. */
export const signedBy = (person: Sql, subjectType: string): Sql => sql`
  select s.subject_id
  from signature s
  where s.person_id = ${person} and s.subject_type = ${subjectType}`;
