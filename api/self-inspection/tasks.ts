import { sql } from 'kysely';
import type { TaskSource } from '../access/index.js';
import { inspectionAccess } from './policy.js';

/** Forms to fill in (as head of the unit or substitute) with their due day, and submitted ones to decide on. */
export const tasks: TaskSource = (ctx) => {
  const each = inspectionAccess.tasks(ctx, {
    type: 'Inspection',
    alias: 'i',
    id: sql`i.id`,
    from: sql`
      inspection i
      join inspection_template t on t.id = i.template_id
      join unit u on u.id = i.unit_id
      join unit a on a.id = i.authority_id`,
    title: sql`t.title || ', ' || period_vi(i.period_key)`,
    place: sql`case when u.id = a.id then u.name else u.name || ', ' || a.name end`,
  });
  return sql`${sql.join(each, sql` union all `)}`;
};
