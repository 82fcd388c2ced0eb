import { sql } from 'kysely';
import { accessTo } from '../../access/index.js';
import { CheckItem } from '../fieldwork/check-item.js';
import { alias } from '../../platform/reads/index.js';
import type { AuditRecord } from '../planning/policy.js';
import { auditWork, findingWork, type FindingState } from '../rules/findings/index.js';
import { isUnfinishedLine } from './line-conditions.js';

/** What the policy must know about a finding: a locked record has it, and a row that was read. */
export interface FindingRecord {
  state: FindingState;
  author: { id: string };
  audit: AuditRecord;
}

/** Who acts on a finding. */
export const findingAccess = accessTo<FindingRecord>()(findingWork, {
  tables: { audit: 'audit', 'audit.round': 'round' },
  lists: { 'audit.members': { table: 'team_member', by: 'audit_id' } },
});

const findings = { table: 'finding', by: 'audit_id' };

/** Who acts on an audit; between the fieldwork and the report, those who act on one of its findings. */
export const auditAccess = accessTo<AuditRecord>()(auditWork, {
  tables: { round: 'round' },
  lists: { members: { table: 'team_member', by: 'audit_id' }, findings },
  conditions: {
    hasUnfinishedLines: (row) => sql`exists (
      select 1
      from check_item c
      where c.audit_id = ${row('id')} and ${isUnfinishedLine(alias(CheckItem, 'c'))})`,
  },
  children: [{ access: findingAccess, path: 'audit', ...findings, when: { column: 'state', in: ['FIELDWORK_DONE'] } }],
});
