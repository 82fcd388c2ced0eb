import { sql } from 'kysely';
import { anyOf, either, type TaskSource, type ReadContext, type Role } from '../access/index.js';
import type { Row, Sql } from '../platform/reads/index.js';
import type { ActionEvent, NonconformityEvent, NonconformityState } from './rules/index.js';
import { heldAt } from './visibility.js';

/** Something a person must do about a nonconformity while it stands in a state. */
interface TaskRule {
  event: NonconformityEvent;
  state: NonconformityState;
  /** Whether it is the viewer who must, as SQL over the nonconformity. */
  mine: (row: Row, ctx: ReadContext) => Sql;
}

/** Something a person must do about one action of an approved plan. */
interface ActionTaskRule {
  event: ActionEvent;
  mine: (row: Row, action: Row, ctx: ReadContext) => Sql;
}

const fromAudit = (row: Row) => sql`${row('source')} = 'AUDIT'`;
/** Own sources, and audits that the authority arranged itself. */
const ownSource = (row: Row) => sql`(${row('source')} <> 'AUDIT' or ${row('issuer_id')} = ${row('authority_id')})`;
const ownManager = (row: Row, { viewer }: ReadContext) =>
  sql`(${ownSource(row)} and ${heldAt(viewer, ['QUALITY_MANAGER'], row)})`;

/** The part VERIFIER of `rules/parts.ts`, as SQL. */
const verifies = (row: Row, ctx: ReadContext) => sql`(
  ${either(ownManager(row, ctx), sql`(${fromAudit(row)} and ${heldAt(ctx.viewer, ['AUDIT_LEAD', 'AUDIT_TEAM', 'LEAD_AGENCY'], row)})`)}
  and not exists (select 1 from corrective_action own
    where own.nonconformity_id = ${row('id')} and own.state <> 'DROPPED' and own.owner_id = ${ctx.viewer.personId}))`;

/** The part DISPUTE_JUDGE of `rules/parts.ts`, as SQL. */
const judges = (row: Row, ctx: ReadContext) => {
  const { viewer } = ctx;
  const managed = viewer.grants
    .filter(({ role }) => role === 'QUALITY_MANAGER')
    .flatMap(({ authorityIds }) => authorityIds);
  const ofLeadAgency = sql`(${heldAt(viewer, ['LEAD_AGENCY'], row)} and ${anyOf(row('issuer_id'), managed)})`;
  return either(
    ownManager(row, ctx),
    sql`(${fromAudit(row)} and ${either(heldAt(viewer, ['AUDIT_LEAD'], row), ofLeadAgency)})`,
  );
};

/** The part PLAN_APPROVER of `rules/parts.ts`, as SQL. */
const approves = (row: Row, { viewer }: ReadContext) =>
  sql`(${heldAt(viewer, ['QUALITY_MANAGER', 'ISO_HEAD'], row)} and ${row('responder_id')} is distinct from ${viewer.personId})`;

/** The part EXTENSION_JUDGE of `rules/parts.ts` by role; never the owner of the action. */
export const extensionJudges: readonly Role[] = ['QUALITY_MANAGER', 'ISO_HEAD'];

/** Whoever approved the plan holds such a role no more: another one decides on extensions. */
export const approverIsGone = (row: Row, { today }: ReadContext): Sql => sql`not exists (
  select 1 from unit place join unit held on held.path @> place.path and held.authority_id = place.authority_id join role_grant g on g.unit_id = held.id
  where place.id = ${row('unit_id')} and g.person_id = ${row('plan_approver_id')} and g.role = any(${extensionJudges}::text[])
    and g.from_date <= ${today} and (g.to_date is null or g.to_date >= ${today}))`;

/**
 * The part EXTENSION_JUDGE of `rules/parts.ts`, as SQL, for whom it is a duty: whoever approved the
 * plan; the others only when that person owns the action or holds the role no more.
 */
const decidesExtension = (row: Row, action: Row, ctx: ReadContext) => sql`(
  ${heldAt(ctx.viewer, extensionJudges, row)} and ${action('owner_id')} <> ${ctx.viewer.personId}
  and (${row('plan_approver_id')} = ${ctx.viewer.personId} or ${row('plan_approver_id')} = ${action('owner_id')} or ${approverIsGone(row, ctx)}))`;

const taskRules: TaskRule[] = [
  { event: 'respond', state: 'ISSUED', mine: (row, { viewer }) => heldAt(viewer, ['UNIT_HEAD', 'ISO_SECRETARY'], row) },
  { event: 'uphold', state: 'DISPUTED', mine: judges },
  { event: 'approvePlan', state: 'RESPONDED', mine: approves },
  {
    event: 'reportDone',
    state: 'PLAN_APPROVED',
    mine: (row, { viewer }) => sql`(${row('responder_id')} = ${viewer.personId}
      and not exists (select 1 from corrective_action open where open.nonconformity_id = ${row('id')} and open.state = 'OPEN'))`,
  },
  { event: 'verify', state: 'ACTIONS_DONE', mine: verifies },
  {
    event: 'confirmEffective',
    state: 'VERIFIED',
    mine: (row, ctx) => sql`(${row('effectiveness_due_on')} <= ${ctx.today} and ${verifies(row, ctx)})`,
  },
];

const actionTaskRules: ActionTaskRule[] = [
  { event: 'reportDone', mine: (_row, action, { viewer }) => sql`${action('owner_id')} = ${viewer.personId}` },
  {
    event: 'grantExtension',
    mine: (row, action, ctx) => sql`(${action('extension_to')} is not null and ${decidesExtension(row, action, ctx)})`,
  },
];

/** Row condition: it is the viewer who must act on the nonconformity or on one of its actions now. */
export function waitsForViewer(row: Row, ctx: ReadContext): Sql {
  const action: Row = (column) => sql.ref(`duty.${column}`);
  const onActions = sql`(${row('state')} = 'PLAN_APPROVED' and exists (select 1 from corrective_action duty
    where duty.nonconformity_id = ${row('id')} and duty.state = 'OPEN' and ${either(...actionTaskRules.map(({ mine }) => mine(row, action, ctx)))}))`;
  return either(
    ...taskRules.map(({ state, mine }) => sql`(${row('state')} = ${state} and ${mine(row, ctx)})`),
    onActions,
  );
}

/** What the viewer owes in this module; every line opens a nonconformity. */
export const tasks: TaskSource = (ctx) => {
  const row: Row = (column) => sql.ref(`n.${column}`);
  const action: Row = (column) => sql.ref(`duty.${column}`);
  const place = sql`(select concat_ws(', ', u.name, case when a.id <> u.id then a.name end)
    from unit u join unit a on a.id = n.authority_id where u.id = n.unit_id)`;
  const onRecords = taskRules.map(
    ({ event, state, mine }) => sql`
    select ${`nonconformity.${event}`}::text as kind, 'Nonconformity'::text as subject_type, n.id as subject_id, n.number || ' · ' || n.gap as title,
      ${place} as place, n.due_on, n.state_since as since
    from nonconformity n where n.state = ${state} and ${mine(row, ctx)}`,
  );
  const onActions = actionTaskRules.map(
    ({ event, mine }) => sql`
    select ${`correctiveAction.${event}`}::text, 'Nonconformity'::text, n.id, n.number || ' · ' || duty.title, ${place}, duty.due_on, duty.state_since
    from corrective_action duty join nonconformity n on n.id = duty.nonconformity_id
    where n.state = 'PLAN_APPROVED' and duty.state = 'OPEN' and ${mine(row, action, ctx)}`,
  );
  return sql`${sql.join([...onRecords, ...onActions], sql` union all `)}`;
};
