import { sql } from 'kysely';
import { type ReadContext, reads } from '../../access/index.js';
import { Attachment } from '../../attachments/index.js';
import type { Row, Sql } from '../../platform/reads/index.js';
import { Clause } from '../../standards/index.js';
import { Audit } from '../planning/audit.js';
import { CheckItem } from './check-item.js';
import { representatives } from './representatives.js';
import { checkItemVisible } from './visibility.js';

/** Attachments by a query for their ids; which of them the viewer may see is the attachments' own matter. */
export const filesOf = (ids: (row: Row) => Sql) => ({
  many: () => Attachment,
  on: (row: Row, file: Row) => sql`${file('id')} = any(array(${ids(row)}))`,
  orderBy: (file: Row) => sql`${file('uploaded_at')}, ${file('id')}`,
});

/** The clause that the procedure of a line serves: the first in the audit's scope, else the first, in the set of the round. */
const clauseOfProcedure = (row: Row) => sql`(select sc.id
  from document sd join audit sa on sa.id = ${row('audit_id')} join round sr on sr.id = sa.round_id join clause_set ss on ss.id = sr.clause_set_id and ss.code = sd.clause_set_code
    cross join unnest(sd.clauses) with ordinality served(number, at)
    join clause sc on sc.set_id = ss.id and sc.is_leaf and sc.is_auditable and (sc.number = served.number or sc.number like served.number || '.%')
  where sd.id = ${row('procedure_id')}
  order by exists (select 1 from unnest(sa.scope_clauses) scope where sc.number = scope or sc.number like scope || '.%') desc, served.at, sc.number limit 1)`;

/** How many lines of the work sheet of an audit the viewer sees for which the condition on `ci` holds. */
export const countLines = (audit: Row, ctx: ReadContext, condition: Sql): Sql => sql`(
  select count(*)::int
  from check_item ci
  where ci.audit_id = ${audit('id')}
    and ${condition}
    and ${checkItemVisible((column) => sql.ref(`ci.${column}`), ctx)})`;

/** Says how the agenda and the work sheet of an audit are read. */
export function defineFieldworkReads(): void {
  reads.define(Audit, {
    fields: {
      representatives: { sql: (audit, ctx) => representatives(audit, ctx) },
      lineCount: { sql: (audit, ctx) => countLines(audit, ctx, sql`true`) },
      checkItems: {
        many: () => CheckItem,
        on: (row, other) => sql`${other('audit_id')} = ${row('id')}`,
        orderBy: (other) => other('position'),
      },
    },
  });
  reads.define(CheckItem, {
    visible: checkItemVisible,
    fields: {
      procedureId: { sql: (row) => row('procedure_id') },
      suggestedClause: {
        one: () => Clause,
        on: (row, clause) => sql`${clause('id')} = coalesce(${row('clause_id')}, ${clauseOfProcedure(row)})`,
      },
      attachments: filesOf(
        (row) => sql`
          select carried.attachment_id
          from check_item_attachment carried
          where carried.check_item_id = ${row('id')}`,
      ),
    },
  });
}
