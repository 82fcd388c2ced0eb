import { placeOf } from '../../access/index.js';
import { sql } from 'kysely';
import { command, type Tx } from '../../commands/index.js';
import type { ReasonInput } from '../../platform/graphql/command-input.js';
import { requireReason } from '../../rules/text.js';
import { auditLifecycle } from '../rules/planning/index.js';
import { Audit } from './audit.js';
import { endGrants } from './grants.js';
import { fireAudit, fireRound, lockAudit, lockRound } from './lock.js';

/** Cancels a round and its open audits. */
export const cancelRound = command('round.cancel', async (tx, input: ReasonInput) => {
  const locked = await lockRound(tx, input.id, input.version);
  const reason = requireReason(input.reason);
  fireRound(tx, locked, 'cancel', reason);
  Object.assign(locked.round, { reason, amendment: null });
  const audits = await tx.lockAll(Audit, await openAuditIds(tx, locked.round.id));
  for (const audit of audits) {
    Object.assign(audit, {
      state: auditLifecycle.transition(audit.state, 'cancel').to,
      stateSince: tx.now,
      reason,
    });
    tx.record(audit, { ...placeOf(audit), reason, verb: 'audit.cancel' });
  }
  await endGrants(tx, audits);
  return locked.round;
});

/** The lead agency cancels an audit; the team's roles end. */
export const cancelAudit = command('audit.cancel', async (tx, input: ReasonInput) => {
  const locked = await lockAudit(tx, input.id, input.version);
  fireAudit(tx, locked, 'cancel', requireReason(input.reason));
  await endGrants(tx, [locked.audit]);
  return locked.audit;
});

/** The ids of the audits of a round that are not over, by one statement. */
async function openAuditIds(tx: Tx, roundId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id
    from audit
    where round_id = ${roundId} and state not in ('CLOSED', 'CANCELLED')
    order by position
    for update`.execute(tx.kysely);
  return rows.map(({ id }) => id);
}
