import { rolesAt, type Role, type Viewer } from '../access/index.js';
import type { Actor } from './rules/actors.js';
import { findingParts } from './rules/index.js';
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

/** Roles that declare a conflict of interest for the auditee (R14). */
const declarers: readonly Role[] = ['ISO_HEAD', 'ISO_SECRETARY'];

/** Whether the viewer speaks for the auditee where a conflict of interest is declared. */
export function declares(viewer: Viewer, { unitId, authorityId }: AuditPlace): boolean {
  return rolesAt(viewer, { unitId, authorityId }).some((role) => declarers.includes(role));
}

/** What the viewer is to a finding: as to its audit, and author or the one who agrees it. */
export function findingActors(viewer: Viewer, audit: AuditPlace, authorId: string): Actor[] {
  const leadId = audit.members.find(({ part }) => part === 'LEAD')?.personId ?? '';
  const teamIds = audit.members.map(({ personId }) => personId);
  return [...auditActors(viewer, audit), ...findingParts({ personId: viewer.personId, authorId, leadId, teamIds })];
}

/** Whether the viewer is in the team. */
export function isInTeam(viewer: Viewer, members: AuditPlace['members']): boolean {
  return members.some(({ personId }) => personId === viewer.personId);
}
