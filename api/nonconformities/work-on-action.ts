import { requireOwnUploads } from '../attachments/index.js';
import type { RecordInput, ReasonInput } from '../platform/graphql/command-input.js';
import { requireReason, tidyText } from '../rules/text.js';
import { command } from '../trail/index.js';
import type { ActionDoneInput, ExtensionInput } from './inputs.js';
import { followActions, lockAction, moveAction, moveOn, placeOf, reopenAction } from './move.js';
import { requireLaterDueDate, requireOtherCorrectiveAction, requirePendingExtension } from './rules/index.js';

const noRequest = { extensionTo: null, extensionReason: null };

/** The owner has done it; with the last one the nonconformity waits for verification. */
export const reportActionDone = command('correctiveAction.reportDone', async (tx, input: ActionDoneInput) => {
  const { nonconformity, action } = await lockAction(tx, input);
  moveAction(tx, nonconformity, action, 'reportDone');
  await requireOwnUploads(tx, input.attachmentIds, action.attachmentIds);
  Object.assign(action, noRequest, {
    result: tidyText(input.result), evidence: tidyText(input.evidence), attachmentIds: input.attachmentIds, doneAt: tx.now, reason: null,
  });
  tx.record(nonconformity, placeOf(nonconformity));
  followActions(tx, nonconformity);
  return nonconformity;
});

/** The owner asks for more time. @throws Refusal INVALID_INPUT on `dueOn` or `reason` */
export const askExtension = command('correctiveAction.askExtension', async (tx, input: ExtensionInput) => {
  const { nonconformity, action } = await lockAction(tx, input);
  moveAction(tx, nonconformity, action, 'askExtension');
  const reason = requireReason(input.reason);
  requireLaterDueDate(input.dueOn, action.dueOn, tx.today);
  Object.assign(action, { extensionTo: input.dueOn, extensionReason: reason });
  tx.record(nonconformity, { ...placeOf(nonconformity), reason });
  return nonconformity;
});

/** The approver of the plan gives the time that was asked for. @throws Refusal RULE_VIOLATED, rule NO_EXTENSION_ASKED */
export const grantExtension = command('correctiveAction.grantExtension', async (tx, input: RecordInput) => {
  const { nonconformity, action } = await lockAction(tx, input);
  moveAction(tx, nonconformity, action, 'grantExtension');
  requirePendingExtension(Boolean(action.extensionTo));
  Object.assign(action, { dueOn: action.extensionTo, extensions: action.extensions + 1, reason: null }, noRequest);
  tx.record(nonconformity, placeOf(nonconformity));
  followActions(tx, nonconformity);
  return nonconformity;
});

/** The approver of the plan does not give more time. @throws Refusal RULE_VIOLATED, rule NO_EXTENSION_ASKED */
export const refuseExtension = command('correctiveAction.refuseExtension', async (tx, input: ReasonInput) => {
  const { nonconformity, action } = await lockAction(tx, input);
  moveAction(tx, nonconformity, action, 'refuseExtension');
  requirePendingExtension(Boolean(action.extensionTo));
  const reason = requireReason(input.reason);
  Object.assign(action, noRequest, { reason });
  tx.record(nonconformity, { ...placeOf(nonconformity), reason });
  return nonconformity;
});

/** The approver of the plan finds an action needless. @throws Refusal RULE_VIOLATED, rule LAST_CORRECTIVE_ACTION */
export const dropAction = command('correctiveAction.drop', async (tx, input: ReasonInput) => {
  const { nonconformity, action } = await lockAction(tx, input);
  moveAction(tx, nonconformity, action, 'drop');
  requireOtherCorrectiveAction(action.id, [...nonconformity.actions]);
  const reason = requireReason(input.reason);
  Object.assign(action, noRequest, { reason });
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

/** The verifier wants one action done again; the nonconformity goes back with it. */
export const returnAction = command('correctiveAction.return', async (tx, input: ReasonInput) => {
  const { nonconformity, action } = await lockAction(tx, input);
  const reason = requireReason(input.reason);
  reopenAction(tx, nonconformity, action, reason);
  tx.record(nonconformity, { ...placeOf(nonconformity), reason });
  moveOn(tx, nonconformity, 'returnResult', { reason });
  tx.record(nonconformity, { ...placeOf(nonconformity), reason, verb: 'nonconformity.returnResult' });
  return nonconformity;
});
