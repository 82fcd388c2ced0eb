import { sql } from 'kysely';
import { anyOf, type ReadContext, type Role, type Viewer } from '../access/index.js';
import type { Row, Sql } from '../platform/reads/index.js';

const heads: readonly Role[] = ['ISO_HEAD', 'QUALITY_MANAGER', 'ISO_SECRETARY', 'UNIT_HEAD'];
const others: readonly Role[] = ['AUDIT_LEAD', 'AUDIT_TEAM', 'LEAD_AGENCY', 'OBSERVER', 'ADMINISTRATOR'];

/** Conditions of which one must hold; false without any. */
export const either = (...conditions: Sql[]): Sql => (conditions.length === 0 ? sql`false` : sql`(${sql.join(conditions, sql` or `)})`);

/**
 * Row condition: the nonconformity lies where the viewer holds one of the roles. A role that covers
 * an authority whole needs no list of its units, and a condition that cannot hold is left out: what
 * remains can be answered by an index.
 */
export function heldAt(viewer: Viewer, wanted: readonly Role[], row: Row): Sql {
  const grants = viewer.grants.filter(({ role }) => wanted.includes(role));
  const authorityIds = [...new Set(grants.flatMap((grant) => grant.authorityIds))];
  const unitIds = [...new Set(grants.filter((grant) => grant.authorityIds.length === 0).flatMap((grant) => grant.unitIds))];
  return either(
    ...(authorityIds.length > 0 ? [anyOf(row('authority_id'), authorityIds)] : []),
    ...(unitIds.length > 0 ? [anyOf(row('unit_id'), unitIds)] : []),
  );
}

/**
 * Row condition: who sees a nonconformity. The unit's heads and ISO roles, owners of its actions, the
 * audit team in its time; lead agency, observers and administrators see all below them. Who detected
 * it or responded sees it as long as he or she belongs to the authority: an auditor from elsewhere
 * sees what the dated grants of the audit (AUDIT_LEAD, AUDIT_TEAM) show, and nothing after them.
 */
export function visibleNonconformity(row: Row, { viewer }: ReadContext): Sql {
  const hadPart = sql`(${row('detected_by_id')} = ${viewer.personId} or ${row('responder_id')} = ${viewer.personId})`;
  return either(
    heldAt(viewer, [...heads, ...others], row),
    ...(viewer.memberOf.length > 0 ? [sql`(${hadPart} and ${anyOf(row('authority_id'), viewer.memberOf)})`] : []),
    sql`${row('id')} = any(array(select own.nonconformity_id from corrective_action own where own.owner_id = ${viewer.personId}))`,
  );
}
