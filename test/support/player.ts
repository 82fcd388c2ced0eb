import { roles as allRoles, type Role } from '../../api/access/rules/roles.js';
import { actorsIn, type Parts, type Player } from '../../api/rules/parts.js';

/** A person who holds roles at places, which are named by the id of their authority; `*` is every place. */
export function player(personId: string, held: Partial<Record<string, readonly Role[]>>): Player<Role> {
  return {
    personId,
    holds: (roles, { authorityId }) =>
      [...(held['*'] ?? []), ...(held[authorityId ?? ''] ?? [])].some((role) => roles.includes(role)),
  };
}

/** What a person is to a record: roles held where it belongs, and parts in it. */
export function actors<P extends string>(parts: Parts<Role, P>, record: object, person: Player<Role>): (Role | P)[] {
  return actorsIn(parts, allRoles, record, person, '2026-11-23');
}
