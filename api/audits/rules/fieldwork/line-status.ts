import type { Wording } from '../../../rules/refusal.js';
import { SHORTEST_REASON, textProblem } from '../../../rules/text.js';

/** The content of a line of the work sheet that decides its status. */
export interface WrittenLine {
  result: string;
  reasonNotChecked?: string | null;
  evidence?: string | null;
}

/** What a line still needs before the fieldwork can be finished. */
export type LineWant = 'RESULT' | 'EVIDENCE' | 'FINDING';

/** Shortest evidence on a line, as on a finding. */
export const SHORTEST_EVIDENCE = 10;

/** Results that report a fault or a risk; they need evidence. */
export const RESULTS_WITH_EVIDENCE = ['OBSERVATION', 'MINOR', 'MAJOR'] as const;

/** Results that must have a finding. */
export const RESULTS_WITH_FINDING = ['MINOR', 'MAJOR'] as const;

const among = (results: readonly string[], result: string) => results.includes(result);

/** Whether a line still needs a result, or a reason of ten characters why there is none. */
export function isLineOpen({ result, reasonNotChecked }: WrittenLine): boolean {
  return result === 'NOT_CHECKED' && textProblem(reasonNotChecked ?? null, { min: SHORTEST_REASON }) !== null;
}

/**
 * What a line still needs; nothing when it is done.
 * @param isCarried a finding that is not dropped comes from this line
 */
export function wantsOfLine(line: WrittenLine, isCarried: boolean): LineWant[] {
  return [
    ...(isLineOpen(line) ? ['RESULT' as const] : []),
    ...(among(RESULTS_WITH_EVIDENCE, line.result) && textProblem(line.evidence ?? null, { min: SHORTEST_EVIDENCE })
      ? ['EVIDENCE' as const]
      : []),
    ...(among(RESULTS_WITH_FINDING, line.result) && !isCarried ? ['FINDING' as const] : []),
  ];
}

/** What is wrong with the reason of a line, or null; an empty reason is not wrong yet. */
export function reasonProblem({ result, reasonNotChecked }: WrittenLine): Wording | null {
  return result === 'NOT_CHECKED' && reasonNotChecked?.trim()
    ? textProblem(reasonNotChecked, { min: SHORTEST_REASON })
    : null;
}
