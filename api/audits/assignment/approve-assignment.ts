import { sql } from 'kysely';
import { command, type Tx } from '../../commands/index.js';
import type { RecordInput } from '../../platform/graphql/command-input.js';
import { refuseBlocking } from '../../rules/checks.js';
import { sign } from '../../trail/index.js';
import type { SignInputOfRecord } from '../planning/inputs.js';
import { fireRound, lockRound } from '../planning/lock.js';
import {
  dateProblems,
  pastDays,
  planViolations,
  requireNoViolations,
  violationsInPlan,
} from '../rules/assignment/index.js';
import { auditFacts, loadPlan, peopleOf, type Plan } from './facts.js';
import { entriesOf, keepPlan } from './round-plan.js';
import { signedPlan } from './signed-contents.js';

/**
 * Settles the assignment: the whole plan breaks no hard rule, and every audit has its days.
 * @throws Refusal RULE_VIOLATED with the first rule's code and all violations, FORBIDDEN
 */
export const assignRound = command('round.assign', async (tx, input: RecordInput) => {
  const locked = await lockRound(tx, input.id, input.version);
  fireRound(tx, locked, 'assign');
  await requireSoundPlan(tx, await loadPlan(tx.kysely, locked.round.id, tx.today), locked.round.id);
  return locked.round;
});

/** Takes a settled assignment back into preparation. */
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
  const plan = await loadPlan(tx.kysely, round.id, tx.today);
  await requireSoundPlan(tx, plan, round.id);
  round.planVersion = 1;
  round.approvedAt = tx.now;
  keepPlan(tx, round, entriesOf(plan, await peopleOf(tx.kysely, plan, [], round.id, tx.today)));
  await sql`update audit set state_since = ${tx.now} where round_id = ${round.id}`.execute(tx.kysely);
  await sign(tx, {
    password: input.password,
    part: 'approved',
    subject: { type: 'Round', id: round.id },
    content: signedPlan(plan.audits, round.planVersion),
  });
  return round;
});

/**
 * @param only ids of the audits that an amendment changes: what was wrong with others before, such as a
 *   conflict that waits for an amendment of its own, is not held against it
 * @throws Refusal RULE_VIOLATED when the plan breaks a hard rule or lacks days
 */
export async function requireSoundPlan(tx: Tx, plan: Plan, roundId: string, only?: readonly string[]): Promise<void> {
  const audits = auditFacts(plan, await peopleOf(tx.kysely, plan, [], roundId, tx.today));
  requireNoViolations(
    only ? only.flatMap((id) => violationsInPlan(id, audits, plan.round)) : planViolations(audits, plan.round),
  );
  const dated = plan.audits.map(({ auditee, dates }) => ({ auditeeName: auditee.name, dates }));
  refuseBlocking([
    ...dateProblems(dated, plan.round.window),
    ...(only ? [] : dated.flatMap((audit) => pastDays(audit, tx.today))),
  ]);
}
