import { placeOf } from '../access/index.js';
import { Person } from '../organization/index.js';
import type { RecordInput, ReasonInput } from '../platform/graphql/command-input.js';
import { newId } from '../platform/ids.js';
import { requireReason } from '../rules/text.js';
import { command, type Tx } from '../commands/index.js';
import { ActionExtension, type ExtensionDecision } from './action-extension.js';
import type { CorrectiveAction } from './corrective-action.js';
import type { ExtensionInput } from './inputs.js';
import { followActions, lockAction, moveAction } from './lock.js';
import { latestExtensionDay } from './policy.js';
import { requireExtensionAhead, requireExtensionDay, requirePendingExtension } from './rules/index.js';

/**
 * The owner asks for more time. A second request before an answer replaces the first one.
 * @throws Refusal INVALID_INPUT on `dueOn` or `reason`; RULE_VIOLATED, rule EXTENSION_TOO_LONG
 */
export const askExtension = command('correctiveAction.askExtension', async (tx, input: ExtensionInput) => {
  const { nonconformity, action } = await lockAction(tx, input);
  moveAction(tx, nonconformity, action, 'askExtension');
  const reason = requireReason(input.reason);
  requireExtensionDay(input.dueOn, { today: tx.today, dueOn: action.dueOn, latest: latestExtensionDay(nonconformity) });
  await settleExtension(tx, action, 'LAPSED');
  // Flushed first: the database allows only one waiting request at a time.
  await tx.em.flush();
  tx.create(ActionExtension, {
    id: newId(tx.now),
    action,
    askedBy: personOf(tx),
    askedAt: tx.now,
    fromDay: action.dueOn,
    toDay: input.dueOn,
    reason,
  });
  action.extensionTo = input.dueOn;
  tx.touch(action);
  tx.record(nonconformity, { ...placeOf(nonconformity), reason });
  return nonconformity;
});

/**
 * Grants the extension; done by somebody who does not own the action.
 * @throws Refusal FORBIDDEN for the owner; RULE_VIOLATED, rule NO_EXTENSION_ASKED or EXTENSION_PAST
 */
export const grantExtension = command('correctiveAction.grantExtension', async (tx, input: RecordInput) => {
  const { nonconformity, action } = await lockAction(tx, input);
  moveAction(tx, nonconformity, action, 'grantExtension');
  requirePendingExtension(Boolean(action.extensionTo));
  const dueOn = action.extensionTo!;
  requireExtensionAhead(dueOn, tx.today);
  await settleExtension(tx, action, 'GRANTED');
  Object.assign(action, { dueOn, reason: null });
  tx.record(nonconformity, placeOf(nonconformity));
  followActions(tx, nonconformity);
  return nonconformity;
});

/**
 * Refuses the extension; done by somebody who does not own the action.
 * @throws Refusal FORBIDDEN for the owner; RULE_VIOLATED, rule NO_EXTENSION_ASKED
 */
export const refuseExtension = command('correctiveAction.refuseExtension', async (tx, input: ReasonInput) => {
  const { nonconformity, action } = await lockAction(tx, input);
  moveAction(tx, nonconformity, action, 'refuseExtension');
  requirePendingExtension(Boolean(action.extensionTo));
  const reason = requireReason(input.reason);
  await settleExtension(tx, action, 'REFUSED', reason);
  action.reason = reason;
  tx.record(nonconformity, { ...placeOf(nonconformity), reason });
  return nonconformity;
});

/** Closes the waiting request, if there is one. A request that lapsed was decided by nobody. */
export async function settleExtension(
  tx: Tx,
  action: CorrectiveAction,
  decision: ExtensionDecision,
  decisionReason: string | null = null,
): Promise<void> {
  if (!action.extensionTo) return;
  const pending = await tx.em.findOne(ActionExtension, { action: action.id, decision: null });
  if (pending)
    Object.assign(pending, {
      decision,
      decidedBy: decision === 'LAPSED' ? null : personOf(tx),
      decidedAt: tx.now,
      decisionReason,
    });
  action.extensionTo = null;
}

const personOf = (tx: Tx) => tx.em.getReference(Person, tx.viewer.personId);
