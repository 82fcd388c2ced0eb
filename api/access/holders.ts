import { sql } from 'kysely';
import type { Sql } from '../platform/reads/index.js';
import { reachingRoles, type Role } from './roles.js';

/**
 * SELECT of the ids of the people who hold one of the roles at a unit on a day, on it or above it; the
 * other way round of `rolesAt`.
 */
export function holdersAt(unitId: Sql, roles: readonly Role[], today: string): Sql {
  return sql`
    select held_grant.person_id
    from unit held_place
    join unit held_at on held_at.path @> held_place.path
    join role_grant held_grant on held_grant.unit_id = held_at.id
    where held_place.id = ${unitId}
      and held_grant.role = any(${[...roles]}::text[])
      and held_grant.from_date <= ${today} and (held_grant.to_date is null or held_grant.to_date >= ${today})
      and (held_at.authority_id = held_place.authority_id or held_grant.role = any(${[...reachingRoles]}::text[]))`;
}

/** SELECT of the ids of the people who hold one of the roles at that very unit on a day. */
export function holdersOfUnit(unitId: Sql, roles: readonly Role[], today: string): Sql {
  return sql`
    select held_grant.person_id
    from role_grant held_grant
    where held_grant.unit_id = ${unitId}
      and held_grant.role = any(${[...roles]}::text[])
      and held_grant.from_date <= ${today} and (held_grant.to_date is null or held_grant.to_date >= ${today})`;
}
