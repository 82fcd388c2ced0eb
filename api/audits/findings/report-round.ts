import { sql } from 'kysely';
import { command } from '../../commands/index.js';
import { requireText } from '../../rules/text.js';
import { sign } from '../../trail/index.js';
import type { SignInputOfRecord } from '../planning/inputs.js';
import { fireRound, lockRound } from '../planning/lock.js';
import { type AuditState, requireAuditsOver } from '../rules/planning/index.js';
import { countFindings } from './counts.js';
import type { ReportRoundInput } from './inputs.js';
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
