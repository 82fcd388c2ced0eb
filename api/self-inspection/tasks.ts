import { sql } from 'kysely';
import type { TaskSource } from '../access/index.js';
import type { Row } from '../platform/reads/index.js';
import { awaits, isMine } from './queries.js';

/** Forms to fill in (as head of the unit or substitute) with their due day, and submitted ones to decide on. */
export const tasks: TaskSource = (ctx) => {
  const row: Row = (column) => sql.ref(`i.${column}`);
  const kind = sql`case when i.state = 'DUE' then 'selfInspection.begin' when i.state = 'RETURNED' then 'selfInspection.mend'
    when i.state = 'SUBMITTED' then 'selfInspection.accept' else 'selfInspection.submit' end`;
  return sql`
    select ${kind} as kind, 'Inspection' as subject_type, i.id as subject_id, t.title || ', ' || period_vi(i.period_key) as title,
      case when u.id = a.id then u.name else u.name || ', ' || a.name end as place,
      case when i.state <> 'SUBMITTED' then i.due_on end as due_on, i.state_since as since
    from inspection i join inspection_template t on t.id = i.template_id join unit u on u.id = i.unit_id join unit a on a.id = i.authority_id
    where (i.state in ('DUE', 'IN_PROGRESS', 'MISSED', 'RETURNED') and ${isMine(row, ctx.viewer, ctx.today)}) or ${awaits(row, ctx)}`;
};
