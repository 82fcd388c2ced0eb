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
  /** Audits and takes the minutes (thư ký đoàn). */
  SECRETARY: 'SECRETARY',
  /** Learns; these audits do not count for R07. */
  TRAINEE: 'TRAINEE',
} as const;

export type TeamPart = (typeof TeamPart)[keyof typeof TeamPart];

registerEnumType(TeamPart, { name: 'TeamPart' });
