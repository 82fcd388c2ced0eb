import { sql } from 'kysely';
import type { ReadContext } from '../../access/index.js';
import { either, type RowOf, type Sql } from '../../platform/reads/index.js';
import type { CheckItem } from './check-item.js';
import { arrangesAudit, auditOf, inTeamOf } from '../planning/visibility.js';

/**
 * Work sheets are visible to the team, and to those who arrange the round after the fieldwork is done; never to
 * the auditee (R16).
 */
export const checkItemVisible = (item: RowOf<CheckItem>, ctx: ReadContext): Sql =>
  either(
    inTeamOf(item('audit_id'), ctx),
    auditOf(
      item,
      (audit) => sql`(${audit('state')} in ('FIELDWORK_DONE', 'REPORTED', 'CLOSED') and ${arrangesAudit(audit, ctx)})`,
    ),
  );
