import { Document } from '../documents/index.js';
import { Clause } from '../standards/index.js';
import { isId, refuseForbidden } from '../access/index.js';
import { refuse } from '../rules/refusal.js';
import { tidyText } from '../rules/text.js';
import { command, type Tx } from '../commands/index.js';
import type { ReportNonconformityInput } from './inputs.js';
import { mayReport } from './policy.js';
import { authorityOf, raiseNonconformity } from './raise.js';

/**
 * A person reports a nonconformity that was seen outside an audit (own source).
 * @throws Refusal FORBIDDEN in an authority that is not the own one, INVALID_INPUT
 */
export const report = command('nonconformity.report', async (tx, input: ReportNonconformityInput) => {
  const authorityId = await authorityOf(tx, input.unitId);
  if (!mayReport(tx.viewer, { unitId: input.unitId, authorityId })) refuseForbidden();
  requireReportable(tx, input);
  await requireKnown(tx, input, authorityId);
  const { unitId, source, severity, clauseId, procedureId, detectedOn } = input;
  return raiseNonconformity(tx, {
    unitId,
    source,
    severity,
    clauseId,
    procedureId,
    detectedOn,
    requirement: tidyText(input.requirement),
    evidence: tidyText(input.evidence),
    gap: tidyText(input.gap),
    sourceReference: tidyText(input.sourceReference) || null,
    stepCode: tidyText(input.stepCode) || null,
    detectedById: tx.viewer.personId,
  });
});

function requireReportable(tx: Tx, { source, detectedOn }: ReportNonconformityInput): void {
  if (source === 'AUDIT') {
    refuse(
      'INVALID_INPUT',
      {
        vi: 'Phiếu từ cuộc đánh giá được phát hành khi đóng cuộc đánh giá đó. Hãy chọn nguồn khác.',
        en: 'Those of an audit are issued by closing it. Choose another source.',
      },
      { field: 'source' },
    );
  }
  if (detectedOn > tx.today) {
    refuse(
      'INVALID_INPUT',
      { vi: 'Ngày phát hiện không được sau hôm nay.', en: 'It cannot have been detected after today.' },
      { field: 'detectedOn' },
    );
  }
}

async function requireKnown(
  tx: Tx,
  { clauseId, procedureId }: ReportNonconformityInput,
  authorityId: string,
): Promise<void> {
  if (clauseId && !(isId(clauseId) && (await tx.em.count(Clause, { id: clauseId })) === 1)) {
    refuse(
      'INVALID_INPUT',
      { vi: 'Hãy chọn một điều khoản trong danh sách.', en: 'Choose a clause of the list.' },
      { field: 'clauseId' },
    );
  }
  if (!procedureId) return;
  const procedure = await tx.find(Document, procedureId);
  if (procedure.authority.id !== authorityId) {
    refuse(
      'INVALID_INPUT',
      { vi: 'Hãy chọn quy trình của cơ quan có đơn vị này.', en: "Choose a procedure of the unit's authority." },
      { field: 'procedureId' },
    );
  }
}
