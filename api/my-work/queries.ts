import { sql } from 'kysely';
import { readContext, type Context, type Owed } from '../access/index.js';
import { owed as auditsOwed } from '../audits/index.js';
import { owed as documentsOwed } from '../documents/index.js';
import { owed as nonconformitiesOwed } from '../nonconformities/index.js';
import { owed as selfInspectionOwed } from '../self-inspection/index.js';
import type { OwedWork } from './owed-work.js';

/** What each room says a person owes, in the order of the rooms. */
const sources: Owed[] = [documentsOwed, nonconformitiesOwed, selfInspectionOwed, auditsOwed];

/** More than anybody can work off; keeps the answer bounded. */
const most = 500;

/** Everything the signed-in person owes, by due date, in one SQL statement. */
export async function owedBy(ctx: Context): Promise<OwedWork[]> {
  const readAs = readContext(ctx);
  const union = sql.join(
    sources.map((owed) => sql`(${owed(readAs)})`),
    sql` union all `,
  );
  const { rows } = await sql<{ value: OwedWork[] }>`
    select coalesce(json_agg(w), '[]') as value from (
      select kind, subject_type as "subjectType", subject_id as "subjectId", title, place, due_on as "dueOn", since
      from (${union}) owed order by due_on nulls last, since, subject_id limit ${sql.lit(most)}) w`.execute(
    ctx.em.getKysely(),
  );
  return rows[0]!.value;
}
