import { fire, placeOf } from '../../access/index.js';
import type { Tx } from '../../commands/index.js';
import { type LockedAudit, lockedAuditOf } from '../planning/lock.js';
import { type FindingEvent, findingLifecycle } from '../rules/findings/index.js';
import { Finding } from './finding.js';
import { findingAccess } from './policy.js';

/** A finding that a command has locked. */
export interface LockedFinding extends Omit<LockedAudit, 'actors'> {
  finding: Finding;
  actors: ReturnType<typeof findingAccess.actorsOf>;
}

/** Loads a finding for change, with its audit. @throws Refusal NOT_FOUND, VERSION_CONFLICT */
export async function lockFinding(tx: Tx, id: string, version?: number): Promise<LockedFinding> {
  const finding = await tx.lock(Finding, id, version);
  const locked = await lockedAuditOf(tx, await finding.audit.loadOrFail());
  const record = { state: finding.state, author: finding.author, audit: locked.record };
  return { ...locked, finding, actors: findingAccess.actorsOf(tx.viewer, record, tx.today) };
}

/** Fires an event of a finding and records it. @throws Refusal TRANSITION_NOT_ALLOWED, FORBIDDEN */
export function fireFinding(
  tx: Tx,
  { finding, audit, actors }: LockedFinding,
  event: FindingEvent,
  reason?: string,
): void {
  finding.state = fire(findingLifecycle, finding.state, event, actors);
  finding.stateSince = tx.now;
  tx.record(finding, { ...placeOf(audit), reason: reason ?? null });
}
