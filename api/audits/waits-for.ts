import { sql } from 'kysely';
import { holdersAt, type ReadContext, type Role } from '../access/index.js';
import { Person, vietnamese } from '../organization/index.js';
import { many, type Row, type RowOf, type Sql } from '../platform/reads/index.js';

/** A field with the people whose ids a query gives, by name. */
export const people = <T extends object>(ids: (row: RowOf<T>, ctx: ReadContext) => Sql) =>
  many<ReadContext, T, Person>(() => Person, {
    on: (row, person, ctx) => sql`${person('id')} = any(array(${ids(row, ctx)}))`,
    orderBy: (person) => vietnamese(person('full_name')),
  });

/** A part of the answer, given only while the condition holds. */
const when = (condition: Sql, ids: Sql) => sql`(select waiting.id from (${ids}) waiting(id) where ${condition})`;

const inState = (row: Row<'state'>, ...states: string[]) => sql`${row('state')} = any(${states}::text[])`;

const team = (auditId: Sql, condition: Sql = sql`true`) =>
  sql`select w.person_id from team_member w where w.audit_id = ${auditId} and ${condition}`;

const lead = (auditId: Sql) => team(auditId, sql`w.part = 'LEAD'`);

const auditee = (auditId: Sql, roles: readonly Role[], { today }: ReadContext) =>
  holdersAt(sql`(select wa.authority_id from audit wa where wa.id = ${auditId})`, roles, today);

const headOfLead = (row: Row<'lead_agency_id'>, { today }: ReadContext) =>
  holdersAt(row('lead_agency_id'), ['ISO_HEAD'], today);

/** SELECT of the ids of those for whom a programme waits: who signs it, who ends it. */
export const programmeWaitsFor = (row: Row<'state' | 'lead_agency_id'>, ctx: ReadContext): Sql => sql`
  ${when(inState(row, 'DRAFT'), headOfLead(row, ctx))}
  union
  ${when(inState(row, 'APPROVED'), holdersAt(row('lead_agency_id'), ['LEAD_AGENCY'], ctx.today))}`;

/** Of a round: who arranges it, who signs. */
export function roundWaitsFor(row: Row<'state' | 'kind' | 'lead_agency_id'>, ctx: ReadContext): Sql {
  const arranging = inState(row, 'PREPARING', 'RUNNING');
  const ofLead = (roles: readonly Role[]) => holdersAt(row('lead_agency_id'), roles, ctx.today);
  return sql`
    ${when(sql`${arranging} and ${row('kind')} = 'CROSS'`, ofLead(['LEAD_AGENCY']))}
    union
    ${when(sql`${arranging} and ${row('kind')} <> 'CROSS'`, ofLead(['QUALITY_MANAGER', 'ISO_SECRETARY']))}
    union
    ${when(inState(row, 'ASSIGNED', 'REPORTED'), headOfLead(row, ctx))}`;
}

/** Of an audit: its lead or its team, or the auditee where a signature or an answer is missing. */
export function auditWaitsFor(row: Row<'id' | 'state'>, ctx: ReadContext): Sql {
  const hasFinding = (...states: string[]) => sql`exists (
    select 1
    from finding wf
    where wf.audit_id = ${row('id')} and wf.state = any(${states}::text[]))`;
  const isAsked = hasFinding('SHOWN');
  const isForLead = sql`
    ${inState(row, 'PLANNED', 'CONFIRMED')}
    or (${inState(row, 'FIELDWORK_DONE')} and (not ${isAsked} or ${hasFinding('AGREED', 'DISPUTED')}))`;
  const isToAnswer = sql`${inState(row, 'FIELDWORK_DONE')} and ${isAsked}`;
  return sql`
    ${when(isForLead, lead(row('id')))}
    union
    ${when(inState(row, 'IN_PROGRESS'), team(row('id')))}
    union
    ${when(inState(row, 'ANNOUNCED', 'REPORTED'), auditee(row('id'), ['ISO_HEAD'], ctx))}
    union
    ${when(isToAnswer, auditee(row('id'), ['ISO_HEAD', 'ISO_SECRETARY'], ctx))}`;
}

/** Of a finding: its author, whoever agrees it (never the author), the lead, the auditee. */
export function findingWaitsFor(row: Row<'state' | 'audit_id' | 'author_id'>, ctx: ReadContext): Sql {
  const isByLead = sql`exists (${lead(row('audit_id'))} and w.person_id = ${row('author_id')})`;
  const isForLead = sql`
    (${inState(row, 'SENT')} and not ${isByLead})
    or ${inState(row, 'AGREED', 'DISPUTED')}`;
  const others = team(row('audit_id'), sql`w.person_id <> ${row('author_id')}`);
  return sql`
    ${when(inState(row, 'DRAFT'), sql`select ${row('author_id')}`)}
    union
    ${when(isForLead, lead(row('audit_id')))}
    union
    ${when(sql`${inState(row, 'SENT')} and ${isByLead}`, others)}
    union
    ${when(inState(row, 'SHOWN'), auditee(row('audit_id'), ['ISO_HEAD', 'ISO_SECRETARY'], ctx))}`;
}
