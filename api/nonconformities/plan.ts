import { placeOf } from '../access/index.js';
import { Person } from '../organization/index.js';
import type { RecordInput } from '../platform/graphql/command-input.js';
import { command } from '../commands/index.js';
import { lockNonconformity, moveOn } from './lock.js';
import { requireActionsSettled } from './rules/index.js';

/** Somebody other than the responder approves the plan. */
export const approvePlan = command('nonconformity.approvePlan', async (tx, input: RecordInput) => {
  const nonconformity = await lockNonconformity(tx, input);
  moveOn(tx, nonconformity, 'approvePlan', { reason: null, planApprovedAt: tx.now });
  Object.assign(nonconformity, { planApprover: tx.em.getReference(Person, tx.viewer.personId) });
  tx.record(nonconformity, placeOf(nonconformity));
  return nonconformity;
});

/**
 * The responder reports the plan carried out again, after its result was returned.
 * @throws Refusal RULE_VIOLATED, rule ACTIONS_OPEN
 */
export const reportActionsDone = command('nonconformity.reportDone', async (tx, input: RecordInput) => {
  const nonconformity = await lockNonconformity(tx, input);
  moveOn(tx, nonconformity, 'reportDone', { reason: null });
  requireActionsSettled([...nonconformity.actions]);
  tx.record(nonconformity, placeOf(nonconformity));
  return nonconformity;
});
