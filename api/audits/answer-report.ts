import { Nonconformity, raiseNonconformity } from '../nonconformities/index.js';
import { requireReason } from '../rules/text.js';
import { command, type Tx } from '../commands/index.js';
import { sign } from '../trail/index.js';
import type { Finding } from './finding.js';
import { endGrants, letGrantsRunOut } from './grants.js';
import { fireAudit, lockAudit, placeOf, type LockedAudit } from './lock.js';
import { findingsOf } from './report-audit.js';
import type { ReasonOfRecordInput, SignInputOfRecord } from './round-inputs.js';
import { findingLifecycle, raisesNonconformity, type FindingCategory } from './rules/index.js';
import { signedReport } from './signed-contents.js';

/**
 * The auditee's ISO head signs the report: the audit is closed, its findings are issued, minor and
 * major ones become nonconformities, and the team's roles run out after 90 days.
 */
export const acceptReport = command('audit.accept', async (tx, input: SignInputOfRecord) => {
  const locked = await lockAudit(tx, input.id, input.version);
  const { audit } = locked;
  fireAudit(tx, locked, 'accept');
  audit.closedAt = tx.now;
  const findings = await findingsOf(tx, audit);
  await sign(tx, {
    password: input.password,
    part: 'auditee',
    subject: { type: 'Audit', id: audit.id },
    content: signedReport(audit, findings),
  });
  for (const finding of findings) if (finding.state !== 'DROPPED') await issue(tx, locked, finding);
  await letGrantsRunOut(tx, audit);
  return audit;
});

/** The auditee or the lead agency returns the report to the lead. */
export const returnReport = command('audit.return', async (tx, input: ReasonOfRecordInput) => {
  const locked = await lockAudit(tx, input.id, input.version);
  fireAudit(tx, locked, 'return', requireReason(input.reason));
  locked.audit.reportedAt = null;
  return locked.audit;
});

/** The lead agency cancels an audit; the team's roles end. */
export const cancelAudit = command('audit.cancel', async (tx, input: ReasonOfRecordInput) => {
  const locked = await lockAudit(tx, input.id, input.version);
  fireAudit(tx, locked, 'cancel', requireReason(input.reason));
  await endGrants(tx, [locked.audit]);
  return locked.audit;
});

/** The system's part: a finding is issued, and becomes a nonconformity where it is one. */
async function issue(tx: Tx, { audit, round }: LockedAudit, finding: Finding): Promise<void> {
  finding.state = findingLifecycle.transition(finding.state, 'issue').to;
  finding.stateSince = tx.now;
  tx.record(finding, { ...placeOf(audit), verb: 'finding.issue' });
  const category = finding.category as FindingCategory;
  if (!raisesNonconformity(category)) return;
  const nonconformity = await raiseNonconformity(tx, {
    unitId: finding.unit.id,
    issuerId: round.leadAgency.id,
    source: 'AUDIT',
    sourceId: finding.id,
    sourceRecordId: audit.id,
    sourceReference: audit.number,
    severity: category,
    requirement: finding.requirement,
    evidence: finding.evidence,
    gap: finding.gap,
    clauseId: finding.clause?.id ?? null,
    procedureId: finding.procedure?.id ?? null,
    stepCode: finding.stepCode ?? null,
    detectedById: finding.author.id,
    detectedOn: finding.detectedOn,
  });
  finding.nonconformity = tx.em.getReference(Nonconformity, nonconformity.id) as never;
}
