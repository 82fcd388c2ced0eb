import type { RoundKind, TeamPart } from './kinds.js';
import type { AuditState, ProgrammeState } from '../rules/planning/index.js';
import type { AuditPlace } from './policy.js';

/** What is read of a programme for its `viewerCan`. */
export interface ProgrammeRead {
  state: ProgrammeState;
  leadAgency: { id: string };
}

/** What is read of an audit for its `viewerCan`. */
export interface AuditRead {
  state: AuditState;
  unit: { id: string };
  authority: { id: string };
  round: { kind: RoundKind; leadAgency: { id: string } };
  members: { person: { id: string }; part: TeamPart }[];
}

/** The place of an audit, as the policy takes it. */
export const placeOfRead = ({ unit, authority, round, members }: AuditRead): AuditPlace => ({
  unitId: unit.id,
  authorityId: authority.id,
  round: { kind: round.kind, leadAgencyId: round.leadAgency.id },
  members: members.map(({ person, part }) => ({ personId: person.id, part })),
});
