import { roles, type Role as RoleName } from './rules/roles.js';

export { isoRoles, reachingRoles, roles } from './rules/roles.js';

/** A role a person may hold in a unit. */
export type Role = RoleName;

/** GraphQL enum `Role`. */
export const Role = Object.fromEntries(roles.map((role) => [role, role])) as { [R in RoleName]: R };
