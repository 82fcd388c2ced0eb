import { sql } from 'kysely';
import { anyOf, isoRoles, withinReach, type ReadContext, type Viewer } from '../access/index.js';
import { hasWithin } from '../organization/index.js';
import { alias, type RowOf, type Sql } from '../platform/reads/index.js';
import { Inspection, InspectionAnswer } from './inspection.js';
import type { TemplateVersion } from './template.js';

/** Who sees the own authority's forms in any state: heads of the unit, ISO roles of the authority. */
export const insiders = ['UNIT_HEAD', ...isoRoles] as const;
/** Who sees forms once they are submitted; the audit team for the time of its grants. */
export const outsiders = ['LEAD_AGENCY', 'OBSERVER', 'ADMINISTRATOR', 'AUDIT_LEAD', 'AUDIT_TEAM'] as const;
/** The unit still works on the form: it is not submitted. */
const submitted = (row: RowOf<Inspection>): Sql => sql`${row('state')} in ('SUBMITTED', 'RETURNED', 'ACCEPTED')`;

/** The viewer sees everything in the form, in any state. */
function seenInside(row: RowOf<Inspection>, viewer: Viewer): Sql {
  return sql`(
    ${row('substitute_id')} = ${viewer.personId}
    or ${withinReach(viewer, insiders, row('unit_id'), row('authority_id'))})`;
}

export function seenWithAnswers(row: RowOf<Inspection>, viewer: Viewer): Sql {
  return sql`(
    ${seenInside(row, viewer)}
    or (${submitted(row)} and ${withinReach(viewer, outsiders, row('unit_id'), row('authority_id'))}))`;
}

/**
 * The form. The lead agency, as the level above an authority, may excuse the authority's own form
 * and so sees that there is one before it is submitted, without its answers and its note.
 */
export function seesInspection(row: RowOf<Inspection>, { viewer }: ReadContext): Sql {
  const above = sql`(
    ${row('unit_id')} = ${row('authority_id')}
    and ${withinReach(viewer, ['LEAD_AGENCY'], row('unit_id'), row('authority_id'))})`;
  return sql`(${seenWithAnswers(row, viewer)} or ${above})`;
}

export function seesAnswer(row: RowOf<InspectionAnswer>, { viewer }: ReadContext): Sql {
  return sql`exists (
    select 1
    from inspection seen_inspection
    where seen_inspection.id = ${row('inspection_id')}
      and ${seenWithAnswers(alias(Inspection, 'seen_inspection'), viewer)})`;
}

/**
 * Templates and schedules of an authority are visible in that authority, those of the province in all
 * authorities below.
 */
export function seesOwner(ownerId: Sql, { viewer }: ReadContext): Sql {
  const { unitIds, authorityIds } = allReach(viewer);
  return sql`(
    ${anyOf(ownerId, [...viewer.memberOf, ...unitIds, ...authorityIds])}
    or ${hasWithin(ownerId, viewer.memberOf)})`;
}

function allReach({ grants }: Viewer) {
  return {
    unitIds: grants.flatMap((grant) => grant.unitIds),
    authorityIds: grants.flatMap((grant) => grant.authorityIds),
  };
}

/** People with an ISO role see drafts; published and retired versions are visible to everyone below the owner. */
export function seesVersion(row: RowOf<TemplateVersion>, ctx: ReadContext): Sql {
  const owner = sql`(
    select seen_template.owner_id
    from inspection_template seen_template
    where seen_template.id = ${row('template_id')})`;
  const draft = withinReach(ctx.viewer, [...isoRoles, 'LEAD_AGENCY'], owner, owner);
  return sql`((${row('state')} <> 'DRAFT' and ${seesOwner(owner, ctx)}) or (${row('state')} = 'DRAFT' and ${draft}))`;
}
