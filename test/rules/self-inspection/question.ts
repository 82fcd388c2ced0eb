import type { QuestionSource } from '../../../api/self-inspection/rules/index.js';

/** A question that is answered with yes or no, as a template has it; its group is the first letter of its code. */
export const question = (code: string, change: Partial<QuestionSource> = {}): QuestionSource => ({
  code,
  group: code[0]!,
  answerType: 'YES_NO',
  goodAnswer: 'YES',
  weight: 1,
  critical: false,
  evidence: 'NONE',
  shownWhen: null,
  ...change,
});
