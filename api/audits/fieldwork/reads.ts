import { sql } from 'kysely';
import { type ReadContext, reads } from '../../access/index.js';
import { clausesServed } from '../../documents/index.js';
import { alias, many, one, type RowOf, type Sql } from '../../platform/reads/index.js';
import { Clause, clauses } from '../../standards/index.js';
import { Audit } from '../planning/audit.js';
import { CheckItem } from './check-item.js';
import { lineFiles } from './line-files.js';
import { representatives } from './representatives.js';
import { checkItemVisible } from './visibility.js';

/**
 * The clause that the procedure of a line serves, in the set of the round: the first one in the audit's scope,
 * else the first one.
 */
const clauseOfProcedure = (row: RowOf<CheckItem>) => sql`(
  select sc.clause_id
  from ${clausesServed} served
  join audit sa on sa.id = ${row('audit_id')}
  join round sr on sr.id = sa.round_id
  join ${clauses} sc on sc.set_id = sr.clause_set_id
    and sc.set_code = served.clause_set_code
    and sc.is_leaf
    and sc.is_auditable
    and (sc.number = served.number or sc.number like served.number || '.%')
  where served.document_id = ${row('procedure_id')}
  order by
    exists (
      select 1
      from unnest(sa.scope_clauses) scope
      where sc.number = scope or sc.number like scope || '.%') desc,
    served.place,
    sc.number
  limit 1)`;

/** How many lines of the work sheet the viewer sees for which the condition on `ci` holds. */
export const countLines = (audit: RowOf<Audit>, ctx: ReadContext, condition: Sql): Sql => sql`(
  select count(*)::int
  from check_item ci
  where ci.audit_id = ${audit('id')}
    and ${condition}
    and ${checkItemVisible(alias(CheckItem, 'ci'), ctx)})`;

/** Defines how the agenda and the work sheet of an audit are read. */
export function defineFieldworkReads(): void {
  reads.define(Audit, {
    fields: {
      representatives: { sql: (audit, ctx) => representatives(audit, ctx) },
      lineCount: { sql: (audit, ctx) => countLines(audit, ctx, sql`true`) },
      checkItems: many(() => CheckItem, {
        on: (row, other) => sql`${other('audit_id')} = ${row('id')}`,
        orderBy: (other) => other('position'),
      }),
    },
  });
  reads.define(CheckItem, {
    visible: checkItemVisible,
    fields: {
      procedureId: { sql: (row) => row('procedure_id') },
      suggestedClause: one(() => Clause, {
        on: (row, clause) => sql`${clause('id')} = coalesce(${row('clause_id')}, ${clauseOfProcedure(row)})`,
      }),
      attachments: lineFiles.many,
    },
  });
}
