import { sql } from 'kysely';
import { anyOf, type ReadContext, type TaskSource } from '../access/index.js';
import type { Sql } from '../platform/reads/index.js';
import { isNotOpened, openConflicts } from './assignment/open-conflicts.js';
import { isUnfinishedLine } from './findings/line-conditions.js';

/** Authorities over the whole of which the viewer holds one of the roles. */
function wholes({ viewer }: ReadContext, ...roles: string[]): string[] {
  return [
    ...new Set(viewer.grants.filter(({ role }) => roles.includes(role)).flatMap(({ authorityIds }) => authorityIds)),
  ];
}

const assignment = (ctx: ReadContext, condition: Sql = sql`true`) =>
  sql`exists (select 1 from team_member m where m.audit_id = a.id and m.person_id = ${ctx.viewer.personId} and ${condition})`;

const leads = (ctx: ReadContext) => assignment(ctx, sql`m.part = 'LEAD'`);

const arranges = (
  ctx: ReadContext,
) => sql`case when r.kind = 'CROSS' then ${anyOf(sql`r.lead_agency_id`, wholes(ctx, 'LEAD_AGENCY'))}
  else ${anyOf(sql`r.lead_agency_id`, wholes(ctx, 'QUALITY_MANAGER', 'ISO_SECRETARY'))} end`;

const headsLead = (ctx: ReadContext) => anyOf(sql`r.lead_agency_id`, wholes(ctx, 'ISO_HEAD'));

const headsAuditee = (ctx: ReadContext) => sql`(${anyOf(sql`a.authority_id`, wholes(ctx, 'ISO_HEAD'))})`;

const firstDay = sql`(a.dates[1])::date`;

const lastDay = sql`(a.dates[cardinality(a.dates)])::date`;

const settled = sql`not exists (select 1 from finding f where f.audit_id = a.id and f.state not in ('ACKNOWLEDGED', 'DROPPED'))`;

const allOver = sql`not exists (select 1 from audit o where o.round_id = r.id and o.state not in ('CLOSED', 'CANCELLED'))`;

const unfinished = sql`exists (select 1 from check_item c where c.audit_id = a.id and ${isUnfinishedLine((column) => sql.ref(`c.${column}`))})`;

const amendmentWaits = sql`r.repair is not null and r.state in ('APPROVED', 'RUNNING')`;

const amendmentBreaksRules = sql`jsonb_array_length(r.repair -> 'problems') > 0`;

const isInAmendment = sql`exists (select 1 from jsonb_array_elements(r.repair -> 'changes') c where c ->> 'auditId' = a.id::text)`;

/** Something owed about an audit, a round or a finding. */
interface TaskRule {
  kind: string;
  when: (ctx: ReadContext) => Sql;
  due: Sql;
}

const rounds: TaskRule[] = [
  { kind: 'round.assign', when: (ctx) => sql`r.state = 'PREPARING' and ${arranges(ctx)}`, due: sql`r.from_date - 14` },
  { kind: 'round.approve', when: (ctx) => sql`r.state = 'ASSIGNED' and ${headsLead(ctx)}`, due: sql`r.from_date - 7` },
  {
    kind: 'round.amendPlan',
    when: (ctx) => sql`${amendmentWaits} and not ${amendmentBreaksRules} and ${headsLead(ctx)}`,
    due: sql`null::date`,
  },
  {
    kind: 'round.correctPlanAmendment',
    when: (ctx) => sql`${amendmentWaits} and ${amendmentBreaksRules} and ${arranges(ctx)}`,
    due: sql`null::date`,
  },
  {
    kind: 'round.report',
    when: (ctx) => sql`r.state = 'RUNNING' and ${allOver} and ${arranges(ctx)}`,
    due: sql`r.to_date + 14`,
  },
  { kind: 'round.close', when: (ctx) => sql`r.state = 'REPORTED' and ${headsLead(ctx)}`, due: sql`r.to_date + 28` },
];

const programmeOver = sql`exists (select 1 from round r where r.programme_id = p.id) and not exists (
  select 1 from round r where r.programme_id = p.id and r.state not in ('CLOSED', 'CANCELLED'))`;

const programmes: TaskRule[] = [
  {
    kind: 'programme.approve',
    when: (ctx) => sql`p.state = 'DRAFT' and ${anyOf(sql`p.lead_agency_id`, wholes(ctx, 'ISO_HEAD'))}`,
    due: sql`null::date`,
  },
  {
    kind: 'programme.close',
    when: (ctx) =>
      sql`p.state = 'APPROVED' and ${programmeOver} and ${anyOf(sql`p.lead_agency_id`, wholes(ctx, 'LEAD_AGENCY'))}`,
    due: sql`make_date(p.year, 12, 31)`,
  },
];

const audits: TaskRule[] = [
  {
    kind: 'audit.announce',
    when: (ctx) => sql`a.state = 'PLANNED' and r.state in ('APPROVED', 'RUNNING') and ${leads(ctx)}`,
    due: sql`${firstDay} - 14`,
  },
  {
    kind: 'audit.confirmPlan',
    when: (ctx) => sql`a.state = 'ANNOUNCED' and ${headsAuditee(ctx)}`,
    due: sql`${firstDay} - 5`,
  },
  { kind: 'audit.open', when: (ctx) => sql`a.state = 'CONFIRMED' and ${leads(ctx)}`, due: firstDay },
  {
    kind: 'checkItem.setResult',
    when: (ctx) => sql`a.state = 'IN_PROGRESS' and ${assignment(ctx)} and ${unfinished}`,
    due: lastDay,
  },
  {
    kind: 'audit.finishFieldwork',
    when: (ctx) => sql`a.state = 'IN_PROGRESS' and ${leads(ctx)} and not ${unfinished}`,
    due: lastDay,
  },
  {
    kind: 'audit.report',
    when: (ctx) => sql`a.state = 'FIELDWORK_DONE' and ${leads(ctx)} and ${settled}`,
    due: sql`${lastDay} + 7`,
  },
  {
    kind: 'audit.accept',
    when: (ctx) => sql`a.state = 'REPORTED' and ${headsAuditee(ctx)}`,
    due: sql`((a.reported_at at time zone 'Asia/Ho_Chi_Minh')::date + 7)`,
  },
];

const me = (ctx: ReadContext) => sql`${ctx.viewer.personId}`;

const answering = (ctx: ReadContext) => anyOf(sql`a.authority_id`, wholes(ctx, 'ISO_HEAD', 'ISO_SECRETARY'));

const agrees = (ctx: ReadContext) => sql`f.author_id <> ${me(ctx)} and case
  when exists (select 1 from team_member l where l.audit_id = a.id and l.part = 'LEAD' and l.person_id = f.author_id) then ${assignment(ctx)} else ${leads(ctx)} end`;

/** The lead stands in for an author who is no longer on the team. */
const authorHasLeft = sql`not exists (select 1 from team_member m where m.audit_id = a.id and m.person_id = f.author_id)`;

const findings: TaskRule[] = [
  {
    kind: 'finding.send',
    when: (ctx) => sql`f.state = 'DRAFT' and (f.author_id = ${me(ctx)} or ${leads(ctx)} and ${authorHasLeft})`,
    due: lastDay,
  },
  { kind: 'finding.agree', when: (ctx) => sql`f.state = 'SENT' and ${agrees(ctx)}`, due: lastDay },
  { kind: 'finding.show', when: (ctx) => sql`f.state = 'AGREED' and ${leads(ctx)}`, due: lastDay },
  {
    kind: 'finding.acknowledge',
    when: (ctx) => sql`f.state = 'SHOWN' and ${answering(ctx)}`,
    due: sql`f.answer_due_on`,
  },
  { kind: 'finding.uphold', when: (ctx) => sql`f.state = 'DISPUTED' and ${leads(ctx)}`, due: sql`null::date` },
];

/** A member kept away by a conflict that either side has declared, until a change of that audit waits for its signature. */
const conflicts = (ctx: ReadContext) => sql`
  select 'round.resolveConflict', 'Round', r.id, a.number || ' · ' || p.full_name, u.name, ${firstDay}, coalesce(d.declared_at, a.state_since)
    from (select s.audit_id, s.person_id, min(s.declared_at) as declared_at from ${openConflicts(ctx.today)} s group by 1, 2) d
    join audit a on a.id = d.audit_id join round r on r.id = a.round_id join unit u on u.id = a.unit_id join person p on p.id = d.person_id
    where r.state in ('APPROVED', 'RUNNING') and ${isNotOpened((column) => sql.ref(`a.${column}`))} and not ${isInAmendment} and ${arranges(ctx)}`;

/** What the viewer owes in this module. Findings open their audit. */
export const tasks: TaskSource = (ctx) => sql`
  select d.kind, 'Programme'::text as subject_type, p.id as subject_id, p.title, u.name as place, d.due_on, p.state_since as since
    from programme p join unit u on u.id = p.lead_agency_id cross join lateral ${oneOf(programmes, ctx)} d
  union all
  select d.kind, 'Round'::text as subject_type, r.id as subject_id, r.number || ' · ' || r.title as title, u.name as place, d.due_on, r.state_since as since
    from round r join unit u on u.id = r.lead_agency_id cross join lateral ${oneOf(rounds, ctx)} d
  union all
  select d.kind, 'Audit', a.id, a.number || ' · ' || u.name, u.name, d.due_on, a.state_since
    from audit a join round r on r.id = a.round_id join unit u on u.id = a.unit_id cross join lateral ${oneOf(audits, ctx)} d
    where a.state not in ('CLOSED', 'CANCELLED')
  union all
  select d.kind, 'Audit', a.id, a.number || '/' || lpad(f.position::text, 2, '0') || coalesce(' · ' || nullif(case when f.gap = '' then f.evidence else f.gap end, ''), ''), u.name, d.due_on, f.state_since
    from finding f join audit a on a.id = f.audit_id join round r on r.id = a.round_id join unit u on u.id = f.unit_id cross join lateral ${oneOf(findings, ctx)} d
    where a.state in ('IN_PROGRESS', 'FIELDWORK_DONE') and f.state not in ('DROPPED', 'ISSUED', 'ACKNOWLEDGED')
  union all ${conflicts(ctx)}`;

function oneOf(taskRules: readonly TaskRule[], ctx: ReadContext): Sql {
  const each = taskRules.map(
    ({ kind, when, due }) => sql`select ${kind}::text as kind, (${due})::date as due_on where ${when(ctx)}`,
  );
  return sql`(${sql.join(each, sql` union all `)})`;
}
