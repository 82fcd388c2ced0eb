import type { Tx } from '../../commands/index.js';
import { Document } from '../../documents/index.js';
import { Unit } from '../../organization/index.js';
import { refuse } from '../../rules/refusal.js';
import { Clause } from '../../standards/index.js';
import type { LockedAudit } from '../planning/lock.js';

/** The subject of a line or a finding (clause, procedure, office), checked against the audit. */
export async function subjectOf(
  tx: Tx,
  { audit, round }: Pick<LockedAudit, 'audit' | 'round'>,
  about: {
    clauseId?: string | null | undefined;
    procedureId?: string | null | undefined;
    unitId?: string | null | undefined;
  },
) {
  const clause = about.clauseId ? await tx.em.findOne(Clause, { id: about.clauseId, set: round.clauseSet.id }) : null;
  if (about.clauseId && !clause) {
    refuse(
      'INVALID_INPUT',
      {
        vi: 'Điều khoản không thuộc bộ điều khoản của đợt. Hãy chọn lại.',
        en: "The clause is not of the round's set. Choose again.",
      },
      { field: 'clauseId' },
    );
  }
  const procedure = about.procedureId
    ? await tx.em.findOne(Document, { id: about.procedureId, authority: audit.authority.id })
    : null;
  if (about.procedureId && !procedure) {
    refuse(
      'INVALID_INPUT',
      {
        vi: 'Quy trình không thuộc đơn vị được đánh giá. Hãy chọn lại.',
        en: 'The procedure is not of the auditee. Choose again.',
      },
      { field: 'procedureId' },
    );
  }
  const unit = about.unitId ? await tx.em.findOne(Unit, { id: about.unitId, authority: audit.authority.id }) : null;
  if (about.unitId && !unit) {
    refuse(
      'INVALID_INPUT',
      {
        vi: 'Phòng không thuộc đơn vị được đánh giá. Hãy chọn lại.',
        en: 'The office is not of the auditee. Choose again.',
      },
      { field: 'unitId' },
    );
  }
  return { clause, procedure, unit };
}
