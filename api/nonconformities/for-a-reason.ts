import { requireReason } from '../rules/text.js';
import { command } from '../commands/index.js';
import type { ReasonInput } from '../platform/graphql/command-input.js';
import { lockNonconformity, moveOn, placeOf } from './lock.js';
import type { NonconformityEvent } from './rules/index.js';

/** A command that fires one event for a reason and changes nothing else. */
const forReason = (event: NonconformityEvent) =>
  command(`nonconformity.${event}`, async (tx, input: ReasonInput) => {
    const nonconformity = await lockNonconformity(tx, input);
    moveOn(tx, nonconformity, event);
    const reason = requireReason(input.reason);
    nonconformity.reason = reason;
    tx.record(nonconformity, { ...placeOf(nonconformity), reason });
    return nonconformity;
  });

/** The unit does not agree that it is one. */
export const dispute = forReason('dispute');

/** Who decides the dispute finds that it is one. */
export const uphold = forReason('uphold');

/** Who issued it, or who decides its dispute, takes it back. */
export const withdrawNonconformity = forReason('withdraw');

/** The approver sends the plan back to the unit. */
export const returnPlan = forReason('returnPlan');

/** The unit takes an approved plan back to make a better one. */
export const revisePlan = forReason('revisePlan');
