import { placeOf } from '../access/index.js';
import { Person, workingCalendar } from '../organization/index.js';
import { refuse } from '../rules/refusal.js';
import { requireReason, tidyText } from '../rules/text.js';
import { command, type Tx } from '../commands/index.js';
import type { EffectInput, ReturnResultInput, VerifyInput } from './inputs.js';
import { keepRound, lockNonconformity, moveAction, moveOn, reopenAction } from './lock.js';
import type { Nonconformity } from './nonconformity.js';
import { actionOwnerIds } from './policy.js';
import { raiseNonconformity } from './raise.js';
import {
  effectivenessDueOn,
  nonconformityLifecycle,
  requireEffectivenessDue,
  requireVerifiable,
} from './rules/index.js';

/**
 * Accepts what was done, after seeing the evidence; done by somebody who owns none of the actions.
 * @throws Refusal RULE_VIOLATED (OWN_WORK, ON_SITE), INVALID_INPUT without evidence seen
 */
export const verify = command('nonconformity.verify', async (tx, input: VerifyInput) => {
  const nonconformity = await lockNonconformity(tx, input);
  nonconformityLifecycle.transition(nonconformity.state, 'verify');
  requireVerifiable({
    ...input,
    severity: nonconformity.severity,
    verifierId: tx.viewer.personId,
    actionOwnerIds: actionOwnerIds(nonconformity),
  });
  for (const action of nonconformity.actions)
    if (action.state === 'DONE') moveAction(tx, nonconformity, action, 'accept');
  moveOn(tx, nonconformity, 'verify', {
    reason: null,
    verifiedAt: tx.now,
    verifiedOnSite: input.onSite,
    verificationNote: tidyText(input.note) || null,
    effectivenessDueOn: effectivenessDueOn(tx.today, workingCalendar),
  });
  Object.assign(nonconformity, { verifier: tx.em.getReference(Person, tx.viewer.personId) });
  keepRound(tx, nonconformity, { passed: true, onSite: input.onSite, note: nonconformity.verificationNote ?? null });
  tx.record(nonconformity, placeOf(nonconformity));
  return nonconformity;
});

/** The verifier does not accept the result: the named actions must be done again. */
export const returnResult = command('nonconformity.returnResult', async (tx, input: ReturnResultInput) => {
  const nonconformity = await lockNonconformity(tx, input);
  nonconformityLifecycle.transition(nonconformity.state, 'returnResult');
  const reason = requireReason(input.reason);
  for (const id of input.actionIds) {
    const action = [...nonconformity.actions].find((candidate) => candidate.id === id) ?? refuseUnknownAction();
    reopenAction(tx, nonconformity, action, reason);
  }
  moveOn(tx, nonconformity, 'returnResult', { reason });
  keepRound(tx, nonconformity, { passed: false, onSite: null, note: reason });
  tx.record(nonconformity, { ...placeOf(nonconformity), reason });
  return nonconformity;
});

/** The nonconformity has not occurred again: it is closed. @throws Refusal RULE_VIOLATED, rule TOO_EARLY */
export const confirmEffective = command('nonconformity.confirmEffective', async (tx, input: EffectInput) =>
  conclude(tx, input, 'confirmEffective'),
);

/**
 * The nonconformity has occurred again: it is closed as ineffective, and a new nonconformity follows it.
 * @throws Refusal RULE_VIOLATED, rule TOO_EARLY
 */
export const findIneffective = command('nonconformity.findIneffective', async (tx, input: EffectInput) => {
  const before = await conclude(tx, input, 'findIneffective');
  const {
    unit,
    issuer,
    source,
    sourceRecordId,
    sourceReference,
    severity,
    requirement,
    gap,
    clause,
    procedure,
    stepCode,
  } = before;
  await raiseNonconformity(tx, {
    source,
    sourceRecordId,
    sourceReference,
    severity,
    requirement,
    gap,
    stepCode,
    unitId: unit.id,
    issuerId: issuer.id,
    evidence: before.effectivenessNote!,
    clauseId: clause?.id,
    procedureId: procedure?.id,
    detectedOn: tx.today,
    detectedById: tx.viewer.personId,
    followUpOf: before,
  });
  return before;
});

async function conclude(
  tx: Tx,
  input: EffectInput,
  event: 'confirmEffective' | 'findIneffective',
): Promise<Nonconformity> {
  const nonconformity = await lockNonconformity(tx, input);
  moveOn(tx, nonconformity, event, {
    reason: null,
    effectivenessNote: tidyText(input.observed),
    effectJudgedAt: tx.now,
  });
  Object.assign(nonconformity, { effectJudge: tx.em.getReference(Person, tx.viewer.personId) });
  requireEffectivenessDue(tx.today, nonconformity.effectivenessDueOn!);
  tx.record(nonconformity, placeOf(nonconformity));
  return nonconformity;
}

function refuseUnknownAction(): never {
  refuse(
    'INVALID_INPUT',
    { vi: 'Hãy chọn hành động của phiếu này.', en: 'Choose actions of this nonconformity.' },
    { field: 'actionIds' },
  );
}
