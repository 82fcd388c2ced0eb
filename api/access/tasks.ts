import { sql } from 'kysely';
import type { Sql } from '../platform/reads/index.js';
import type { ReadContext } from './context.js';

/**
 * The tasks of a person in one module, as SELECTs with these columns, in this order, so that `my-work` can put all
 * modules into one statement: `kind text` (a `TaskKind` of the catalogue, such as `nonconformity.respond`),
 * `subject_type text`, `subject_id uuid` (the record to open), `title text`, `place text` (unit, in words, or
 * null), `due_on date` (or null), `since timestamptz` (since when this person has the task).
 */
export type TaskSource = (ctx: ReadContext) => Sql[];

const columns = sql`(kind, subject_type, subject_id, title, place, due_on, since)`;
const none = sql`select null::text, null::text, null::uuid, null::text, null::text, null::date, null::timestamptz where false`;

/** FROM item `tasks` with the viewer's tasks in some modules; its columns are those of {@link TaskSource}. */
export function tasksOfViewer(sources: readonly TaskSource[], ctx: ReadContext): Sql {
  const selects = sources.flatMap((source) => source(ctx));
  return sql`(${selects.length === 0 ? none : sql.join(selects, sql` union all `)}) tasks${columns}`;
}
