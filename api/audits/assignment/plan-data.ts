import { sql, type Kysely } from 'kysely';
import { refuseNotFound } from '../../access/index.js';
import { holdersOfUnit, workingCalendar } from '../../organization/index.js';
import type { Sql } from '../../platform/reads/index.js';
import type { AuditFacts, RoundFacts } from '../rules/assignment/index.js';
import type { AuditState, RoundRules, TeamAssignment } from '../rules/planning/index.js';
import type { AuditLength, RoundKind } from '../planning/kinds.js';
import { conflictsAt } from './open-conflicts.js';

// oxlint-disable-next-line typescript/no-explicit-any -- no schema type: columns are named in SQL
export type Database = Kysely<any>;

/** An audit of a plan as the database has it. */
export interface PlannedAudit {
  id: string;
  number: string;
  state: AuditState;
  length: AuditLength;
  startTime: string;
  dates: string[];
  assignments: TeamAssignment[];
  /** Who put the team together. */
  appointedById: string | null;
  auditee: AuditFacts['auditee'];
}

/** The plan of a round as the database has it: all facts for the rules except those about people. */
export interface PlanData {
  roundId: string;
  kind: RoundKind;
  round: RoundFacts;
  /** Those that are not cancelled, in order. */
  audits: PlannedAudit[];
}

/** Ids of the units from the top down to a unit, itself included, as a JSON list. */
export const pathOf = (unit: string): Sql => sql`(
  select json_agg(up.id order by nlevel(up.path))
  from place up
  where up.path @> ${sql.ref(`${unit}.path`)})`;

/**
 * The people who decide about all auditors of the round `r`: for a CROSS round LEAD_AGENCY and the head who
 * signs, for an INTERNAL one the head. Whoever put a team together decides about that team too (R15).
 */
const decidedByIds = (today: string) => sql`(
  select coalesce(json_agg(distinct g.person_id), '[]')
  from roles_on(${today}) g
  where lead.path <@ g.path
    and ((g.role = 'LEAD_AGENCY' and r.kind = 'CROSS') or (g.role = 'ISO_HEAD' and g.unit_id = lead.id)))`;

/** The heads of the auditee `u` itself. */
const leaderIds = (today: string) => sql`(
  select coalesce(json_agg(distinct leader.person_id), '[]')
  from (${holdersOfUnit(sql.ref('u.id'), ['ISO_HEAD', 'UNIT_HEAD'], today)}) leader)`;

const auditee = (today: string) => sql`json_build_object(
  'unitId', u.id,
  'name', u.name,
  'path', ${pathOf('u')},
  'receptionWeekday', coalesce(u.reception_weekday, top.reception_weekday),
  'leaderIds', ${leaderIds(today)},
  'conflicts', (
    select coalesce(json_agg(json_build_object('personId', c.person_id, 'isOwn', c.is_own)), '[]')
    from ${conflictsAt('u', today)} c),
  'procedures', (
    select coalesce(json_agg(json_build_object('lineageId', document_origin(s.document_id), 'title', s.title)), '[]')
    from audit_procedure s
    where s.audit_id = a.id))`;

const audit = (today: string) => sql`json_build_object(
  'id', a.id,
  'number', a.number,
  'state', a.state,
  'length', a.length,
  'startTime', a.start_time,
  'dates', a.dates,
  'appointedById', a.appointed_by_id,
  'assignments', (
    select coalesce(json_agg(json_build_object('personId', m.person_id, 'part', m.part) order by m.position), '[]')
    from team_member m
    where m.audit_id = a.id),
  'auditee', ${auditee(today)})`;

/**
 * The plan of a round, with one statement.
 * @param today the day on which roles and posts must be in force
 * @throws Refusal NOT_FOUND
 */
export async function loadPlanData(db: Database, roundId: string, today: string): Promise<PlanData> {
  const { rows } = await sql<{
    plan: Pick<PlanData, 'kind' | 'audits'> & {
      from: string;
      to: string;
      rules: RoundRules;
      decidedByIds: string[];
    };
  }>`
    select json_build_object(
      'kind', r.kind,
      'from', r.from_date,
      'to', r.to_date,
      'rules', r.settings,
      'decidedByIds', ${decidedByIds(today)},
      'audits', (
        select coalesce(json_agg(${audit(today)} order by a.position), '[]')
        from audit a
        join place u on u.id = a.unit_id
        join place top on top.id = a.authority_id
        where a.round_id = r.id and a.state <> 'CANCELLED')
    ) as plan
    from round r
    join place lead on lead.id = r.lead_agency_id
    where r.id = ${roundId}`.execute(db);
  const { kind, audits, from, to, rules, decidedByIds: decided } = rows[0]?.plan ?? refuseNotFound();
  return {
    roundId,
    kind,
    audits,
    round: { window: { from, to }, rules, calendar: workingCalendar, decidedByIds: decided },
  };
}
