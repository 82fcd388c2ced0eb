import type { Tx } from '../../commands/index.js';
import { endRoles, giveRoles } from '../../organization/index.js';
import { addDays } from '../../rules/calendar.js';
import { grantsUntil, type TeamAssignment } from '../rules/planning/index.js';
import type { Audit } from './audit.js';

/**
 * Gives the team its dated roles on the auditee, in place of those the audit gave before: AUDIT_LEAD
 * to the lead, AUDIT_TEAM to the others. They hold until the audit is closed and 90 days more.
 */
export async function grantTeam(tx: Tx, audit: Audit, assignments: readonly TeamAssignment[]): Promise<void> {
  await endGrants(tx, [audit]);
  giveRoles(
    tx,
    assignments.map(({ personId, part }) => ({
      personId,
      role: part === 'LEAD' ? 'AUDIT_LEAD' : 'AUDIT_TEAM',
      unitId: audit.unit.id,
      from: tx.today,
      to: null,
      reason: audit.number,
      givenBy: audit.id,
    })),
  );
}

/** Ends the roles of the teams at once. */
export const endGrants = (tx: Tx, audits: readonly Audit[]) =>
  endRoles(
    tx,
    audits.map(({ id }) => id),
    addDays(tx.today, -1),
  );

/** Lets the team's roles run out after the audit is closed. */
export const letGrantsRunOut = (tx: Tx, audit: Audit) => endRoles(tx, [audit.id], grantsUntil(tx.today));
