import { fire } from '../access/index.js';
import type { CarriedAttachments } from '../attachments/index.js';
import { answerFiles } from './answer-files.js';
import { InspectionAnswer, type Inspection } from './inspection.js';
import { inspectionAccess } from './policy.js';
import {
  compileForm,
  evaluateForm,
  inspectionLifecycle,
  toAnswer,
  type FormResult,
  type InspectionEvent,
} from './rules/index.js';
import { InspectionQuestion } from './template.js';
import type { Tx } from '../commands/index.js';

/** The questions of an inspection with its answers, as a command changes them. */
export interface AnsweredForm {
  questions: InspectionQuestion[];
  /** By question code. */
  answers: Map<string, InspectionAnswer>;
  /** Photos and papers of the answers. */
  files: CarriedAttachments<InspectionAnswer>;
}

/** Loads the questions and answers of an inspection that the command has locked. */
export async function loadAnsweredForm(tx: Tx, inspection: Inspection): Promise<AnsweredForm> {
  const questions = await questionsOf(tx, inspection.templateVersion.id);
  const answers = await tx.em.find(InspectionAnswer, { inspection: inspection.id });
  const files = await filesOf(tx, answers);
  return { questions, answers: new Map(answers.map((answer) => [answer.questionCode, answer])), files };
}

/** Photos and papers of answers; their ids are written onto the answers. */
export async function filesOf(
  tx: Tx,
  answers: readonly InspectionAnswer[],
): Promise<CarriedAttachments<InspectionAnswer>> {
  const files = await answerFiles.load(tx, answers);
  for (const answer of answers) answer.attachmentIds = files.idsOf(answer);
  return files;
}

/**
 * Fires an event of the lifecycle, with the roles and parts of the viewer in the inspection. @throws Refusal as
 * `fire`
 */
export function fireInspection(tx: Tx, inspection: Inspection, event: InspectionEvent): void {
  inspection.state = fire(
    inspectionLifecycle,
    inspection.state,
    event,
    tx.isSystem ? ['SYSTEM'] : inspectionAccess.actorsOf(tx.viewer, inspection, tx.today),
  );
  inspection.stateSince = tx.now;
}

/** The questions of a template version, in order. */
export function questionsOf(tx: Tx, templateVersionId: string): Promise<InspectionQuestion[]> {
  return tx.em.find(InspectionQuestion, { templateVersion: templateVersionId }, { orderBy: { position: 'asc' } });
}

/** The form of these questions; the gate of `publish` too. @throws Refusal as `compileForm` */
export const formOf = (questions: readonly InspectionQuestion[]) =>
  compileForm(questions.map((question) => ({ ...sourceOf(question), group: question.groupCode })));

function sourceOf({ code, answerType, goodAnswer, weight, critical, evidence, shownWhen }: InspectionQuestion) {
  return { code, answerType, goodAnswer, weight, critical, evidence, shownWhen: shownWhen ?? null };
}

/**
 * Evaluates the answers with the form engine and writes the result onto the answers and the inspection.
 * A score that a client worked out is never used.
 */
export function evaluateInspection(inspection: Inspection, { questions, answers }: AnsweredForm): FormResult {
  const written = Object.fromEntries([...answers].map(([code, answer]) => [code, toAnswer(answer)]));
  const result = evaluateForm(formOf(questions), written);
  for (const { question, status, value } of result.items) {
    const answer = answers.get(question.code);
    if (answer) Object.assign(answer, { status, value });
  }
  inspection.shown = result.shown;
  inspection.answered = result.answered;
  return result;
}
