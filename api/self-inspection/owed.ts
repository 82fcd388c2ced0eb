import { sql } from 'kysely';
import { withinReach, type Owed } from '../access/index.js';
import type { Row, Sql } from '../platform/reads/index.js';
import { isMine } from './queries.js';

/** Calendar days after which a form that waits for the quality manager is owed by the level above too. */
const patience = 7;

const kindOf = (row: Row): Sql => sql`case ${row('state')} when 'DUE' then 'selfInspection.begin' when 'RETURNED' then 'selfInspection.mend' else 'selfInspection.submit' end`;

/**
 * Forms to fill in (as head of the unit or substitute) with their due day; submitted ones to decide
 * on: the quality manager's, and the level above's when there is no other quality manager or it has
 * waited a week.
 */
export const owed: Owed = ({ viewer, today, now }) => {
  const row: Row = (column) => sql.ref(`i.${column}`);
  const title = sql`t.title || ', ' || period_vi(i.period_key)`;
  const place = sql`case when u.id = a.id then u.name else u.name || ', ' || a.name end`;
  const from = sql`inspection i join inspection_template t on t.id = i.template_id join unit u on u.id = i.unit_id join unit a on a.id = i.authority_id`;
  const isManager = withinReach(viewer, ['QUALITY_MANAGER'], row('unit_id'), row('authority_id'));
  const isAbove = sql`case when i.unit_id = i.authority_id then ${withinReach(viewer, ['LEAD_AGENCY'], row('unit_id'), row('authority_id'))}
    else ${withinReach(viewer, ['ISO_HEAD'], row('unit_id'), row('authority_id'))} end`;
  const noManager = sql`not exists (select 1 from role_grant g where g.unit_id = i.authority_id and g.role = 'QUALITY_MANAGER' and g.person_id <> i.submitted_by_id
    and g.from_date <= ${today} and (g.to_date is null or g.to_date >= ${today}))`;
  const waited = sql`i.state_since < ${new Date(now.getTime() - patience * 86_400_000)}`;
  return sql`
    select ${kindOf(row)} as kind, 'Inspection' as subject_type, i.id as subject_id, ${title} as title, ${place} as place, i.due_on, i.state_since as since
    from ${from} where i.state in ('DUE', 'IN_PROGRESS', 'MISSED', 'RETURNED') and ${isMine(row, viewer, today)}
    union all
    select 'selfInspection.accept', 'Inspection', i.id, ${title}, ${place}, null::date, i.state_since
    from ${from} where i.state = 'SUBMITTED' and i.submitted_by_id is distinct from ${viewer.personId}
      and (${isManager} or (${isAbove} and (${noManager} or ${waited})))`;
};
