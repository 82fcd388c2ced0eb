import { sql } from 'kysely';
import { either, withinReach, type ReadContext, type Role, type Viewer } from '../access/index.js';
import type { Row, Sql } from '../platform/reads/index.js';

const heads: readonly Role[] = ['ISO_HEAD', 'QUALITY_MANAGER', 'ISO_SECRETARY', 'UNIT_HEAD'];
const others: readonly Role[] = ['AUDIT_LEAD', 'AUDIT_TEAM', 'LEAD_AGENCY', 'OBSERVER', 'ADMINISTRATOR'];

/** Row condition: the nonconformity lies where the viewer holds one of the roles. */
export const heldAt = (viewer: Viewer, wanted: readonly Role[], row: Row): Sql => withinReach(viewer, wanted, row('unit_id'), row('authority_id'));

/**
 * Row condition: who sees a nonconformity. The unit's heads and ISO roles, who detected it, who
 * responded, owners of its actions, the audit team in its time; lead agency, observers and
 * administrators see all below them.
 */
export function visibleNonconformity(row: Row, { viewer }: ReadContext): Sql {
  return either(
    heldAt(viewer, [...heads, ...others], row),
    sql`${row('detected_by_id')} = ${viewer.personId}`,
    sql`${row('responder_id')} = ${viewer.personId}`,
    sql`${row('id')} = any(array(select own.nonconformity_id from corrective_action own where own.owner_id = ${viewer.personId}))`,
  );
}
