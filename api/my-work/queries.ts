import { sql } from 'kysely';
import { readContext, tasksOfViewer, type Context, type TaskSource } from '../access/index.js';
import { tasks as auditTasks } from '../audits/index.js';
import { tasks as documentTasks } from '../documents/index.js';
import { tasks as nonconformityTasks } from '../nonconformities/index.js';
import { tasks as inspectionTasks } from '../self-inspection/index.js';
import type { MyTask } from './my-task.js';

/** The tasks of a person from each module, in the order of the modules. */
const sources: TaskSource[] = [documentTasks, nonconformityTasks, inspectionTasks, auditTasks];

/** The highest number of tasks in an answer; more than anybody can have. */
const most = 500;

/** All tasks of the signed-in person, by due date, in one SQL statement. */
export async function tasksOf(ctx: Context): Promise<MyTask[]> {
  const { rows } = await sql<{ value: MyTask[] }>`
    select coalesce(json_agg(w), '[]') as value from (
      select kind, subject_type as "subjectType", subject_id as "subjectId", title, place, due_on as "dueOn", since
      from ${tasksOfViewer(sources, readContext(ctx))}
      order by due_on nulls last, since, subject_id limit ${sql.lit(most)}) w`.execute(ctx.em.getKysely());
  return rows[0]!.value;
}
