import { sql } from 'kysely';
import { handledDocuments } from '../../documents/index.js';
import type { Sql } from '../../platform/reads/index.js';
import type { RoundKind } from '../planning/kinds.js';
import type { PersonFacts } from '../rules/assignment/index.js';
import { pathOf, type Database, type PlanData } from './plan-data.js';

// The facts for the rules about the person `p`. `au` is the person's entry in the auditor register, if there is
// one; `home` is the unit of the present post (see `peopleFrom`).

/** In a CROSS round "unit" is the authority of a post, in an INTERNAL one the office itself. */
const units = (kind: RoundKind, today: string) => sql`(
  select coalesce(json_agg(json_build_object(
    'unitId', unit.id,
    'name', unit.name,
    'leftOn', case when po.to_date >= ${today} then null else po.to_date end)), '[]')
  from posts_ever po
  join place unit on unit.id = ${kind === 'CROSS' ? sql`coalesce(po.authority_id, po.unit_id)` : sql`po.unit_id`}
  where po.person_id = p.id)`;

const positions = (today: string) => sql`(
  select coalesce(json_agg(json_build_object('unitId', st.id, 'name', st.name, 'path', ${pathOf('st')})), '[]')
  from place st
  where exists (select 1 from posts_on(${today}) po where po.person_id = p.id and po.unit_id = st.id)
    or exists (
      select 1
      from roles_on(${today}) g
      where g.person_id = p.id
        and g.unit_id = st.id
        and g.role in ('ISO_HEAD', 'QUALITY_MANAGER', 'UNIT_HEAD')))`;

const handledProcedures = sql`(
  select coalesce(json_agg(json_build_object('lineageId', document_origin(doc.document_id))), '[]')
  from ${handledDocuments(sql`p.id`)} doc)`;

/** The province of a CROSS round, the own authority of an INTERNAL one. */
const isWithinReach = (roundId: string) => sql`coalesce(home.path <@ (
  select top.path
  from round r
  join place lead on lead.id = r.lead_agency_id
  join place top on top.id = case when r.kind = 'CROSS' then lead.above_id else lead.id end
  where r.id = ${roundId}), false)`;

const earlierAudits = (roundId: string) => sql`coalesce(au.earlier_audits, 0) + (
  select count(*)
  from team_member m
  join audit a on a.id = m.audit_id
  where m.person_id = p.id
    and m.part <> 'TRAINEE'
    and a.state = 'CLOSED'
    and a.round_id <> ${roundId})`;

/** Audits in whose team the person is, for which the condition on `a` holds. */
const auditsWhere = (condition: Sql) => sql`(
  select coalesce(json_agg(json_build_object('auditId', a.id, 'auditeeName', u.name, 'dates', a.dates)), '[]')
  from team_member m
  join audit a on a.id = m.audit_id
  join place u on u.id = a.unit_id
  where m.person_id = p.id and a.state <> 'CANCELLED' and ${condition})`;

/** The facts of `p` as JSON. */
export const personFacts = ({ kind, roundId }: Pick<PlanData, 'kind' | 'roundId'>, today: string): Sql => sql`
  json_build_object(
    'personId', p.id,
    'name', p.full_name,
    'units', ${units(kind, today)},
    'positions', ${positions(today)},
    'handledProcedures', ${handledProcedures},
    'isRegistered', au.person_id is not null,
    'isActive', p.is_active,
    'isWithinReach', ${isWithinReach(roundId)},
    'certificateValidUntil', au.certified_until,
    'leadQualified', coalesce(au.lead_qualified, false),
    'earlierAudits', ${earlierAudits(roundId)},
    'maxLoad', au.maximum_load,
    'unavailable', coalesce(to_json(au.unavailable_on), '[]'),
    'otherAudits', ${auditsWhere(sql`a.round_id = ${roundId}`)},
    'elsewhere', ${auditsWhere(sql`a.round_id <> ${roundId} and cardinality(a.dates) > 0`)})`;

/** The FROM clause of the facts: the person, the entry in the register, the present post, its unit. */
export const peopleFrom = (today: string): Sql => sql`
  people p
  left join auditor_register au on au.person_id = p.id
  left join lateral (
    select po.title, po.unit_id
    from posts_on(${today}) po
    where po.person_id = p.id
    order by po.from_date desc
    limit 1) post on true
  left join place home on home.id = post.unit_id`;

/**
 * The facts for the rules about these people, with one statement; no statement for an empty list.
 * @param plan the round whose audits count as load; audits of other rounds only take up days
 * @param today the day on which posts and roles must be in force
 */
export async function loadPeople(
  db: Database,
  ids: readonly string[],
  plan: Pick<PlanData, 'kind' | 'roundId'>,
  today: string,
): Promise<PersonFacts[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ facts: PersonFacts }>`
    select ${personFacts(plan, today)} as facts
    from ${peopleFrom(today)}
    where p.id = any(${ids}::uuid[])`.execute(db);
  return rows.map(({ facts }) => facts);
}
