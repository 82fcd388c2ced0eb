import type { Words } from '../../../rules/refusal.js';
import { SHORTEST_REASON, textProblem } from '../../../rules/text.js';

/** What is written on a line of the work sheet, as far as its standing depends on it. */
export interface WrittenLine {
  result: string;
  reasonNotChecked?: string | null;
  evidence?: string | null;
}

/** What a line still wants before the fieldwork can end. */
export type LineWant = 'RESULT' | 'EVIDENCE' | 'FINDING';

/** Shortest evidence on a line, as on a finding. */
export const SHORTEST_EVIDENCE = 10;

/** Results that say that something is wrong or at risk: what was seen is written down. */
export const RESULTS_WITH_EVIDENCE = ['OBSERVATION', 'MINOR', 'MAJOR'] as const;

/** Results that would be forgotten without a finding. */
export const RESULTS_WITH_FINDING = ['MINOR', 'MAJOR'] as const;

const among = (results: readonly string[], result: string) => results.includes(result);

/** Whether a line still wants a result, or a reason of ten characters why there is none. */
export function isLineOpen({ result, reasonNotChecked }: WrittenLine): boolean {
  return result === 'NOT_CHECKED' && textProblem(reasonNotChecked ?? null, { min: SHORTEST_REASON }) !== null;
}

/**
 * What a line still wants; nothing when it is done.
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

/** What is wrong with a reason that somebody has begun to give, or null; none at all is not wrong yet. */
export function reasonProblem({ result, reasonNotChecked }: WrittenLine): Words | null {
  return result === 'NOT_CHECKED' && reasonNotChecked?.trim()
    ? textProblem(reasonNotChecked, { min: SHORTEST_REASON })
    : null;
}
