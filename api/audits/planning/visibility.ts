import { sql } from 'kysely';
import { anyOf, isoRoles, reachingRoles, type ReadContext, type Role, withinReach } from '../../access/index.js';
import { alias, either, type Row, type RowOf, type Sql } from '../../platform/reads/index.js';
import type { EntryVisibility } from '../../trail/index.js';
import { Audit } from './audit.js';
import type { Programme } from './programme.js';
import { Round } from './round.js';

const managers: readonly Role[] = [...isoRoles, 'UNIT_HEAD'];

/** Authorities in which the viewer has an ISO role or heads the authority or an office. */
export function managedAuthorities({ viewer }: ReadContext): string[] {
  const grants = viewer.grants.filter(({ role }) => managers.includes(role));
  return [...new Set(grants.flatMap(({ authorityId }) => authorityId ?? []))];
}

/** The viewer arranges or observes the round, above the authorities or in the lead agency itself. */
export const arranges = (round: Row<'lead_agency_id'>, { viewer }: ReadContext) =>
  either(withinReach(viewer, [...reachingRoles, ...isoRoles], round('lead_agency_id'), round('lead_agency_id')));

/** The viewer is in the team of the audit with this id. */
export const inTeamOf = (auditId: Sql, { viewer }: ReadContext) =>
  sql`${auditId} = any(array(
    select vm.audit_id
    from team_member vm
    where vm.person_id = ${viewer.personId}))`;

/**
 * The audit belongs to a round of the condition. There are few rounds, so they are selected once and not for
 * every audit.
 */
export const roundOf = (audit: Row<'round_id'>, condition: (round: RowOf<Round>) => Sql) =>
  sql`${audit('round_id')} = any(array(
    select vr.id
    from round vr
    where ${condition(alias(Round, 'vr'))}))`;

/** The viewer is responsible for the auditee, or is in the team. */
const isParty = (audit: RowOf<Audit>, ctx: ReadContext) =>
  either(anyOf(audit('authority_id'), managedAuthorities(ctx)), inTeamOf(audit('id'), ctx));

/** Those who arrange see every audit; team and auditee see it after the plan is approved. */
export const auditVisible = (audit: RowOf<Audit>, ctx: ReadContext): Sql =>
  either(
    withinReach(ctx.viewer, reachingRoles, audit('unit_id'), audit('authority_id')),
    roundOf(audit, (round) => arranges(round, ctx)),
    sql`(${isParty(audit, ctx)} and ${roundOf(audit, (round) => sql`${round('approved_at')} is not null`)})`,
  );

/** A round is visible like the audits in it. */
export const roundVisible = (round: RowOf<Round>, ctx: ReadContext): Sql => {
  return either(
    arranges(round, ctx),
    sql`(
      ${round('approved_at')} is not null
      and exists (
        select 1
        from audit va
        where va.round_id = ${round('id')} and ${isParty(alias(Audit, 'va'), ctx)}))`,
  );
};

/**
 * A programme is visible to those who arrange it and, while it is approved or closed, to those who see one of
 * its rounds. They do not see the draft of the next edition.
 */
export const programmeVisible = (programme: RowOf<Programme>, ctx: ReadContext): Sql => {
  return either(
    arranges(programme, ctx),
    sql`(
      ${programme('state')} <> 'DRAFT'
      and exists (
        select 1
        from round vpr
        where vpr.programme_id = ${programme('id')} and ${roundVisible(alias(Round, 'vpr'), ctx)}))`,
  );
};

/** The audit of a row fulfils the condition. */
export const auditOf = (row: Row<'audit_id'>, condition: (audit: RowOf<Audit>) => Sql) =>
  sql`exists (
    select 1
    from audit vs
    where vs.id = ${row('audit_id')} and ${condition(alias(Audit, 'vs'))})`;

/** The viewer arranges the audit, above the authorities or in the lead agency. */
export const arrangesAudit = (audit: RowOf<Audit>, ctx: ReadContext) =>
  either(
    withinReach(ctx.viewer, reachingRoles, audit('unit_id'), audit('authority_id')),
    roundOf(audit, (round) => arranges(round, ctx)),
  );

/** The viewer is in the team, or arranges the audit. */
export const auditsSide = (audit: RowOf<Audit>, ctx: ReadContext): Sql =>
  either(inTeamOf(audit('id'), ctx), arrangesAudit(audit, ctx));

/** The viewer is in the team of the audit with this id, or arranges it. */
export const seenAsAuditor = (id: Sql, ctx: ReadContext): Sql => sql`exists (
  select 1
  from audit vt
  where vt.id = ${id} and ${auditsSide(alias(Audit, 'vt'), ctx)})`;

/** Verbs of an audit before it is announced, and of its report before it is signed. */
const verbsBeforeAnnouncement = sql`('audit.setTeam', 'audit.setDates', 'audit.plan', 'audit.saveReport')`;

/**
 * The history of an audit for the auditee (R16): without what the team did before it was announced or the
 * report was signed.
 */
export const auditEntries: EntryVisibility = {
  type: 'Audit',
  holds: (entry, ctx) =>
    either(sql`${entry('verb')} not in ${verbsBeforeAnnouncement}`, seenAsAuditor(entry('subject_id'), ctx)),
};
