import { type Role, rolesAt, type Viewer } from '../../access/index.js';
import type { Actor } from '../rules/actors.js';
import type { RoundKind, TeamPart } from './kinds.js';

/** What must be known of a round to say who a viewer is to it. */
export interface RoundPlace {
  kind: RoundKind;
  leadAgencyId: string;
}

/** What must be known of an audit to say who a viewer is to it. */
export interface AuditPlace {
  unitId: string;
  authorityId: string;
  round: RoundPlace;
  members: readonly { personId: string; part: TeamPart }[];
}

/** Roles that arrange an INTERNAL round inside the own authority. */
const ownArrangers: readonly Role[] = ['QUALITY_MANAGER', 'ISO_SECRETARY'];

/**
 * What the viewer is to a programme or round. A CROSS round is arranged by LEAD_AGENCY over the lead
 * agency, an INTERNAL one by the authority's own quality manager or ISO secretary; its head is the
 * lead agency's ISO_HEAD.
 */
export function roundActors(viewer: Viewer, { kind, leadAgencyId }: RoundPlace): Actor[] {
  const held = rolesAt(viewer, { unitId: leadAgencyId, authorityId: leadAgencyId });
  const arranges = kind === 'CROSS' ? held.includes('LEAD_AGENCY') : held.some((role) => ownArrangers.includes(role));
  return [
    ...(arranges ? ['LEAD_AGENCY' as const] : []),
    ...(held.includes('ISO_HEAD') ? ['LEAD_AGENCY_HEAD' as const] : []),
  ];
}

/** What the viewer is to an audit: roles at the auditee, part in the team, the arranging side. */
export function auditActors(viewer: Viewer, { unitId, authorityId, round, members }: AuditPlace): Actor[] {
  const atAuditee = rolesAt(viewer, { unitId, authorityId }).filter((role) => role !== 'LEAD_AGENCY');
  const part = members.find(({ personId }) => personId === viewer.personId)?.part;
  return [
    ...atAuditee,
    ...roundActors(viewer, round),
    ...(part === 'LEAD' ? ['LEAD' as const] : []),
    ...(part ? ['AUDIT_TEAM' as const] : []),
  ];
}

/** Whether the viewer is in the team. */
export function isInTeam(viewer: Viewer, members: AuditPlace['members']): boolean {
  return members.some(({ personId }) => personId === viewer.personId);
}
