import type { Role } from './rules/roles.js';

/** A role held today, with what it covers worked out. */
export interface Grant {
  id: string;
  role: Role;
  unitId: string;
  unitName: string;
  /** The authority the unit belongs to; null above the authorities (a province). */
  authorityId: string | null;
  /** Units below `unitId` that the role covers: those of the same authority. */
  unitIds: string[];
  /**
   * Authorities that the role covers as a whole: its own if it is held at the top unit, all below for roles
   * that reach across.
   */
  authorityIds: string[];
}

/** Where a record belongs. */
export interface Place {
  /** The unit it concerns; the authority's own unit where it concerns the whole of it. */
  unitId?: string | undefined;
  authorityId?: string | undefined;
}

/** Where a record with its unit and its authority belongs. */
export const placeOf = ({ unit, authority }: { unit: { id: string }; authority: { id: string } }) => ({
  unitId: unit.id,
  authorityId: authority.id,
});

/** The person who asks, with today's roles. */
export interface Viewer {
  accountId: string;
  sessionId: string;
  personId: string;
  fullName: string;
  userName: string;
  /** The password was given by an administrator and is still to be changed. */
  isPasswordGiven: boolean;
  /** Unit and authority of the current post. */
  unitId: string | null;
  authorityId: string | null;
  grants: Grant[];
  /** Authorities in which the person holds a post or any role. */
  memberOf: string[];
}

/** True when the grant covers the place. */
export function covers(grant: Grant, place: Place): boolean {
  return (
    (place.unitId !== undefined && grant.unitIds.includes(place.unitId)) ||
    (place.authorityId !== undefined && grant.authorityIds.includes(place.authorityId))
  );
}

/** True when the viewer holds one of the roles where the record belongs. */
export function holds(viewer: Viewer, wanted: readonly Role[], place: Place): boolean {
  return viewer.grants.some((grant) => wanted.includes(grant.role) && covers(grant, place));
}

/** True when the viewer holds one of the roles anywhere. */
export function holdsAnywhere(viewer: Viewer, wanted: readonly Role[]): boolean {
  return viewer.grants.some((grant) => wanted.includes(grant.role));
}

/** Everything the roles cover, for a row condition: whole authorities, and single units that are in none of these. */
export function reach(viewer: Viewer, wanted: readonly Role[]): { unitIds: string[]; authorityIds: string[] } {
  const grants = viewer.grants.filter((grant) => wanted.includes(grant.role));
  return {
    unitIds: [...new Set(grants.filter((grant) => !coversItsAuthority(grant)).flatMap((grant) => grant.unitIds))],
    authorityIds: [...new Set(grants.flatMap((grant) => grant.authorityIds))],
  };
}

const coversItsAuthority = ({ authorityId, authorityIds }: Grant) =>
  authorityId !== null && authorityIds.includes(authorityId);

/** The roles the viewer holds where a record belongs, each once. */
export function rolesAt(viewer: Viewer, place: Place): Role[] {
  return [...new Set(viewer.grants.filter((grant) => covers(grant, place)).map((grant) => grant.role))];
}
