import { registerEnumType } from 'type-graphql';

/** Categories of a finding (data/finding-categories.tsv), the gravest first. */
export const FindingCategory = {
  MAJOR: 'MAJOR',
  MINOR: 'MINOR',
  OBSERVATION: 'OBSERVATION',
  OPPORTUNITY: 'OPPORTUNITY',
  STRENGTH: 'STRENGTH',
  CONFORMING: 'CONFORMING',
} as const;

export type FindingCategory = (typeof FindingCategory)[keyof typeof FindingCategory];

registerEnumType(FindingCategory, { name: 'FindingCategory' });

/** Result of a line of the work sheet. */
export const CheckResult = {
  NOT_CHECKED: 'NOT_CHECKED',
  ...FindingCategory,
  NOT_APPLICABLE: 'NOT_APPLICABLE',
} as const;

export type CheckResult = (typeof CheckResult)[keyof typeof CheckResult];

registerEnumType(CheckResult, { name: 'CheckResult' });
