import { sql } from 'kysely';
import { either, type ReadContext } from '../../access/index.js';
import type { Row, Sql } from '../../platform/reads/index.js';
import { arrangesAudit, auditOf, inTeamOf } from '../planning/visibility.js';

/** Work sheets: the team; the arranging side only once the fieldwork is done; never the auditee (R16). */
export const checkItemVisible = (item: Row, ctx: ReadContext): Sql =>
  either(
    inTeamOf(item('audit_id'), ctx),
    auditOf(
      item,
      (audit) => sql`(${audit('state')} in ('FIELDWORK_DONE', 'REPORTED', 'CLOSED') and ${arrangesAudit(audit, ctx)})`,
    ),
  );

/** A photo or paper of a line is seen by whoever sees the line. */
export const lineFileVisible = (attachment: Row, ctx: ReadContext): Sql => {
  const item: Row = (column) => sql.ref(`vci.${column}`);
  return sql`exists (select 1 from check_item_attachment carried join check_item vci on vci.id = carried.check_item_id
    where carried.attachment_id = ${attachment('id')} and ${checkItemVisible(item, ctx)})`;
};
