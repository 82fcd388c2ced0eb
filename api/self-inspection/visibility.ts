import { sql } from 'kysely';
import { anyOf, reads, withinReach, type ReadContext, type Viewer } from '../access/index.js';
import type { Row, Sql } from '../platform/reads/index.js';
import { answerFiles } from './answer-files.js';
import { Inspection, InspectionAnswer } from './inspection.js';
import { InspectionSchedule } from './schedule.js';
import { InspectionTemplate, TemplateVersion } from './template.js';

/** Who sees the own authority's forms in any state: heads of the unit, ISO roles of the authority. */
export const insiders = ['UNIT_HEAD', 'ISO_HEAD', 'QUALITY_MANAGER', 'ISO_SECRETARY'] as const;
/** Who sees forms once they are submitted; the audit team for the time of its grants. */
export const outsiders = ['LEAD_AGENCY', 'OBSERVER', 'ADMINISTRATOR', 'AUDIT_LEAD', 'AUDIT_TEAM'] as const;
/** A form is with the unit until it is submitted. */
const submitted = (row: Row): Sql => sql`${row('state')} in ('SUBMITTED', 'RETURNED', 'ACCEPTED')`;

/** The viewer sees all of the form, whatever its state. */
function seenInside(row: Row, viewer: Viewer): Sql {
  return sql`(${row('substitute_id')} = ${viewer.personId} or ${withinReach(viewer, insiders, row('unit_id'), row('authority_id'))})`;
}

function seenWithAnswers(row: Row, viewer: Viewer): Sql {
  return sql`(${seenInside(row, viewer)} or (${submitted(row)} and ${withinReach(viewer, outsiders, row('unit_id'), row('authority_id'))}))`;
}

/**
 * The form. The lead agency, as the level above an authority, may excuse the authority's own form
 * and so sees that there is one before it is submitted, without its answers and its note.
 */
export function seesInspection(row: Row, { viewer }: ReadContext): Sql {
  const above = sql`(${row('unit_id')} = ${row('authority_id')} and ${withinReach(viewer, ['LEAD_AGENCY'], row('unit_id'), row('authority_id'))})`;
  return sql`(${seenWithAnswers(row, viewer)} or ${above})`;
}

function seesAnswer(row: Row, { viewer }: ReadContext): Sql {
  const inspection: Row = (column) => sql.ref(`seen_inspection.${column}`);
  return sql`exists (select 1 from inspection seen_inspection where seen_inspection.id = ${row('inspection_id')} and ${seenWithAnswers(inspection, viewer)})`;
}

/** What an owner keeps is seen in its authority; what the province keeps in all authorities below. */
function seesOwner(ownerId: Sql, { viewer }: ReadContext): Sql {
  const { unitIds, authorityIds } = allReach(viewer);
  return sql`(${anyOf(ownerId, [...viewer.memberOf, ...unitIds, ...authorityIds])}
    or exists (select 1 from unit below join unit owner on below.path <@ owner.path where owner.id = ${ownerId} and ${anyOf(sql.ref('below.id'), viewer.memberOf)}))`;
}

function allReach({ grants }: Viewer) {
  return {
    unitIds: grants.flatMap((grant) => grant.unitIds),
    authorityIds: grants.flatMap((grant) => grant.authorityIds),
  };
}

/** Drafts are for those who run a quality system; what is published or was, for everyone below its owner. */
function seesVersion(row: Row, ctx: ReadContext): Sql {
  const owner = sql`(select seen_template.owner_id from inspection_template seen_template where seen_template.id = ${row('template_id')})`;
  const draft = withinReach(ctx.viewer, ['QUALITY_MANAGER', 'ISO_HEAD', 'ISO_SECRETARY', 'LEAD_AGENCY'], owner, owner);
  return sql`((${row('state')} <> 'DRAFT' and ${seesOwner(owner, ctx)}) or (${row('state')} = 'DRAFT' and ${draft}))`;
}

reads.define(Inspection, {
  visible: seesInspection,
  restrictedFields: { note: (row, { viewer }) => seenWithAnswers(row, viewer) },
});
reads.define(InspectionAnswer, {
  visible: seesAnswer,
  fields: {
    attachmentIds: { sql: (row) => answerFiles.listOf(row) },
    attachments: answerFiles.many,
  },
});
reads.define(InspectionTemplate, { visible: (row, ctx) => seesOwner(row('owner_id'), ctx) });
reads.define(TemplateVersion, { visible: seesVersion });
reads.define(InspectionSchedule, { visible: (row, ctx) => seesOwner(row('owner_id'), ctx) });
