import { requireReason } from '../rules/text.js';
import { command } from '../commands/index.js';
import type { CancelInput, DiscardInput, WithdrawInput } from './inputs.js';
import { fireRevision, entryDetailsOf, lockRevision } from './lock.js';

/** Discards a draft. @throws Refusal TRANSITION_NOT_ALLOWED, FORBIDDEN */
export const discard = command('document.discard', async (tx, input: DiscardInput) => {
  const locked = await lockRevision(tx, input);
  fireRevision(tx, locked, 'discard');
  tx.record(locked.revision, entryDetailsOf(locked.document));
  return locked.revision;
});

/**
 * Cancels an approved revision before it takes effect.
 * @throws Refusal TRANSITION_NOT_ALLOWED, FORBIDDEN, INVALID_INPUT on `reason`
 */
export const cancel = command('document.cancel', async (tx, input: CancelInput) => {
  const locked = await lockRevision(tx, input);
  fireRevision(tx, locked, 'cancel');
  locked.revision.reason = requireReason(input.reason);
  tx.record(locked.revision, entryDetailsOf(locked.document, locked.revision.reason));
  return locked.revision;
});

/**
 * Withdraws the revision in force: it must not be used any more.
 * @throws Refusal TRANSITION_NOT_ALLOWED, FORBIDDEN, INVALID_INPUT on `reason`
 */
export const withdrawRevision = command('document.withdraw', async (tx, input: WithdrawInput) => {
  const locked = await lockRevision(tx, input);
  fireRevision(tx, locked, 'withdraw');
  locked.revision.reason = requireReason(input.reason);
  tx.record(locked.revision, entryDetailsOf(locked.document, locked.revision.reason));
  return locked.revision;
});
