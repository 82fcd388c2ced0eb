import { registerEnumType } from 'type-graphql';

/** What a declared conflict of interest is about (R06). */
export const ConflictKind = { FAMILY: 'FAMILY', INTEREST: 'INTEREST', DISPUTE: 'DISPUTE', OTHER: 'OTHER' } as const;

export type ConflictKind = (typeof ConflictKind)[keyof typeof ConflictKind];

registerEnumType(ConflictKind, {
  name: 'ConflictKind',
  description: 'Family tie, common interests, a dispute, or something else.',
});
