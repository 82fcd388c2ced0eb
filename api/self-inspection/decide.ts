import { sql } from 'kysely';
import { isId, refuseForbidden, refuseNotFound, placeOf } from '../access/index.js';
import { Person, staffIds } from '../organization/index.js';
import { refuse } from '../rules/refusal.js';
import { requireReason, requireText, SHORTEST_REASON } from '../rules/text.js';
import { command, type Tx } from '../commands/index.js';
import { Inspection } from './inspection.js';
import type { NameSubstituteInput, ReturnInspectionInput } from './inputs.js';
import { canBeDoneIn, inspectionAccess, mayDo } from './policy.js';
import { fireInspection, loadAnsweredForm } from './lock.js';

/** The quality manager, or the level above, accepts the form. */
export const acceptInspection = command('selfInspection.accept', async (tx, input: { id: string; version: number }) => {
  const inspection = await tx.lock(Inspection, input.id, input.version);
  fireInspection(tx, inspection, 'accept');
  decide(tx, inspection, null);
  tx.record(inspection, placeOf(inspection));
  return inspection;
});

/**
 * Returns the form, with the questions that must be corrected and why.
 * @throws Refusal INVALID_INPUT without a question, or for one that has no answer in the form
 */
export const returnInspection = command('selfInspection.return', async (tx, input: ReturnInspectionInput) => {
  const inspection = await tx.lock(Inspection, input.id, input.version);
  fireInspection(tx, inspection, 'return');
  const reason = requireReason(input.reason);
  if (input.questions.length === 0) {
    refuse(
      'INVALID_INPUT',
      { vi: 'Hãy chọn ít nhất một câu cần sửa.', en: 'Choose at least one question to be mended.' },
      { field: 'questions' },
    );
  }
  const { answers } = await loadAnsweredForm(tx, inspection);
  input.questions.forEach(({ code, reason: why }, index) => {
    const answer =
      answers.get(code) ??
      refuse(
        'INVALID_INPUT',
        {
          vi: `Câu ${code} không có câu trả lời trong phiếu. Hãy tải lại trang.`,
          en: `There is no answer to ${code}. Reload the page.`,
        },
        { field: `questions.${index}.code` },
      );
    answer.returnReason = requireText(`questions.${index}.reason`, why, { min: SHORTEST_REASON, max: 2000 });
  });
  decide(tx, inspection, reason);
  tx.record(inspection, { ...placeOf(inspection), reason });
  return inspection;
});

/** The level above excuses the unit from this period. */
export const excuseInspection = command(
  'selfInspection.excuse',
  async (tx, input: { id: string; version: number; reason: string }) => {
    const inspection = await tx.lock(Inspection, input.id, input.version);
    fireInspection(tx, inspection, 'excuse');
    const reason = requireReason(input.reason);
    decide(tx, inspection, reason);
    tx.record(inspection, { ...placeOf(inspection), reason });
    return inspection;
  },
);

/**
 * Names the person who may fill in and submit for the head of the unit, or removes that person.
 * @throws Refusal FORBIDDEN, TRANSITION_NOT_ALLOWED once it is submitted, INVALID_INPUT on
 *   `personId` for someone without a post in the authority
 */
export const nameSubstitute = command('selfInspection.nameSubstitute', async (tx, input: NameSubstituteInput) => {
  const inspection = await tx.lock(Inspection, input.id, input.version);
  if (!mayDo('nameSubstitute', inspectionAccess.actorsOf(tx.viewer, inspection, tx.today))) refuseForbidden();
  if (!canBeDoneIn('nameSubstitute', inspection.state)) {
    refuse('TRANSITION_NOT_ALLOWED', {
      vi: 'Phiếu đã gửi, không cần người làm thay nữa.',
      en: 'The form is submitted; nobody needs to stand in any more.',
    });
  }
  if (input.personId) await assertColleague(tx, input.personId, inspection.authority.id);
  inspection.substitute = input.personId ? tx.em.getReference(Person, input.personId, { wrapped: true }) : null;
  tx.record(inspection, placeOf(inspection));
  return inspection;
});

function decide(tx: Tx, inspection: Inspection, reason: string | null): void {
  inspection.decidedBy = tx.em.getReference(Person, tx.viewer.personId, { wrapped: true });
  inspection.decidedAt = tx.now;
  inspection.reason = reason;
}

async function assertColleague(tx: Tx, personId: string, authorityId: string): Promise<void> {
  if (!isId(personId)) refuseNotFound();
  const { rows } = await sql`
    select 1
    from (${staffIds(sql`${authorityId}::uuid`, tx.today)}) colleague
    where colleague.person_id = ${personId}`.execute(tx.kysely);
  if (rows.length > 0) return;
  refuse(
    'INVALID_INPUT',
    {
      vi: 'Người làm thay phải đang giữ chức vụ trong cơ quan này. Hãy chọn người khác.',
      en: 'The substitute must hold a post in this authority. Choose someone else.',
    },
    { field: 'personId' },
  );
}
