/** Categories of a finding, the most severe first (`data/finding-categories.tsv`). */
export const FINDING_CATEGORIES = ['MAJOR', 'MINOR', 'OBSERVATION', 'OPPORTUNITY', 'STRENGTH', 'CONFORMING'] as const;

export type FindingCategory = (typeof FINDING_CATEGORIES)[number];

/** Result of a line of the work sheet. */
export const CHECK_RESULTS = ['NOT_CHECKED', ...FINDING_CATEGORIES, 'NOT_APPLICABLE'] as const;

export type CheckItemResult = (typeof CHECK_RESULTS)[number];

/** Whether a finding of this category becomes a nonconformity when it is issued. */
export function raisesNonconformity(category: FindingCategory): category is 'MAJOR' | 'MINOR' {
  return category === 'MAJOR' || category === 'MINOR';
}

/** Whether a result needs a finding: any result except conforming, not checked and not applicable. */
export function callsForFinding(result: CheckItemResult): boolean {
  return result !== 'NOT_CHECKED' && result !== 'NOT_APPLICABLE' && result !== 'CONFORMING';
}
