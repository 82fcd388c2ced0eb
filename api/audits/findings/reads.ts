import { sql } from 'kysely';
import { reads } from '../../access/index.js';
import { Nonconformity } from '../../nonconformities/index.js';
import { alias, many, one, pathsWithin } from '../../platform/reads/index.js';
import type { TeamReplacement } from '../assignment/conflict-declaration.js';
import { CheckItem } from '../fieldwork/check-item.js';
import { lineFiles } from '../fieldwork/line-files.js';
import { countLines } from '../fieldwork/reads.js';
import { checkItemVisible } from '../fieldwork/visibility.js';
import { Audit, emptyReport } from '../planning/audit.js';
import { waitsFor } from '../planning/reads.js';
import { auditsSide } from '../planning/visibility.js';
import { Finding } from './finding.js';
import { auditAccess, findingAccess } from './policy.js';
import { isUnfinishedLine } from './line-conditions.js';
import { findingVisible, reportVisible } from './visibility.js';

/** Defines how findings and the report of an audit are read. */
export function defineFindingsReads(): void {
  reads.define(Audit, {
    restrictedFields: { report: reportVisible, teamAgreement: auditsSide },
    fields: {
      viewerCan: {
        needs: () => [
          ...auditAccess.needs,
          'dates',
          ...pathsWithin<TeamReplacement>('replacements', ['at', 'joined.id']),
        ],
      },
      waitsFor: waitsFor(auditAccess),
      report: {
        sql: (audit, ctx) => sql`case
          when ${reportVisible(audit, ctx)} then ${audit('report')}
          else ${JSON.stringify(emptyReport())}::jsonb end`,
      },
      findings: many(() => Finding, {
        on: (row, other) => sql`${other('audit_id')} = ${row('id')}`,
        orderBy: (other) => other('position'),
      }),
      openLineCount: {
        sql: (audit, ctx) => countLines(audit, ctx, isUnfinishedLine(alias(CheckItem, 'ci'))),
      },
    },
  });
  reads.define(Finding, {
    visible: findingVisible,
    fields: {
      viewerCan: { needs: () => findingAccess.needs },
      waitsFor: waitsFor(findingAccess),
      procedureId: { sql: (row) => row('procedure_id') },
      attachments: lineFiles.ofRecords<Finding>(
        (row) => sql`select link.check_item_id from finding_check_item link where link.finding_id = ${row('id')}`,
      ),
      checkItemIds: {
        sql: (row, ctx) => sql`
          select coalesce(json_agg(ci.id order by ci.position), '[]')
          from check_item ci
          join finding_check_item link on link.check_item_id = ci.id
          where link.finding_id = ${row('id')}
            and ${checkItemVisible(alias(CheckItem, 'ci'), ctx)}`,
      },
    },
  });
  reads.define(Nonconformity, {
    fields: {
      finding: one(() => Finding, { on: (row, finding) => sql`${finding('nonconformity_id')} = ${row('id')}` }),
    },
  });
}
