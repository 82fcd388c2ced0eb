import { sql } from 'kysely';
import { command } from '../../commands/index.js';
import type { RecordInput } from '../../platform/graphql/command-input.js';
import { sign } from '../../trail/index.js';
import type { SignInputOfRecord } from '../planning/inputs.js';
import { fireRound, lockRound } from '../planning/lock.js';
import { Plan } from './plan.js';
import { keepPlan } from './round-plan.js';
import { signedPlan } from './signed-contents.js';

/**
 * Completes the assignment: the whole plan must break no hard rule, and every audit must have its days.
 * @throws Refusal RULE_VIOLATED with the first rule's code and all violations, FORBIDDEN
 */
export const assignRound = command('round.assign', async (tx, input: RecordInput) => {
  const locked = await lockRound(tx, input.id, input.version);
  fireRound(tx, locked, 'assign');
  (await Plan.load(tx.kysely, locked.round.id, tx.today)).requireSound();
  return locked.round;
});

/** Reopens a completed assignment, so that it can be changed. */
export const reopenRound = command('round.reopen', async (tx, input: RecordInput) => {
  const locked = await lockRound(tx, input.id, input.version);
  fireRound(tx, locked, 'reopen');
  return locked.round;
});

/** The lead agency's ISO head signs the plan; teams and auditees see it from now on. */
export const approveRound = command('round.approve', async (tx, input: SignInputOfRecord) => {
  const locked = await lockRound(tx, input.id, input.version);
  const { round } = locked;
  fireRound(tx, locked, 'approve');
  const plan = await Plan.load(tx.kysely, round.id, tx.today);
  plan.requireSound();
  round.planVersion = 1;
  round.approvedAt = tx.now;
  keepPlan(tx, round, plan.entries());
  await sql`update audit set state_since = ${tx.now} where round_id = ${round.id}`.execute(tx.kysely);
  await sign(tx, {
    password: input.password,
    part: 'approved',
    subject: { type: 'Round', id: round.id },
    content: signedPlan(plan.audits, round.planVersion),
  });
  return round;
});
