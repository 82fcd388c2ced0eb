import { sql } from 'kysely';
import { accessTo, permissions, placeOf, rolesAt, type Role, type Viewer } from '../../access/index.js';
import type { AuditRecord, RoundRecord } from '../planning/policy.js';
import { roundWork } from '../rules/assignment/index.js';

/** What the policy must know of a round whose plan may be amended. */
export interface PlannedRoundRecord extends RoundRecord {
  amendment?: { problems: readonly unknown[] } | null;
}

/** Who acts on a round. */
export const roundAccess = accessTo<PlannedRoundRecord>()(roundWork, {
  columns: { from: 'from_date', to: 'to_date', amendment: 'repair' },
  lists: { audits: { table: 'audit', by: 'round_id' } },
  conditions: { amendmentBreaksRules: (row) => sql`jsonb_array_length(${row('repair')} -> 'problems') > 0` },
  isPossible: (event, { amendment }) => event !== 'approvePlanAmendment' || amendment?.problems.length === 0,
});

/** Roles that may declare a conflict of interest for the auditee (R14). */
const declarers: readonly Role[] = permissions['audit.declareConflict'];

/** Whether the viewer may declare a conflict of interest for the auditee. */
export const declares = (viewer: Viewer, { unit, authority }: Pick<AuditRecord, 'unit' | 'authority'>): boolean =>
  rolesAt(viewer, placeOf({ unit, authority })).some((role) => declarers.includes(role));
