import { accessTo, actorsFor, type Role, type Viewer } from '../../access/index.js';
import type { LocalDate } from '../../rules/calendar.js';
import {
  auditParts,
  programmeWork,
  roundParts,
  type AuditPart,
  type AuditState,
  type ProgrammeState,
  type RoundPart,
  type RoundState,
  type TeamPart,
} from '../rules/planning/index.js';
import type { RoundKind } from './kinds.js';

interface HasId {
  id: string;
}

/** What the policy must know about a programme: an entity has it, and a row that was read. */
export interface ProgrammeRecord {
  state: ProgrammeState;
  leadAgency: HasId;
}

/** What the policy must know of a round. */
export interface RoundRecord {
  state: RoundState;
  kind: RoundKind;
  leadAgency: HasId;
}

/** What the policy must know of an audit. */
export interface AuditRecord {
  state: AuditState;
  unit: HasId;
  authority: HasId;
  round: Omit<RoundRecord, 'state'>;
  members: Iterable<{ person: HasId; part: TeamPart }>;
}

/** Who acts on a programme. */
export const programmeAccess = accessTo<ProgrammeRecord>()(programmeWork, {
  lists: { rounds: { table: 'round', by: 'programme_id' } },
});

/** The roles of the viewer in the lead agency, and the viewer's parts in the round. */
export const roundActors = (
  viewer: Viewer,
  round: Omit<RoundRecord, 'state'>,
  today: LocalDate,
): (Role | RoundPart)[] => actorsFor(roundParts, viewer, round, today);

/** The roles of the viewer at the auditee, and the viewer's parts in the round and in the team. */
export const auditActors = (viewer: Viewer, audit: AuditRecord, today: LocalDate): (Role | AuditPart)[] =>
  actorsFor(auditParts, viewer, audit, today);

/** Whether the viewer is in the team. */
export const isInTeam = (viewer: Viewer, members: Iterable<{ person: HasId }>): boolean =>
  [...members].some(({ person }) => person.id === viewer.personId);
