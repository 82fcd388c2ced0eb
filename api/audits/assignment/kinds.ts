import { registerEnumType } from 'type-graphql';

/** What a declared conflict of interest is about (R06). Family tie, common interests, a dispute, or something else. */
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
});
