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
