import { type Role, rolesAt, type Viewer } from '../../access/index.js';
import type { AuditPlace } from '../planning/policy.js';

/** Roles that declare a conflict of interest for the auditee (R14). */
const declarers: readonly Role[] = ['ISO_HEAD', 'ISO_SECRETARY'];

/** Whether the viewer speaks for the auditee where a conflict of interest is declared. */
export function declares(viewer: Viewer, { unitId, authorityId }: AuditPlace): boolean {
  return rolesAt(viewer, { unitId, authorityId }).some((role) => declarers.includes(role));
}
