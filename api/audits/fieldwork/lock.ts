import { LockMode } from '@mikro-orm/core';
import type { Tx } from '../../commands/index.js';
import { Audit } from '../planning/audit.js';
import { requireAuditState, requireTeam } from '../planning/gates.js';
import { lockedAuditOf } from '../planning/lock.js';
import { CheckItem } from './check-item.js';

/**
 * Loads a line of the work sheet for change, during the fieldwork.
 * @throws Refusal NOT_FOUND, FORBIDDEN (not in the team), TRANSITION_NOT_ALLOWED
 */
export async function lockLine(tx: Tx, id: string): Promise<{ item: CheckItem; audit: Audit }> {
  const item = await tx.lock(CheckItem, id);
  // A shared lock: other lines may be changed at the same time, but the fieldwork cannot be finished meanwhile,
  // because that checks all lines.
  const audit = await tx.em.findOneOrFail(Audit, item.audit.id, { lockMode: LockMode.PESSIMISTIC_READ, refresh: true });
  requireTeam(tx.viewer, (await lockedAuditOf(tx, audit)).record);
  requireAuditState(audit, 'IN_PROGRESS');
  return { item, audit };
}
