import type { Tx } from '../../commands/index.js';
import { endRoles, giveRoles } from '../../organization/index.js';
import { addDays } from '../../rules/calendar.js';
import { grantsUntil, type TeamAssignment } from '../rules/planning/index.js';
import type { Audit } from './audit.js';

/**
 * Gives the team its dated roles at the auditee, and ends those that the audit gave before: AUDIT_LEAD to the
 * lead, AUDIT_TEAM to the others. They hold until 90 days after the audit is closed.
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

/** Sets the last day of the team's roles when the audit is closed. */
export const letGrantsRunOut = (tx: Tx, audit: Audit) => endRoles(tx, [audit.id], grantsUntil(tx.today));
