import { ref } from '@mikro-orm/core';
import { refuseForbidden, placeOf } from '../access/index.js';
import { Document } from '../documents/index.js';
import { raiseNonconformity, type NonconformityFacts } from '../nonconformities/index.js';
import { refuse } from '../rules/refusal.js';
import { requireText } from '../rules/text.js';
import { command, type Tx } from '../commands/index.js';
import { filesOf } from './lock.js';
import { Inspection, InspectionAnswer } from './inspection.js';
import type { ReportFailingAnswerInput } from './inputs.js';
import { canBeDoneIn, inspectionAccess, mayDo, raisesNonconformities } from './policy.js';
import { nonconformityDraft, parseGoodAnswer, periodWords, toAnswer } from './rules/index.js';
import { InspectionQuestion, InspectionTemplate } from './template.js';

/**
 * Raises a nonconformity from a failing answer, at most one for each answer. What the input leaves out is taken
 * from the question and the answer.
 * @throws Refusal FORBIDDEN, TRANSITION_NOT_ALLOWED, RULE_VIOLATED TRAINING_RUN,
 *   ANSWER_NOT_FAILING or ALREADY_REPORTED, INVALID_INPUT on `evidence` when neither note nor input says what was seen
 */
export const reportFailingAnswer = command(
  'selfInspection.reportFailing',
  async (tx, input: ReportFailingAnswerInput) => {
    const asked = await tx.find(InspectionAnswer, input.answerId);
    // The inspection first, as every other command does.
    const inspection = await tx.lock(Inspection, asked.inspection.id);
    const answer = await tx.lock(InspectionAnswer, input.answerId);
    await filesOf(tx, [answer]);
    assertMayReport(tx, inspection, answer);
    const facts = await factsOfAnswer(tx, inspection, answer, input);
    const nonconformity = await raiseNonconformity(tx, facts);
    await tx.em.flush();
    answer.nonconformity = ref(nonconformity);
    tx.record(inspection, placeOf(inspection));
    return answer;
  },
);

function assertMayReport(tx: Tx, inspection: Inspection, answer: InspectionAnswer): void {
  if (!mayDo('reportFailing', inspectionAccess.actorsOf(tx.viewer, inspection, tx.today))) refuseForbidden();
  if (!raisesNonconformities(inspection)) {
    refuse(
      'RULE_VIOLATED',
      {
        vi: 'Đây là phiếu tập làm: kết quả không tính và không lập phiếu KPH. Nếu vấn đề có thật, hãy báo tại mục Sự không phù hợp.',
        en: 'This is a training run: it counts nowhere and makes no nonconformity. If the problem is real, report it under Nonconformities.',
      },
      { rule: 'TRAINING_RUN' },
    );
  }
  if (!canBeDoneIn('reportFailing', inspection.state)) {
    refuse('TRANSITION_NOT_ALLOWED', {
      vi: 'Phiếu này không còn lập được phiếu KPH.',
      en: 'No nonconformity can be made out of this form any more.',
    });
  }
  if (answer.nonconformity) {
    refuse(
      'RULE_VIOLATED',
      {
        vi: 'Câu này đã có phiếu KPH. Hãy mở phiếu đó.',
        en: 'There is a nonconformity for this answer already. Open it.',
      },
      { rule: 'ALREADY_REPORTED' },
    );
  }
  if (answer.status !== 'BAD') {
    refuse(
      'RULE_VIOLATED',
      { vi: 'Chỉ câu chưa đạt mới lập phiếu KPH.', en: 'Only an answer that is not met makes a nonconformity.' },
      { rule: 'ANSWER_NOT_FAILING' },
    );
  }
}

async function factsOfAnswer(
  tx: Tx,
  inspection: Inspection,
  answer: InspectionAnswer,
  input: ReportFailingAnswerInput,
): Promise<NonconformityFacts> {
  const question = await tx.em.findOneOrFail(InspectionQuestion, answer.question.id);
  const template = await tx.em.findOneOrFail(InspectionTemplate, inspection.template.id);
  const draft = nonconformityDraft(
    { ...question, good: parseGoodAnswer(question.answerType, question.goodAnswer) },
    toAnswer(answer)!,
  );
  const text = (field: 'requirement' | 'evidence' | 'gap') =>
    requireText(field, input[field] ?? draft[field], { min: 3, max: 2000 });
  return {
    unitId: inspection.unit.id,
    issuerId: inspection.authority.id,
    source: 'SELF_INSPECTION',
    sourceId: answer.id,
    sourceRecordId: inspection.id,
    sourceReference: `${template.title}, ${periodWords(inspection.periodKey).vi}, câu ${answer.questionCode}`,
    severity: input.severity ?? draft.severity,
    requirement: text('requirement'),
    evidence: text('evidence'),
    gap: text('gap'),
    clauseId: question.clause?.id ?? null,
    procedureId: await ownProcedure(tx, question, inspection),
    detectedById: tx.viewer.personId,
    detectedOn: tx.today,
  };
}

/**
 * The document the question is about, if it belongs to the authority that is inspected: the rules of another
 * authority do not apply here.
 */
async function ownProcedure(
  tx: Tx,
  { procedure }: InspectionQuestion,
  { authority }: Inspection,
): Promise<string | null> {
  const own = procedure && (await tx.em.count(Document, { id: procedure.id, authority: authority.id })) > 0;
  return own ? procedure.id : null;
}
