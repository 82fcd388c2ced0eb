import { requireReason } from '../rules/text.js';
import { command } from '../commands/index.js';
import type { CancelInput, DiscardInput, WithdrawInput } from './inputs.js';
import { move, placeOf, lockRevision } from './lock.js';

/** Discards a draft. @throws Refusal TRANSITION_NOT_ALLOWED, FORBIDDEN */
export const discard = command('document.discard', async (tx, input: DiscardInput) => {
  const turn = await lockRevision(tx, input);
  move(tx, turn, 'discard');
  tx.record(turn.revision, placeOf(turn.document));
  return turn.revision;
});

/** Cancels an approved revision before it takes effect. @throws Refusal TRANSITION_NOT_ALLOWED, FORBIDDEN, INVALID_INPUT on `reason` */
export const cancel = command('document.cancel', async (tx, input: CancelInput) => {
  const turn = await lockRevision(tx, input);
  move(tx, turn, 'cancel');
  turn.revision.reason = requireReason(input.reason);
  tx.record(turn.revision, placeOf(turn.document, turn.revision.reason));
  return turn.revision;
});

/** Withdraws the revision in force: nobody works by it any more. @throws Refusal TRANSITION_NOT_ALLOWED, FORBIDDEN, INVALID_INPUT on `reason` */
export const withdraw = command('document.withdraw', async (tx, input: WithdrawInput) => {
  const turn = await lockRevision(tx, input);
  move(tx, turn, 'withdraw');
  turn.revision.reason = requireReason(input.reason);
  tx.record(turn.revision, placeOf(turn.document, turn.revision.reason));
  return turn.revision;
});
