import { registerEnumType } from 'type-graphql';

/** Categories of a finding, the gravest first. */
export const FindingCategory = {
  /**
   * A whole requirement is absent, a minor one came up three times or more, a wrong result did harm, or a record
   * was falsified (không phù hợp nặng). The plan is due in 15 working days.
   */
  MAJOR: 'MAJOR',
  /** An isolated lapse; the system works (không phù hợp nhẹ). The plan is due in 30 working days. */
  MINOR: 'MINOR',
  /** Risk of a nonconformity, or not enough evidence (lưu ý). */
  OBSERVATION: 'OBSERVATION',
  /** An idea to do it better (cơ hội cải tiến). */
  OPPORTUNITY: 'OPPORTUNITY',
  /** Good practice to copy (điểm mạnh). */
  STRENGTH: 'STRENGTH',
  /** The requirement is met (phù hợp). */
  CONFORMING: 'CONFORMING',
} as const;

export type FindingCategory = (typeof FindingCategory)[keyof typeof FindingCategory];

registerEnumType(FindingCategory, { name: 'FindingCategory' });

/** Result of a line of the work sheet. */
export const CheckResult = {
  /** No result yet, or nobody got to it. */
  NOT_CHECKED: 'NOT_CHECKED',
  ...FindingCategory,
  /** The question does not arise here. */
  NOT_APPLICABLE: 'NOT_APPLICABLE',
} as const;

export type CheckResult = (typeof CheckResult)[keyof typeof CheckResult];

registerEnumType(CheckResult, { name: 'CheckResult' });
