import { refuseForbidden, placeOf } from '../../access/index.js';
import { command, type Tx } from '../../commands/index.js';
import { refuseProblems } from '../../rules/checks.js';
import { textProblem, tidyText } from '../../rules/text.js';
import { sign } from '../../trail/index.js';
import type { Audit } from '../planning/audit.js';
import { requireAuditState } from '../planning/gates.js';
import type { SignInputOfRecord } from '../planning/inputs.js';
import { fireAudit, lockAudit } from '../planning/lock.js';
import { requireFindingsSettled } from '../rules/findings/index.js';
import { Finding } from './finding.js';
import type { SaveReportInput } from './inputs.js';
import { signedReport } from './signed-contents.js';

/** The lead writes the texts of the report; the auditee does not see them yet. */
export const saveReport = command('audit.saveReport', async (tx, input: SaveReportInput) => {
  const { audit, actors } = await lockAudit(tx, input.id, input.version);
  requireAuditState(audit, 'IN_PROGRESS', 'FIELDWORK_DONE');
  if (!actors.includes('LEAD')) refuseForbidden();
  const { performance, strengths, recommendations, previousActions, conclusion } = input;
  audit.report = {
    performance: tidyText(performance),
    strengths: tidyText(strengths),
    recommendations: tidyText(recommendations),
    previousActions: tidyText(previousActions),
    conclusion: tidyText(conclusion),
  };
  tx.record(audit, placeOf(audit));
  return audit;
});

/**
 * The lead signs the report.
 * @throws Refusal RULE_VIOLATED (FINDING_OPEN), INVALID_INPUT without a conclusion or with a wrong password
 */
export const reportAudit = command('audit.report', async (tx, input: SignInputOfRecord) => {
  const locked = await lockAudit(tx, input.id, input.version);
  const { audit } = locked;
  fireAudit(tx, locked, 'report');
  const findings = await findingsOf(tx, audit);
  requireFindingsSettled(findings.map(({ state }) => ({ state })));
  const problem = textProblem(audit.report.conclusion, { min: 10 });
  refuseProblems(
    problem
      ? [
          {
            field: 'conclusion',
            words: { vi: `Kết luận của báo cáo: ${problem.vi}`, en: `Conclusion of the report: ${problem.en}` },
          },
        ]
      : [],
  );
  audit.reportedAt = tx.now;
  await sign(tx, {
    password: input.password,
    part: 'lead',
    subject: { type: 'Audit', id: audit.id },
    content: signedReport(audit, findings),
  });
  return audit;
});

/** The findings of an audit, in order. */
export const findingsOf = (tx: Tx, audit: Audit) =>
  tx.em.find(Finding, { audit: audit.id }, { orderBy: { position: 'asc' } });
