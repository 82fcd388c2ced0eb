import { registerEnumType } from 'type-graphql';

/** A round over several authorities that audit each other, or over the offices of one authority. */
export const RoundKind = {
  /** Over several authorities that audit each other (đánh giá chéo). */
  CROSS: 'CROSS',
  /** Over the offices of one authority. */
  INTERNAL: 'INTERNAL',
} as const;
export type RoundKind = (typeof RoundKind)[keyof typeof RoundKind];
registerEnumType(RoundKind, { name: 'RoundKind' });

/** How long an audit takes at the unit: half a day (240 minutes) or a day (450 minutes). */
export const AuditLength = {
  /** Half a day: 240 minutes. */
  HALF_DAY: 'HALF_DAY',
  /** A day: 450 minutes. */
  FULL_DAY: 'FULL_DAY',
} as const;
export type AuditLength = (typeof AuditLength)[keyof typeof AuditLength];
registerEnumType(AuditLength, { name: 'AuditLength' });

/** What a person is in a team. */
export const TeamPart = {
  /** Leads the team and signs its papers (trưởng đoàn). */
  LEAD: 'LEAD',
  /** Audits and writes findings. */
  AUDITOR: 'AUDITOR',
  /** Audits too, and keeps the minutes (thư ký đoàn). */
  SECRETARY: 'SECRETARY',
  /** Learns: what is audited does not count for R07. */
  TRAINEE: 'TRAINEE',
} as const;
export type TeamPart = (typeof TeamPart)[keyof typeof TeamPart];
registerEnumType(TeamPart, { name: 'TeamPart' });

/** What a declared conflict of interest is about (R06). */
export const ConflictKind = {
  /** A family tie. */
  FAMILY: 'FAMILY',
  /** Common interests. */
  INTEREST: 'INTEREST',
  /** A dispute between the two. */
  DISPUTE: 'DISPUTE',
  /** Something else; the reason says what. */
  OTHER: 'OTHER',
} as const;
export type ConflictKind = (typeof ConflictKind)[keyof typeof ConflictKind];
registerEnumType(ConflictKind, {
  name: 'ConflictKind',
  description: 'Family tie, common interests, a dispute, or something else.',
});

/** Categories of a finding (data/finding-categories.tsv), the gravest first. */
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
