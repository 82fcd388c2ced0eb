import { sql } from 'kysely';
import { requireReason, requireText } from '../rules/text.js';
import { command } from '../commands/index.js';
import { sign } from '../trail/index.js';
import { Audit } from './audit.js';
import { openAuditIds } from './create-round.js';
import { countFindings } from './counts.js';
import { endGrants } from './grants.js';
import { fireRound, lockRound, placeOf } from './lock.js';
import type { ReasonOfRecordInput, ReportRoundInput, SignInputOfRecord } from './round-inputs.js';
import { auditLifecycle, requireAuditsOver, type AuditState } from './rules/index.js';
import { signedRound } from './signed-contents.js';

/** The lead agency's consolidated report. @throws Refusal RULE_VIOLATED (AUDITS_OPEN) */
export const reportRound = command('round.report', async (tx, input: ReportRoundInput) => {
  const locked = await lockRound(tx, input.id, input.version);
  fireRound(tx, locked, 'report');
  const { rows } = await sql<{
    state: AuditState;
  }>`select state from audit where round_id = ${locked.round.id}`.execute(tx.kysely);
  requireAuditsOver(rows.map(({ state }) => state));
  locked.round.conclusion = requireText('conclusion', input.conclusion, { min: 10 });
  return locked.round;
});

/** The lead agency's ISO head signs the consolidated report. */
export const closeRound = command('round.close', async (tx, input: SignInputOfRecord) => {
  const locked = await lockRound(tx, input.id, input.version);
  const { round } = locked;
  fireRound(tx, locked, 'close');
  const counts = await countFindings(tx.kysely, { roundId: round.id });
  await sign(tx, {
    password: input.password,
    part: 'closed',
    subject: { type: 'Round', id: round.id },
    content: signedRound(round, counts),
  });
  return round;
});

/** Cancels a round and its open audits. */
export const cancelRound = command('round.cancel', async (tx, input: ReasonOfRecordInput) => {
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
