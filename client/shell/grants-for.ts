import { allowedRoles, type Permission } from '../../api/access/rules/permissions';
import { currentGrants, type Viewer } from './viewer';

/** The roles held today that allow it, with their units: for where somebody may do it. The server decides. */
export function grantsFor(viewer: Viewer, permission: Permission) {
  const roles: readonly string[] = allowedRoles(permission);
  return currentGrants(viewer).filter(({ role }) => roles.includes(role));
}
