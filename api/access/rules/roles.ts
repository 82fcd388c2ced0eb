/** Roles a person may hold in a unit (domain: data/roles.tsv). */
export const roles = [
  'ADMINISTRATOR',
  'LEAD_AGENCY',
  'ISO_HEAD',
  'QUALITY_MANAGER',
  'ISO_SECRETARY',
  'UNIT_HEAD',
  'OFFICER',
  'OBSERVER',
  'AUDIT_LEAD',
  'AUDIT_TEAM',
] as const;

export type Role = (typeof roles)[number];

/** GraphQL enum `Role`. */
export const Role = Object.fromEntries(roles.map((role) => [role, role])) as { [R in Role]: R };

/** Roles that reach across the border of an authority; every other role stops there. */
export const reachingRoles: readonly Role[] = ['ADMINISTRATOR', 'LEAD_AGENCY', 'OBSERVER'];
