import { placeOf } from '../../access/index.js';
import { command, type Tx } from '../../commands/index.js';
import { Nonconformity, raiseNonconformity } from '../../nonconformities/index.js';
import type { ReasonInput } from '../../platform/graphql/command-input.js';
import { requireReason } from '../../rules/text.js';
import { sign } from '../../trail/index.js';
import { letGrantsRunOut } from '../planning/grants.js';
import type { SignInputOfRecord } from '../planning/inputs.js';
import { fireAudit, lockAudit, type LockedAudit } from '../planning/lock.js';
import { raisesNonconformity } from '../rules/fieldwork/index.js';
import { findingLifecycle } from '../rules/findings/index.js';
import type { Finding } from './finding.js';
import { findingsOf } from './report-audit.js';
import { signedReport } from './signed-contents.js';

/**
 * The auditee's ISO head signs the report: the audit is closed, its findings are issued, minor and major ones
 * become nonconformities, and the team's roles end after 90 days.
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
export const returnReport = command('audit.return', async (tx, input: ReasonInput) => {
  const locked = await lockAudit(tx, input.id, input.version);
  fireAudit(tx, locked, 'return', requireReason(input.reason));
  locked.audit.reportedAt = null;
  return locked.audit;
});

/** Done by the system: a finding is issued, and a minor or major one becomes a nonconformity. */
async function issue(tx: Tx, { audit, round }: LockedAudit, finding: Finding): Promise<void> {
  finding.state = findingLifecycle.transition(finding.state, 'issue').to;
  finding.stateSince = tx.now;
  tx.record(finding, { ...placeOf(audit), verb: 'finding.issue' });
  const { category } = finding;
  if (!category || !raisesNonconformity(category)) return;
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
  finding.nonconformity = tx.em.getReference(Nonconformity, nonconformity.id, { wrapped: true });
}
