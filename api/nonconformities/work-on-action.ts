import { placeOf } from '../access/index.js';
import { Person } from '../organization/index.js';
import type { RecordInput, ReasonInput } from '../platform/graphql/command-input.js';
import { newId } from '../platform/ids.js';
import { requireReason, tidyText } from '../rules/text.js';
import { command } from '../commands/index.js';
import { actionFiles } from './action-files.js';
import { ActionProgress } from './action-progress.js';
import type { ActionDoneInput, ProgressInput } from './inputs.js';
import { settleExtension } from './extend.js';
import { followActions, keepRound, lockAction, moveAction, moveOn, reopenAction } from './lock.js';
import { requireOtherCorrectiveAction } from './rules/index.js';

/** The owner reports the action done. After the last one the nonconformity waits for verification. */
export const reportActionDone = command('correctiveAction.reportDone', async (tx, input: ActionDoneInput) => {
  const { nonconformity, action } = await lockAction(tx, input);
  moveAction(tx, nonconformity, action, 'reportDone');
  await (await actionFiles.load(tx, [action])).set(action, input.attachmentIds);
  await settleExtension(tx, action, 'LAPSED');
  Object.assign(action, {
    result: tidyText(input.result),
    evidence: tidyText(input.evidence),
    doneAt: tx.now,
    reason: null,
  });
  tx.record(nonconformity, placeOf(nonconformity));
  followActions(tx, nonconformity);
  return nonconformity;
});

/** The owner notes the progress; nothing else changes. */
export const noteProgress = command('correctiveAction.noteProgress', async (tx, input: ProgressInput) => {
  const { nonconformity, action } = await lockAction(tx, input);
  moveAction(tx, nonconformity, action, 'noteProgress');
  const by = tx.em.getReference(Person, tx.viewer.personId);
  tx.create(ActionProgress, {
    id: newId(tx.now),
    action,
    by,
    at: tx.now,
    note: tidyText(input.note),
    percent: input.percent ?? null,
  });
  tx.touch(action);
  tx.record(nonconformity, placeOf(nonconformity));
  return nonconformity;
});

/**
 * The approver of the plan drops an action that is not needed. @throws Refusal RULE_VIOLATED, rule
 * LAST_CORRECTIVE_ACTION
 */
export const dropAction = command('correctiveAction.drop', async (tx, input: ReasonInput) => {
  const { nonconformity, action } = await lockAction(tx, input);
  moveAction(tx, nonconformity, action, 'drop');
  requireOtherCorrectiveAction(action.id, [...nonconformity.actions]);
  const reason = requireReason(input.reason);
  await settleExtension(tx, action, 'LAPSED');
  action.reason = reason;
  tx.record(nonconformity, { ...placeOf(nonconformity), reason });
  followActions(tx, nonconformity);
  return nonconformity;
});

/** The verifier is content with one action. */
export const acceptAction = command('correctiveAction.accept', async (tx, input: RecordInput) => {
  const { nonconformity, action } = await lockAction(tx, input);
  moveAction(tx, nonconformity, action, 'accept');
  tx.record(nonconformity, placeOf(nonconformity));
  return nonconformity;
});

/** The verifier returns one action, and the nonconformity goes back to the state in which actions are carried out. */
export const returnAction = command('correctiveAction.return', async (tx, input: ReasonInput) => {
  const { nonconformity, action } = await lockAction(tx, input);
  const reason = requireReason(input.reason);
  reopenAction(tx, nonconformity, action, reason);
  tx.record(nonconformity, { ...placeOf(nonconformity), reason });
  moveOn(tx, nonconformity, 'returnResult', { reason });
  keepRound(tx, nonconformity, { passed: false, onSite: null, note: reason });
  tx.record(nonconformity, { ...placeOf(nonconformity), reason, verb: 'nonconformity.returnResult' });
  return nonconformity;
});
