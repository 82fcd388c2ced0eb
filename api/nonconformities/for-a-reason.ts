import { placeOf } from '../access/index.js';
import { requireReason } from '../rules/text.js';
import { command } from '../commands/index.js';
import type { ReasonInput } from '../platform/graphql/command-input.js';
import { lockNonconformity, moveOn } from './lock.js';
import type { NonconformityEvent } from './rules/index.js';

/** A command that fires one event with a reason and changes nothing else. */
const forReason = (event: NonconformityEvent) =>
  command(`nonconformity.${event}`, async (tx, input: ReasonInput) => {
    const nonconformity = await lockNonconformity(tx, input);
    moveOn(tx, nonconformity, event);
    const reason = requireReason(input.reason);
    nonconformity.reason = reason;
    tx.record(nonconformity, { ...placeOf(nonconformity), reason });
    return nonconformity;
  });

/** The unit does not agree that it is a nonconformity. */
export const dispute = forReason('dispute');

/** The dispute is decided: it is a nonconformity. */
export const uphold = forReason('uphold');

/** The issuer, or the person who decides the dispute, withdraws it. */
export const withdrawNonconformity = forReason('withdraw');

/** The approver sends the plan back to the unit. */
export const returnPlan = forReason('returnPlan');

/** The unit takes an approved plan back to revise it. */
export const revisePlan = forReason('revisePlan');
