import { sql } from 'kysely';
import type { ReadContext, TaskSource } from '../access/index.js';
import { alias, never, type Sql } from '../platform/reads/index.js';
import { isNotOpened, openConflicts } from './assignment/open-conflicts.js';
import { roundAccess } from './assignment/policy.js';
import { auditAccess, findingAccess } from './findings/policy.js';
import { Audit } from './planning/audit.js';
import { programmeAccess } from './planning/policy.js';
import { Round } from './planning/round.js';

/** The number of a finding and its text, as far as there is one. */
const findingTitle = sql`
  a.number || '/' || lpad(f.position::text, 2, '0')
    || coalesce(' · ' || nullif(case when f.gap = '' then f.evidence else f.gap end, ''), '')`;

/** The audit is among the changes of the amendment that waits for its signature. */
const isInAmendment = sql`exists (
  select 1 from jsonb_array_elements(r.repair -> 'changes') c where c ->> 'auditId' = a.id::text)`;

/** A member must be replaced because of a declared conflict, and no change of that audit waits for a signature yet. */
function conflicts(ctx: ReadContext): Sql[] {
  const decides = roundAccess.viewerPlays('LEAD_AGENCY', alias(Round, 'r'), ctx);
  if (decides === never) return [];
  const open = sql`
  select
    'round.resolveConflict' as kind, 'Round' as subject_type, r.id as subject_id,
    a.number || ' · ' || p.full_name as title, u.name as place, (a.dates[1])::date as due_on,
    coalesce(d.declared_at, a.state_since) as since
  from (
    select s.audit_id, s.person_id, min(s.declared_at) as declared_at
    from audit o
    join ${openConflicts(ctx.today)} s on s.audit_id = o.id
    where ${isNotOpened(alias(Audit, 'o'))}
    group by 1, 2) d
  join audit a on a.id = d.audit_id
  join round r on r.id = a.round_id
  join place u on u.id = a.unit_id
  join people p on p.id = d.person_id
  where r.state in ('APPROVED', 'RUNNING')
    and not ${isInAmendment}
    and ${decides}`;
  return [open];
}

/** The viewer's tasks in this module. The task of a finding opens its audit. */
export const tasks: TaskSource = (ctx) => {
  const place = sql`u.name`;
  return [
    ...programmeAccess.tasks(ctx, {
      type: 'Programme',
      alias: 'p',
      id: sql`p.id`,
      from: sql`programme p join place u on u.id = p.lead_agency_id`,
      title: sql`p.title`,
      place,
    }),
    ...roundAccess.tasks(ctx, {
      type: 'Round',
      alias: 'r',
      id: sql`r.id`,
      from: sql`round r join place u on u.id = r.lead_agency_id`,
      title: sql`r.number || ' · ' || r.title`,
      place,
    }),
    ...auditAccess.tasks(ctx, {
      type: 'Audit',
      alias: 'a',
      id: sql`a.id`,
      from: sql`audit a join place u on u.id = a.unit_id`,
      title: sql`a.number || ' · ' || u.name`,
      place,
    }),
    ...findingAccess.tasks(ctx, {
      type: 'Audit',
      alias: 'f',
      id: sql`a.id`,
      from: sql`finding f join audit a on a.id = f.audit_id join place u on u.id = f.unit_id`,
      joined: { audit: 'a' },
      title: findingTitle,
      place,
    }),
    ...conflicts(ctx),
  ];
};
