import type { RoundKind, TeamPart } from './kinds.js';
import type { AuditPlace } from './policy.js';
import type { AuditState, FindingState, ProgrammeState, RoundState } from './rules/index.js';

/** What is read of a programme for its `viewerCan`. */
export interface ProgrammeRead {
  state: ProgrammeState;
  leadAgency: { id: string };
}

/** What is read of a round for its `viewerCan`. */
export interface RoundRead {
  state: RoundState;
  leadAgency: { id: string };
  kind: RoundKind;
  amendment?: { problems: readonly unknown[] } | null;
}

/** What is read of an audit for its `viewerCan`. */
export interface AuditRead {
  state: AuditState;
  unit: { id: string };
  authority: { id: string };
  round: { kind: RoundKind; leadAgency: { id: string } };
  members: { person: { id: string }; part: TeamPart }[];
}

/** What is read of an audit to say whether a conflict may be declared still. */
export interface DeclarableRead extends AuditRead {
  dates: string[];
  replacements: { at: string | Date; joined: { id: string } | null }[];
}

/** What is read of a declared conflict for its `viewerCan`. */
export interface DeclarationRead {
  withdrawnAt: string | null;
  audit: AuditRead;
}

/** What is read of a finding for its `viewerCan`. */
export interface FindingRead {
  state: FindingState;
  author: { id: string };
  audit: AuditRead;
}

/** The place of an audit, as the policy takes it. */
export const placeOfRead = ({ unit, authority, round, members }: AuditRead): AuditPlace => ({
  unitId: unit.id,
  authorityId: authority.id,
  round: { kind: round.kind, leadAgencyId: round.leadAgency.id },
  members: members.map(({ person, part }) => ({ personId: person.id, part })),
});
