import { sql } from 'kysely';
import { reads } from '../../access/index.js';
import { Nonconformity } from '../../nonconformities/index.js';
import { countLines, filesOf } from '../fieldwork/reads.js';
import { checkItemVisible } from '../fieldwork/visibility.js';
import { Audit, emptyReport } from '../planning/audit.js';
import { auditPlace } from '../planning/reads.js';
import { auditsSide } from '../planning/visibility.js';
import { findingWaitsFor } from '../waits-for.js';
import { Finding } from './finding.js';
import { isUnfinishedLine } from './line-conditions.js';
import { findingVisible, reportVisible } from './visibility.js';

/** Says how findings and the report of an audit are read. */
export function defineFindingsReads(): void {
  reads.define(Audit, {
    restrictedFields: { report: reportVisible, teamAgreement: auditsSide },
    fields: {
      report: {
        sql: (audit, ctx) => sql`case
          when ${reportVisible(audit, ctx)} then ${audit('report')}
          else ${JSON.stringify(emptyReport())}::jsonb end`,
      },
      findings: {
        many: () => Finding,
        on: (row, other) => sql`${other('audit_id')} = ${row('id')}`,
        orderBy: (other) => other('position'),
      },
      openLineCount: {
        sql: (audit, ctx) =>
          countLines(
            audit,
            ctx,
            isUnfinishedLine((column) => sql.ref(`ci.${column}`)),
          ),
      },
    },
  });
  reads.define(Finding, {
    visible: findingVisible,
    fields: {
      waitsFor: findingWaitsFor,
      viewerCan: { needs: ['state', 'author.id', ...auditPlace.map((path) => `audit.${path}`)] },
      procedureId: { sql: (row) => row('procedure_id') },
      attachments: filesOf(
        (row) => sql`
          select carried.attachment_id
          from check_item_attachment carried
          join finding_check_item link on link.check_item_id = carried.check_item_id
          where link.finding_id = ${row('id')}`,
      ),
      checkItemIds: {
        sql: (row, ctx) => sql`
          select coalesce(json_agg(ci.id order by ci.position), '[]')
          from check_item ci
          join finding_check_item link on link.check_item_id = ci.id
          where link.finding_id = ${row('id')}
            and ${checkItemVisible((column) => sql.ref(`ci.${column}`), ctx)}`,
      },
    },
  });
  reads.define(Nonconformity, {
    fields: {
      finding: { one: () => Finding, on: (row, finding) => sql`${finding('nonconformity_id')} = ${row('id')}` },
    },
  });
}
