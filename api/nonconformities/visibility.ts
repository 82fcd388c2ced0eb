import { sql } from 'kysely';
import { anyOf, isoRoles, withinReach, type ReadContext, type Role, type Viewer } from '../access/index.js';
import { either, type RowOf, type Sql } from '../platform/reads/index.js';
import type { Nonconformity } from './nonconformity.js';

const heads: readonly Role[] = [...isoRoles, 'UNIT_HEAD'];
const others: readonly Role[] = ['AUDIT_LEAD', 'AUDIT_TEAM', 'LEAD_AGENCY', 'OBSERVER', 'ADMINISTRATOR'];

/** Row condition: the nonconformity lies where the viewer holds one of the roles. */
export const heldAt = (viewer: Viewer, wanted: readonly Role[], row: RowOf<Nonconformity>): Sql =>
  withinReach(viewer, wanted, row('unit_id'), row('authority_id'));

/**
 * Row condition: who sees a nonconformity. The unit's heads and ISO roles, owners of its actions, the audit
 * team in its time; lead agency, observers and administrators see all below them. Who detected it or responded
 * sees it while he or she belongs to the authority. An auditor of another authority sees it only while the
 * dated grants of the audit (AUDIT_LEAD, AUDIT_TEAM) last.
 */
export function visibleNonconformity(row: RowOf<Nonconformity>, { viewer }: ReadContext): Sql {
  const hadPart = sql`(${row('detected_by_id')} = ${viewer.personId} or ${row('responder_id')} = ${viewer.personId})`;
  return either(
    heldAt(viewer, [...heads, ...others], row),
    ...(viewer.memberOf.length > 0 ? [sql`(${hadPart} and ${anyOf(row('authority_id'), viewer.memberOf)})`] : []),
    sql`${row('id')} = any(array(
      select own.nonconformity_id
      from corrective_action own
      where own.owner_id = ${viewer.personId}))`,
  );
}
