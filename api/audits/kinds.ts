import { registerEnumType } from 'type-graphql';

/** A round over several authorities that audit each other, or over the offices of one authority. */
export const RoundKind = { CROSS: 'CROSS', INTERNAL: 'INTERNAL' } as const;
export type RoundKind = (typeof RoundKind)[keyof typeof RoundKind];
registerEnumType(RoundKind, { name: 'RoundKind' });

/** How long an audit takes at the unit: half a day (240 minutes) or a day (450 minutes). */
export const AuditLength = { HALF_DAY: 'HALF_DAY', FULL_DAY: 'FULL_DAY' } as const;
export type AuditLength = (typeof AuditLength)[keyof typeof AuditLength];
registerEnumType(AuditLength, { name: 'AuditLength' });

/** What a person is in a team. */
export const TeamPart = { LEAD: 'LEAD', AUDITOR: 'AUDITOR', SECRETARY: 'SECRETARY', TRAINEE: 'TRAINEE' } as const;
export type TeamPart = (typeof TeamPart)[keyof typeof TeamPart];
registerEnumType(TeamPart, { name: 'TeamPart' });

/** What a declared conflict of interest is about (R06). */
export const ConflictKind = { FAMILY: 'FAMILY', INTEREST: 'INTEREST', DISPUTE: 'DISPUTE', OTHER: 'OTHER' } as const;
export type ConflictKind = (typeof ConflictKind)[keyof typeof ConflictKind];
registerEnumType(ConflictKind, {
  name: 'ConflictKind',
  description: 'Family tie, common interests, a dispute, or something else.',
});

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
