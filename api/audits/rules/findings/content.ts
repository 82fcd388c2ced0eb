import { type InputProblem, refuseProblems } from '../../../rules/checks.js';
import type { Wording } from '../../../rules/refusal.js';
import { textProblem } from '../../../rules/text.js';
import type { FindingCategory } from '../fieldwork/finding-categories.js';

/** What a finding says. */
export interface FindingContent {
  requirement: string | null;
  evidence: string | null;
  gap: string | null;
  category: FindingCategory | null;
}

/**
 * Gate of a finding's `send`: requirement, evidence, gap (10 characters each) and category. A
 * strength or a conforming one has no gap.
 * @throws Refusal INVALID_INPUT with every problem.
 */
export function requireCompleteFinding(finding: FindingContent): void {
  refuseProblems(findingProblems(finding));
}

/** What is still missing in a finding. */
export function findingProblems({ requirement, evidence, gap, category }: FindingContent): InputProblem[] {
  const hasGap = category !== 'STRENGTH' && category !== 'CONFORMING';
  const texts: [string, string | null, Wording][] = [
    ['requirement', requirement, { vi: 'Yêu cầu', en: 'Requirement' }],
    ['evidence', evidence, { vi: 'Bằng chứng', en: 'Evidence' }],
    ...(hasGap ? [['gap', gap, { vi: 'Sai lệch', en: 'Gap' }] as [string, string | null, Wording]] : []),
  ];
  const problems = texts.flatMap(([field, text, label]) => {
    const words = textProblem(text, { min: 10 });
    return words ? [{ field, words: { vi: `${label.vi}: ${words.vi}`, en: `${label.en}: ${words.en}` } }] : [];
  });
  if (category !== null) return problems;
  return [
    ...problems,
    { field: 'category', words: { vi: 'Hãy chọn mức độ của phát hiện.', en: 'Choose the category of the finding.' } },
  ];
}
