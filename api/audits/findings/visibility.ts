import { sql } from 'kysely';
import { anyOf, type ReadContext } from '../../access/index.js';
import { either, type RowOf, type Sql } from '../../platform/reads/index.js';
import type { EntryVisibility } from '../../trail/index.js';
import type { Audit } from '../planning/audit.js';
import type { Finding } from './finding.js';
import {
  arrangesAudit,
  seenAsAuditor,
  auditOf,
  auditsSide,
  inTeamOf,
  managedAuthorities,
} from '../planning/visibility.js';

/**
 * Findings are visible to the team, to the auditee after they were shown, and to those who arrange the round
 * after they were agreed (R16).
 */
export const findingVisible = (finding: RowOf<Finding>, ctx: ReadContext): Sql =>
  either(
    inTeamOf(finding('audit_id'), ctx),
    auditOf(finding, (audit) =>
      either(
        sql`(
          ${finding('shown_at')} is not null
          and ${finding('state')} in ('SHOWN', 'ACKNOWLEDGED', 'DISPUTED', 'ISSUED', 'DROPPED')
          and ${anyOf(audit('authority_id'), managedAuthorities(ctx))})`,
        sql`(
          ${finding('agreed_at')} is not null
          and ${finding('state')} not in ('DRAFT', 'SENT')
          and ${arrangesAudit(audit, ctx)})`,
      ),
    ),
  );

/** The report is visible to the team and those who arrange the round, and to the auditee after it is signed. */
export const reportVisible = (audit: RowOf<Audit>, ctx: ReadContext): Sql =>
  either(sql`${audit('state')} in ('REPORTED', 'CLOSED')`, auditsSide(audit, ctx));

/** Verbs of a finding before the auditee sees it. */
const verbsBeforeShown = sql`(
  'finding.write', 'finding.save', 'finding.send', 'finding.agree', 'finding.sendBack', 'finding.amend')`;

/** The history of a finding for the auditee (R16): without what the team did before it showed the finding. */
export const findingEntries: EntryVisibility = {
  type: 'Finding',
  holds: (entry, ctx) =>
    either(
      sql`${entry('verb')} not in ${verbsBeforeShown}`,
      sql`exists (select 1 from finding vf where vf.id = ${entry('subject_id')} and ${seenAsAuditor(sql`vf.audit_id`, ctx)})`,
    ),
};
