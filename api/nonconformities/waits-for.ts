import { sql } from 'kysely';
import { reachingRoles, type ReadContext, type Role } from '../access/index.js';
import type { Row, Sql } from '../platform/reads/index.js';
import { approverIsGone, extensionJudges } from './tasks.js';

const own: readonly Role[] = ['QUALITY_MANAGER'];

/** Whose turn it is by role, in each state: for own sources, and for those of an audit. */
const turns: readonly { states: readonly string[]; own: readonly Role[]; audit: readonly Role[] }[] = [
  { states: ['ISSUED'], own: ['UNIT_HEAD', 'ISO_SECRETARY'], audit: ['UNIT_HEAD', 'ISO_SECRETARY'] },
  { states: ['DISPUTED'], own, audit: ['AUDIT_LEAD'] },
  { states: ['RESPONDED'], own: ['QUALITY_MANAGER', 'ISO_HEAD'], audit: ['QUALITY_MANAGER', 'ISO_HEAD'] },
  { states: ['ACTIONS_DONE', 'VERIFIED'], own, audit: ['AUDIT_LEAD', 'AUDIT_TEAM', 'LEAD_AGENCY'] },
];

/**
 * The ids of the people for whom a nonconformity waits, as an array in SQL: who holds the role whose
 * turn it is on its unit today (the other way round of `tasks.ts`); while actions are carried out
 * owners of open ones and who decides on an extension that is asked for, and with none open the responder.
 */
export function waitsFor(row: Row, ctx: ReadContext): Sql {
  const { today } = ctx;
  const roles = sql.join(
    turns.map(
      ({ states, own: ownRoles, audit }) => sql`
    when ${row('state')} = any(${states}::text[]) then case when ${row('source')} <> 'AUDIT' then ${ownRoles}::text[]
      when ${row('issuer_id')} = ${row('authority_id')} then ${ownRoles}::text[] || ${audit}::text[] else ${audit}::text[] end`,
    ),
    sql` `,
  );
  const holds = sql`g.from_date <= ${today} and (g.to_date is null or g.to_date >= ${today})`;
  return sql`array(
    select g.person_id from unit place join unit held on held.path @> place.path join role_grant g on g.unit_id = held.id
    where place.id = ${row('unit_id')} and ${holds} and g.role = any(case ${roles} end)
      and (held.authority_id = place.authority_id or g.role = any(${reachingRoles}::text[]))
      and not (${row('state')} = 'RESPONDED' and g.person_id is not distinct from ${row('responder_id')})
      and not (${row('state')} in ('ACTIONS_DONE', 'VERIFIED') and exists (
        select 1 from corrective_action done where done.nonconformity_id = ${row('id')} and done.state <> 'DROPPED' and done.owner_id = g.person_id))
    union
    select g.person_id from role_grant g join role_grant of on of.person_id = g.person_id and of.role = 'LEAD_AGENCY'
    where ${row('state')} = 'DISPUTED' and ${row('source')} = 'AUDIT' and g.role = 'QUALITY_MANAGER' and g.unit_id = ${row('issuer_id')} and ${holds}
    union
    select open.owner_id from corrective_action open where ${row('state')} = 'PLAN_APPROVED' and open.nonconformity_id = ${row('id')} and open.state = 'OPEN'
    union
    select g.person_id from corrective_action asked
      join unit place on place.id = ${row('unit_id')} join unit held on held.path @> place.path and held.authority_id = place.authority_id join role_grant g on g.unit_id = held.id
    where ${row('state')} = 'PLAN_APPROVED' and asked.nonconformity_id = ${row('id')} and asked.state = 'OPEN' and asked.extension_to is not null
      and g.role = any(${extensionJudges}::text[]) and ${holds} and g.person_id <> asked.owner_id
      and (g.person_id = ${row('plan_approver_id')} or ${row('plan_approver_id')} = asked.owner_id or ${approverIsGone(row, ctx)})
    union
    select ${row('responder_id')} where ${row('state')} = 'PLAN_APPROVED' and not exists (
      select 1 from corrective_action open where open.nonconformity_id = ${row('id')} and open.state = 'OPEN'))`;
}
