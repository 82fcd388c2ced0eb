import type { Viewer } from '../../access/index.js';
import type { Actor } from '../rules/actors.js';
import { auditActors, type AuditPlace } from '../planning/policy.js';
import { findingParts } from '../rules/findings/index.js';

/** What the viewer is to a finding: as to its audit, and author or the one who agrees it. */
export function findingActors(viewer: Viewer, audit: AuditPlace, authorId: string): Actor[] {
  const leadId = audit.members.find(({ part }) => part === 'LEAD')?.personId ?? '';
  const teamIds = audit.members.map(({ personId }) => personId);
  return [...auditActors(viewer, audit), ...findingParts({ personId: viewer.personId, authorId, leadId, teamIds })];
}
