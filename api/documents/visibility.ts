import { sql } from 'kysely';
import { anyOf, isoRoles, reach, type ReadContext, type Role } from '../access/index.js';
import { alias, type RowOf, type Sql } from '../platform/reads/index.js';
import type { EntryVisibility } from '../trail/index.js';
import type { Document } from './document.js';
import { Revision } from './revision.js';

/** States of what is or was in force. */
export const everInForce = sql`('EFFECTIVE', 'SUPERSEDED', 'WITHDRAWN')`;
/** States on the way to being in force. */
export const openStates = sql`('DRAFT', 'IN_REVIEW', 'REVIEWED', 'APPROVED')`;

const signedBy = (row: RowOf<Revision>, personId: string) =>
  sql`(
    ${row('drafter_id')} = ${personId}
    or ${row('reviewer_id')} = ${personId}
    or ${row('approver_id')} = ${personId})`;

/** Condition: the viewer holds an ISO role, or one of those named, over the whole authority. */
export const inIsoReach = (authority: Sql, { viewer }: ReadContext, roles: readonly Role[] = isoRoles) =>
  anyOf(authority, reach(viewer, roles).authorityIds);

/**
 * Revisions that are or were in force are visible to everyone with a post or a role in the authority; open and
 * discarded ones to their three signers and the ISO roles of the authority.
 */
export const revisionVisible = (row: RowOf<Revision>, ctx: ReadContext): Sql => sql`(
  ${signedBy(row, ctx.viewer.personId)}
  or exists (
    select 1
    from document vd
    where vd.id = ${row('document_id')}
      and ((${row('state')} in ${everInForce} and ${anyOf(sql`vd.authority_id`, ctx.viewer.memberOf)})
        or ${inIsoReach(sql`vd.authority_id`, ctx)})))`;

/** What is done to a draft. */
const draftVerbs = [
  'document.saveDraft',
  'document.saveProcedure',
  'document.return',
  'document.takeBack',
  'document.takeOver',
];

/** The history of a draft is visible only to those who see drafts, also after the revision took effect. */
export const draftEntryVisibility: EntryVisibility = {
  type: 'Revision',
  holds: (entry, ctx) => sql`(
    ${entry('verb')} <> all(${draftVerbs}::text[])
    or exists (
      select 1
      from revision vt
      join document vtd on vtd.id = vt.document_id
      where vt.id = ${entry('subject_id')}
        and (${signedBy(alias(Revision, 'vt'), ctx.viewer.personId)} or ${inIsoReach(sql`vtd.authority_id`, ctx)})))`,
};

/** A document is visible to whoever sees one of its revisions. */
export const documentVisible = (row: RowOf<Document>, ctx: ReadContext): Sql => sql`(
  ${inIsoReach(row('authority_id'), ctx)}
  or (${anyOf(row('authority_id'), ctx.viewer.memberOf)} and ${row('standing')} in ('IN_FORCE', 'WITHDRAWN'))
  or ${row('id')} = any(array(
    select vr.document_id
    from revision vr
    where ${signedBy(alias(Revision, 'vr'), ctx.viewer.personId)})))`;

/**
 * Condition: the person works in an office that the document of the revision concerns, and is not one of its
 * signers.
 */
export const concerned = (personId: Sql, revision: RowOf<Revision>, today: string): Sql => sql`(
  ${personId} is distinct from ${revision('drafter_id')}
  and ${personId} is distinct from ${revision('reviewer_id')}
  and ${personId} is distinct from ${revision('approver_id')}
  and exists (
    select 1
    from document cd
    join posts_on(${today}) co on co.authority_id = cd.authority_id
    where cd.id = ${revision('document_id')}
      and co.person_id = ${personId}
      and (cd.office_kinds = '{}' or co.office_kind is null or co.office_kind = any(cd.office_kinds))))`;
