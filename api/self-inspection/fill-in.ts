import { refuseForbidden, placeOf } from '../access/index.js';
import { Person } from '../organization/index.js';
import { localDate } from '../rules/calendar.js';
import { refuse } from '../rules/refusal.js';
import { tidyText } from '../rules/text.js';
import { command, type Tx } from '../commands/index.js';
import { sign } from '../trail/index.js';
import { Inspection, InspectionAnswer } from './inspection.js';
import type { SaveAnswerInput, SaveAnswersInput, SubmitInspectionInput } from './inputs.js';
import { canBeDoneIn, inspectionAccess, mayDo } from './policy.js';
import { isLate, replaces, requireSubmittable, valueOf, type FormResult } from './rules/index.js';
import { evaluateInspection, fireInspection, loadAnsweredForm, type AnsweredForm } from './lock.js';
import { signedInspection } from './signed-contents.js';

/** The head of the unit, or the named substitute, begins. */
export const beginInspection = command('selfInspection.begin', async (tx, input: { id: string; version: number }) => {
  const inspection = await tx.lock(Inspection, input.id, input.version);
  fireInspection(tx, inspection, 'begin');
  inspection.begunAt = tx.now;
  evaluateInspection(inspection, await loadAnsweredForm(tx, inspection));
  tx.record(inspection, placeOf(inspection));
  return inspection;
});

/**
 * Saves answers, from one device or several. The newest answer to each question counts, in whatever order they
 * arrive, so that answers can be sent again and merged without a version.
 * @throws Refusal FORBIDDEN, TRANSITION_NOT_ALLOWED when it is not being filled in, INVALID_INPUT on
 *   `answers.<index>.questionCode` for a question that the form does not have
 */
export const saveAnswers = command('selfInspection.saveAnswers', async (tx, input: SaveAnswersInput) => {
  const inspection = await tx.lock(Inspection, input.id);
  assertFilledInBy(tx, inspection);
  const form = await loadAnsweredForm(tx, inspection);
  const taken = [writeNote(tx, inspection, input)];
  for (const [index, answer] of input.answers.entries())
    taken.push(await writeAnswer(tx, inspection, form, answer, `answers.${index}`));
  if (taken.includes(true)) inspection.saves += 1;
  inspection.begunAt ??= tx.now;
  evaluateInspection(inspection, form);
  tx.record(inspection, placeOf(inspection));
  return inspection;
});

/**
 * Signs and submits the form. The answers are evaluated again here. The first submission sets the flag
 * `isLate`.
 * @throws Refusal TRANSITION_NOT_ALLOWED, FORBIDDEN, VERSION_CONFLICT when another device answered
 *   meanwhile, INVALID_INPUT with everything that is missing, or on `password`
 */
export const submitInspection = command('selfInspection.submit', async (tx, input: SubmitInspectionInput) => {
  const inspection = await tx.lock(Inspection, input.id, input.version);
  const isFirst = !inspection.submittedAt;
  fireInspection(tx, inspection, 'submit');
  const form = await loadAnsweredForm(tx, inspection);
  const result = evaluateInspection(inspection, form);
  requireSubmittable(result);
  if (isFirst) inspection.isLate = isLate(inspection, localDate(tx.now));
  for (const answer of form.answers.values()) answer.returnReason = null;
  writeResult(inspection, form, result);
  inspection.submittedBy = tx.em.getReference(Person, tx.viewer.personId, { wrapped: true });
  inspection.submittedAt = tx.now;
  await sign(tx, {
    password: input.password,
    part: 'inspection',
    subject: { type: 'Inspection', id: inspection.id },
    content: signedInspection(inspection, form.answers.values()),
  });
  tx.record(inspection, placeOf(inspection));
  return inspection;
});

function assertFilledInBy(tx: Tx, inspection: Inspection): void {
  if (!mayDo('save', inspectionAccess.actorsOf(tx.viewer, inspection, tx.today))) refuseForbidden();
  if (canBeDoneIn('save', inspection.state)) return;
  refuse(
    'TRANSITION_NOT_ALLOWED',
    inspection.state === 'DUE'
      ? {
          vi: 'Phiếu chưa bắt đầu. Hãy bấm “Bắt đầu” rồi trả lời.',
          en: 'The form is not begun yet. Begin it, then answer.',
        }
      : {
          vi: 'Phiếu này không còn sửa được. Hãy tải lại trang để xem tình trạng mới.',
          en: 'This form cannot be changed any more. Reload to see its new state.',
        },
  );
}

/** @returns whether it was saved, which means that it is newer than the answer there was */
async function writeAnswer(
  tx: Tx,
  inspection: Inspection,
  { questions, answers, files }: AnsweredForm,
  input: SaveAnswerInput,
  field: string,
): Promise<boolean> {
  const question =
    questions.find(({ code }) => code === input.questionCode) ??
    refuse(
      'INVALID_INPUT',
      {
        vi: `Phiếu này không có câu ${input.questionCode}. Hãy tải lại trang.`,
        en: `This form has no question ${input.questionCode}. Reload the page.`,
      },
      { field: `${field}.questionCode` },
    );
  // A device whose clock runs ahead must not win over answers given after it.
  const answeredAt = input.answeredAt < tx.now ? input.answeredAt : tx.now;
  const kept = answers.get(question.code);
  if (kept && !replaces({ answeredAt }, kept)) return false;
  const written = {
    ...valueOf(input),
    note: tidyText(input.note) || null,
    dossiers: input.dossiers.map(tidyText).filter(Boolean),
    answeredAt,
    answeredBy: tx.em.getReference(Person, tx.viewer.personId, { wrapped: true }),
  };
  const answer =
    kept ??
    tx.create(InspectionAnswer, {
      id: input.id,
      inspection,
      question,
      questionCode: question.code,
      ...written,
      status: 'UNANSWERED',
      value: null,
      returnReason: null,
      nonconformity: null,
    });
  Object.assign(answer, written);
  answers.set(question.code, answer);
  await files.set(answer, input.attachmentIds, `${field}.attachmentIds`);
  answer.attachmentIds = files.idsOf(answer);
  return true;
}

function writeNote(tx: Tx, inspection: Inspection, { note, noteAt }: SaveAnswersInput): boolean {
  if (note === null || note === undefined) return false;
  const at = noteAt && noteAt < tx.now ? noteAt : tx.now;
  if (inspection.noteAt && at <= inspection.noteAt) return false;
  inspection.note = tidyText(note) || null;
  inspection.noteAt = at;
  return true;
}

function writeResult(inspection: Inspection, { questions }: AnsweredForm, result: FormResult): void {
  const titles = new Map(questions.map(({ groupCode, groupTitle }) => [groupCode, groupTitle]));
  inspection.score = result.score;
  inspection.groupScores = result.groups.map(({ group, score }) => ({
    group,
    title: titles.get(group) ?? group,
    score,
  }));
  inspection.failed = result.failed;
  inspection.failedCritical = result.failedCritical;
}
