import { sql } from 'kysely';
import { holdersAt, type ReadContext, type Role } from '../access/index.js';
import { Person, vietnamese } from '../organization/index.js';
import type { Row, Sql } from '../platform/reads/index.js';

/** A field with the people for whom a record waits: whoever the query gives, by name. */
const people = (ids: (row: Row, ctx: ReadContext) => Sql) => ({
  many: () => Person,
  on: (row: Row, person: Row, ctx: ReadContext) => sql`${person('id')} = any(array(${ids(row, ctx)}))`,
  orderBy: (person: Row) => vietnamese(person('full_name')),
});

/** A part of the answer, given only while the condition holds. */
const when = (condition: Sql, ids: Sql) => sql`(select waiting.id from (${ids}) waiting(id) where ${condition})`;

const inState = (row: Row, ...states: string[]) => sql`${row('state')} = any(${states}::text[])`;

const team = (auditId: Sql, condition: Sql = sql`true`) =>
  sql`select w.person_id from team_member w where w.audit_id = ${auditId} and ${condition}`;

const lead = (auditId: Sql) => team(auditId, sql`w.part = 'LEAD'`);

const auditee = (auditId: Sql, roles: readonly Role[], { today }: ReadContext) =>
  holdersAt(sql`(select wa.authority_id from audit wa where wa.id = ${auditId})`, roles, today);

const headOfLead = (row: Row, { today }: ReadContext) => holdersAt(row('lead_agency_id'), ['ISO_HEAD'], today);

/** Of a programme: who signs it, who ends it. */
export const programmeWaitsFor = people(
  (row, ctx) => sql`${when(inState(row, 'DRAFT'), headOfLead(row, ctx))}
  union ${when(inState(row, 'APPROVED'), holdersAt(row('lead_agency_id'), ['LEAD_AGENCY'], ctx.today))}`,
);

/** Of a round: who arranges it, who signs. */
export const roundWaitsFor = people((row, ctx) => {
  const arranging = inState(row, 'PREPARING', 'RUNNING');
  return sql`${when(sql`${arranging} and ${row('kind')} = 'CROSS'`, holdersAt(row('lead_agency_id'), ['LEAD_AGENCY'], ctx.today))}
    union ${when(sql`${arranging} and ${row('kind')} <> 'CROSS'`, holdersAt(row('lead_agency_id'), ['QUALITY_MANAGER', 'ISO_SECRETARY'], ctx.today))}
    union ${when(inState(row, 'ASSIGNED', 'REPORTED'), headOfLead(row, ctx))}`;
});

/** Of an audit: its lead or its team, or the auditee where a signature or an answer is missing. */
export const auditWaitsFor = people((row, ctx) => {
  const hasFinding = (...states: string[]) =>
    sql`exists (select 1 from finding wf where wf.audit_id = ${row('id')} and wf.state = any(${states}::text[]))`;
  const isAsked = hasFinding('SHOWN');
  return sql`${when(sql`${inState(row, 'PLANNED', 'CONFIRMED')} or (${inState(row, 'FIELDWORK_DONE')} and (not ${isAsked} or ${hasFinding('AGREED', 'DISPUTED')}))`, lead(row('id')))}
    union ${when(inState(row, 'IN_PROGRESS'), team(row('id')))}
    union ${when(inState(row, 'ANNOUNCED', 'REPORTED'), auditee(row('id'), ['ISO_HEAD'], ctx))}
    union ${when(sql`${inState(row, 'FIELDWORK_DONE')} and ${isAsked}`, auditee(row('id'), ['ISO_HEAD', 'ISO_SECRETARY'], ctx))}`;
});

/** Of a finding: its author, whoever agrees it (never the author), the lead, the auditee. */
export const findingWaitsFor = people((row, ctx) => {
  const isByLead = sql`exists (${lead(row('audit_id'))} and w.person_id = ${row('author_id')})`;
  return sql`${when(inState(row, 'DRAFT'), sql`select ${row('author_id')}`)}
    union ${when(sql`${inState(row, 'SENT')} and not ${isByLead} or ${inState(row, 'AGREED', 'DISPUTED')}`, lead(row('audit_id')))}
    union ${when(sql`${inState(row, 'SENT')} and ${isByLead}`, team(row('audit_id'), sql`w.person_id <> ${row('author_id')}`))}
    union ${when(inState(row, 'SHOWN'), auditee(row('audit_id'), ['ISO_HEAD', 'ISO_SECRETARY'], ctx))}`;
});
