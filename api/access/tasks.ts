import type { Sql } from '../platform/reads/index.js';
import type { ReadContext } from './context.js';

/**
 * The tasks of a person in one module, as a SELECT with these columns, so that `my-work` can put all modules
 * into one statement: `kind text` (a `TaskKind` of the catalogue, such as `nonconformity.respond`),
 * `subject_type text`, `subject_id uuid` (the record to open), `title text`, `place text` (unit, in words, or
 * null), `due_on date` (or null), `since timestamptz` (since when this person has the task).
 */
export type TaskSource = (ctx: ReadContext) => Sql;
