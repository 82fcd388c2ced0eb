import { sql } from 'kysely';
import { requireReason, requireText } from '../rules/text.js';
import { command, sign } from '../trail/index.js';
import { Audit } from './audit.js';
import { openAuditIds } from './create-round.js';
import { countFindings } from './counts.js';
import { endGrants } from './grants.js';
import { fireRound, lockRound, placeOf } from './load.js';
import type { ReasonOfRecordInput, ReportRoundInput, SignInputOfRecord } from './round-inputs.js';
import { auditLifecycle, requireAuditsOver, type AuditState } from './rules/index.js';
import { signedRound } from './signed-contents.js';

/** The lead agency's consolidated report. @throws Refusal RULE_VIOLATED (AUDITS_OPEN) */
export const reportRound = command('round.report', async (tx, input: ReportRoundInput) => {
  const hand = await lockRound(tx, input.id, input.version);
  fireRound(tx, hand, 'report');
  const { rows } = await sql<{ state: AuditState }>`select state from audit where round_id = ${hand.round.id}`.execute(
    tx.kysely,
  );
  requireAuditsOver(rows.map(({ state }) => state));
  hand.round.conclusion = requireText('conclusion', input.conclusion, { min: 10 });
  return hand.round;
});

/** The lead agency's ISO head signs the consolidated report. */
export const closeRound = command('round.close', async (tx, input: SignInputOfRecord) => {
  const hand = await lockRound(tx, input.id, input.version);
  const { round } = hand;
  fireRound(tx, hand, 'close');
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
  const hand = await lockRound(tx, input.id, input.version);
  const reason = requireReason(input.reason);
  fireRound(tx, hand, 'cancel', reason);
  Object.assign(hand.round, { reason, repair: null });
  const audits = await tx.lockAll(Audit, await openAuditIds(tx, hand.round.id));
  for (const audit of audits) {
    Object.assign(audit, {
      state: auditLifecycle.transition(audit.state as AuditState, 'cancel').to,
      stateSince: tx.now,
      reason,
    });
    tx.record(audit, { ...placeOf(audit), reason, verb: 'audit.cancel' });
  }
  await endGrants(tx, audits);
  return hand.round;
});
