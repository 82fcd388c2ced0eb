import { type Kysely, sql } from 'kysely';
import { refuseNotFound } from '../../access/index.js';
import { handledDocuments } from '../../documents/index.js';
import { certifiedUntil, workingCalendar } from '../../organization/index.js';
import type { AuditLength, RoundKind } from '../planning/kinds.js';
import type { AuditFacts, PersonFacts, RoundFacts } from '../rules/assignment/index.js';
import type { RoundRules, TeamAssignment } from '../rules/planning/index.js';

// oxlint-disable-next-line typescript/no-explicit-any -- no schema type: columns are named in SQL
type Database = Kysely<any>;

/** States in which the work at the unit is over. */
export const fieldworkDone: readonly string[] = ['FIELDWORK_DONE', 'REPORTED', 'CLOSED'];

/** An audit of a plan as the database has it. */
export interface PlannedAudit {
  id: string;
  number: string;
  state: string;
  length: AuditLength;
  startTime: string;
  dates: string[];
  assignments: TeamAssignment[];
  /** Who put the team together. */
  appointedById: string | null;
  auditee: AuditFacts['auditee'];
}

/** A round's plan as the database has it: everything the rules ask, people apart. */
export interface Plan {
  kind: RoundKind;
  leadAgencyId: string;
  round: RoundFacts;
  /** Those that are not cancelled, in order. */
  audits: PlannedAudit[];
}

/** What is known of a person besides what the rules ask. */
export interface PersonOfPlan extends PersonFacts {
  code: string;
  title: string;
  homeName: string;
  authorityName: string;
  cluster: string | null;
  fields: string[];
  latitude: number | null;
  longitude: number | null;
}

const holdsOn = (alias: string, day: string) =>
  sql`${sql.ref(`${alias}.from_date`)} <= ${day} and (${sql.ref(`${alias}.to_date`)} is null or ${sql.ref(`${alias}.to_date`)} >= ${day})`;

/** People with one of the roles right at the unit `u`, as a JSON list of ids. */
const holdersAt = (roles: readonly string[], at: ReturnType<typeof sql>, today: string) => sql`
  (select coalesce(json_agg(distinct g.person_id), '[]') from role_grant g where g.unit_id = ${at} and g.role = any(${roles}::text[]) and ${holdsOn('g', today)})`;

const pathOf = (unit: string) =>
  sql`(select json_agg(up.id order by nlevel(up.path)) from unit up where up.path @> ${sql.ref(`${unit}.path`)})`;

/**
 * The plan of a round, with one statement. Over a CROSS round decide LEAD_AGENCY and the head who
 * signs; over an INTERNAL one the head, and over each team whoever put it together (quality manager
 * or ISO secretary): R15.
 * @param today the day on which roles are looked at
 * @throws Refusal NOT_FOUND
 */
export async function loadPlan(db: Database, roundId: string, today: string): Promise<Plan> {
  const { rows } = await sql<{
    plan: Omit<Plan, 'round'> & { from: string; to: string; settings: RoundRules; decidedByIds: string[] };
  }>`
    select json_build_object(
      'kind', r.kind, 'leadAgencyId', r.lead_agency_id, 'from', r.from_date, 'to', r.to_date, 'settings', r.settings,
      'decidedByIds', (select coalesce(json_agg(distinct g.person_id), '[]') from role_grant g join unit held on held.id = g.unit_id
        where ${holdsOn('g', today)} and lead.path <@ held.path
          and ((g.role = 'LEAD_AGENCY' and r.kind = 'CROSS') or (g.role = 'ISO_HEAD' and g.unit_id = lead.id))),
      'audits', (select coalesce(json_agg(json_build_object(
        'id', a.id, 'number', a.number, 'state', a.state, 'length', a.length, 'startTime', a.start_time, 'dates', a.dates, 'appointedById', a.appointed_by_id,
        'assignments', (select coalesce(json_agg(json_build_object('personId', m.person_id, 'part', m.part) order by m.position), '[]') from team_member m where m.audit_id = a.id),
        'auditee', json_build_object(
          'unitId', u.id, 'name', u.name, 'path', ${pathOf('u')}, 'receptionWeekday', coalesce(u.reception_weekday, top.reception_weekday),
          'leaderIds', ${holdersAt(['ISO_HEAD', 'UNIT_HEAD'], sql`u.id`, today)},
          'keyPersonIds', ${holdersAt(['QUALITY_MANAGER', 'ISO_SECRETARY'], sql`u.id`, today)},
          'declaredConflicts', (select coalesce(json_agg(json_build_object('personId', d.person_id)), '[]') from conflict_declaration d where d.unit_id = u.id and d.withdrawn_at is null),
          'procedures', (select coalesce(json_agg(json_build_object('lineageId', document_origin(s.document_id), 'title', s.title)), '[]') from audit_procedure s where s.audit_id = a.id)
        )) order by a.position), '[]')
        from audit a join unit u on u.id = a.unit_id join unit top on top.id = a.authority_id where a.round_id = r.id and a.state <> 'CANCELLED')
    ) as plan
    from round r join unit lead on lead.id = r.lead_agency_id where r.id = ${roundId}`.execute(db);
  const { from, to, settings, decidedByIds, ...plan } = rows[0]?.plan ?? refuseNotFound();
  return { ...plan, round: { window: { from, to }, rules: settings, calendar: workingCalendar, decidedByIds } };
}

/** Which people are meant: these, or all auditors below a unit. */
export type PeopleWanted = { ids: readonly string[] } | { below: string };

/**
 * What the rules ask about people, with one statement. In a CROSS round "unit" is the authority of a
 * post, in an INTERNAL one the office itself.
 * @param roundId the round in which other audits are counted; those of other rounds take days only
 */
export async function loadPeople(
  db: Database,
  wanted: PeopleWanted,
  plan: Pick<Plan, 'kind'>,
  roundId: string,
  today: string,
): Promise<PersonOfPlan[]> {
  const unitId = plan.kind === 'CROSS' ? sql`coalesce(pu.authority_id, pu.id)` : sql`pu.id`;
  const reach = sql`(select top.path from round r join unit lead on lead.id = r.lead_agency_id
    join unit top on top.id = case when r.kind = 'CROSS' then coalesce(lead.parent_id, lead.id) else lead.id end where r.id = ${roundId})`;
  const which =
    'ids' in wanted
      ? sql`p.id = any(${wanted.ids}::uuid[])`
      : sql`au.id is not null and p.is_active and home.path <@ (select path from unit where id = ${wanted.below})`;
  const { rows } = await sql<{ person: PersonOfPlan }>`
    select json_build_object(
      'personId', p.id, 'name', p.full_name, 'code', p.code, 'title', coalesce(post.title, ''), 'homeName', coalesce(home.name, ''),
      'authorityName', coalesce(authority.name, ''), 'cluster', home.cluster, 'latitude', home.latitude, 'longitude', home.longitude,
      'units', (select coalesce(json_agg(json_build_object('unitId', unit.id, 'name', unit.name, 'leftOn', case when po.to_date >= ${today} then null else po.to_date end)), '[]')
        from post po join unit pu on pu.id = po.unit_id join unit on unit.id = ${unitId} where po.person_id = p.id),
      'positions', (select coalesce(json_agg(json_build_object('unitId', st.id, 'name', st.name, 'path', ${pathOf('st')})), '[]') from unit st
        where exists (select 1 from post po where po.person_id = p.id and po.unit_id = st.id and ${holdsOn('po', today)})
           or exists (select 1 from role_grant g where g.person_id = p.id and g.unit_id = st.id and g.role in ('ISO_HEAD', 'QUALITY_MANAGER', 'UNIT_HEAD') and ${holdsOn('g', today)})),
      'handledProcedures', (select coalesce(json_agg(json_build_object('lineageId', document_origin(doc.document_id))), '[]') from ${handledDocuments(sql`p.id`)} doc),
      'isRegistered', au.id is not null, 'isActive', p.is_active, 'isWithinReach', coalesce(home.path <@ ${reach}, false),
      'conflicts', (select coalesce(json_agg(json_build_object('personId', c.person_id, 'unitIds', (select coalesce(json_agg(distinct up.id), '[]') from unit at join unit up on up.path @> at.path
        where at.id = c.unit_id or at.id in (select po.unit_id from post po where po.person_id = c.person_id and ${holdsOn('po', today)})))), '[]')
        from auditor_conflict c where c.auditor_id = au.id and c.withdrawn_at is null),
      'certificateValidUntil', ${certifiedUntil(sql`au.id`)}, 'leadQualified', coalesce(au.lead_qualified, false), 'fields', coalesce(to_json(au.fields), '[]'),
      'earlierAudits', coalesce(au.earlier_audits, 0) + (select count(*) from team_member m join audit a on a.id = m.audit_id
        where m.person_id = p.id and m.part <> 'TRAINEE' and a.state = 'CLOSED' and a.round_id <> ${roundId}),
      'maxLoad', au.maximum_load, 'unavailable', coalesce(to_json(au.unavailable_on), '[]'),
      'otherAudits', (select coalesce(json_agg(json_build_object('auditId', a.id, 'auditeeName', u.name, 'dates', a.dates)), '[]')
        from team_member m join audit a on a.id = m.audit_id join unit u on u.id = a.unit_id
        where m.person_id = p.id and a.round_id = ${roundId} and a.state <> 'CANCELLED'),
      'elsewhere', (select coalesce(json_agg(json_build_object('auditId', a.id, 'auditeeName', u.name, 'dates', a.dates)), '[]')
        from team_member m join audit a on a.id = m.audit_id join unit u on u.id = a.unit_id
        where m.person_id = p.id and a.round_id <> ${roundId} and a.state <> 'CANCELLED' and cardinality(a.dates) > 0)
    ) as person
    from person p
    left join auditor au on au.person_id = p.id
    left join lateral (select po.title, po.unit_id from post po where po.person_id = p.id and ${holdsOn('po', today)} order by po.from_date desc limit 1) post on true
    left join unit home on home.id = post.unit_id
    left join unit authority on authority.id = home.authority_id
    where ${which}
    order by p.full_name collate "vi-VN-x-icu", p.id`.execute(db);
  return rows.map(({ person }) => person);
}

/** The people of a plan by id. */
export async function peopleOf(
  db: Database,
  plan: Plan,
  assignments: readonly TeamAssignment[],
  roundId: string,
  today: string,
): Promise<Map<string, PersonOfPlan>> {
  const ids = [
    ...new Set([...plan.audits.flatMap((audit) => audit.assignments), ...assignments].map(({ personId }) => personId)),
  ];
  const people = ids.length === 0 ? [] : await loadPeople(db, { ids }, plan, roundId, today);
  return new Map(people.map((person) => [person.personId, person]));
}

/**
 * The plan as the rules take it.
 * @throws Refusal NOT_FOUND for a person who does not exist
 */
export function auditFacts(plan: Plan, people: ReadonlyMap<string, PersonFacts>): AuditFacts[] {
  return plan.audits.map(({ id, auditee, dates, assignments, state, appointedById }) => ({
    auditId: id,
    auditee,
    dates,
    appointedById,
    isFieldworkDone: fieldworkDone.includes(state),
    members: assignments.map(({ personId, part }) => ({ person: people.get(personId) ?? refuseNotFound(), part })),
  }));
}
