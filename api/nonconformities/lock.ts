import { sql } from 'kysely';
import { fire, isId, refuseNotFound, placeOf } from '../access/index.js';
import { Person, workingCalendar } from '../organization/index.js';
import { newId } from '../platform/ids.js';
import { localDate } from '../rules/calendar.js';
import { refuse } from '../rules/refusal.js';
import type { Tx } from '../commands/index.js';
import { CorrectiveAction } from './corrective-action.js';
import { Nonconformity } from './nonconformity.js';
import { actionAccess, nonconformityAccess } from './policy.js';
import {
  actionLifecycle,
  actionsSettled,
  dueAfterReturn,
  isActionEventOpen,
  nextDueOn,
  nonconformityLifecycle,
  type ActionEvent,
  type NonconformityEvent,
} from './rules/index.js';
import { Verification } from './verification.js';

/** A record and the version the person saw. */
interface Seen {
  id: string;
  version: number;
}

/** Loads a nonconformity with its actions for change. @throws Refusal NOT_FOUND, VERSION_CONFLICT */
export async function lockNonconformity(tx: Tx, { id, version }: Seen): Promise<Nonconformity> {
  const nonconformity = await tx.lock(Nonconformity, id, version);
  await nonconformity.actions.init();
  return nonconformity;
}

/**
 * Loads an action for change, with its nonconformity. The row of the nonconformity is locked first, so that
 * changes of one plan run one after the other and the end of the last action is always noticed.
 * @throws Refusal NOT_FOUND, VERSION_CONFLICT
 */
export async function lockAction(
  tx: Tx,
  { id, version }: Seen,
): Promise<{ nonconformity: Nonconformity; action: CorrectiveAction }> {
  if (!isId(id)) refuseNotFound();
  const { rows } = await sql<{
    id: string;
  }>`select nonconformity_id as id from corrective_action where id = ${id}`.execute(tx.kysely);
  const nonconformity = await tx.lock(Nonconformity, rows[0]?.id ?? '');
  const action = await tx.lock(CorrectiveAction, id, version);
  await nonconformity.actions.init();
  return { nonconformity, action };
}

/**
 * Fires an event: sets the next state of the nonconformity and the due date of the next step.
 * @param changes what else the event changes
 * @throws Refusal TRANSITION_NOT_ALLOWED, FORBIDDEN
 */
export function moveOn(
  tx: Tx,
  nonconformity: Nonconformity,
  event: NonconformityEvent,
  changes: Partial<Nonconformity> = {},
  actors = nonconformityAccess.actorsOf(tx.viewer, nonconformity, tx.today),
): void {
  nonconformity.state = fire(nonconformityLifecycle, nonconformity.state, event, actors);
  nonconformity.stateSince = tx.now;
  Object.assign(nonconformity, changes);
  if (nonconformityLifecycle.isTerminal(nonconformity.state)) nonconformity.closedAt = tx.now;
  settleDueDate(nonconformity);
}

const actorsOnAction = (
  tx: Tx,
  nonconformity: Nonconformity,
  { id, kind, state, owner, dueOn, extensionTo }: CorrectiveAction,
) =>
  actionAccess.actorsOf(
    tx.viewer,
    { id, kind, state, owner, dueOn, extensionTo: extensionTo ?? null, nonconformity },
    tx.today,
  );

/**
 * Fires an event of an action.
 * @throws Refusal TRANSITION_NOT_ALLOWED (also when the nonconformity is not where it is possible), FORBIDDEN
 */
export function moveAction(tx: Tx, nonconformity: Nonconformity, action: CorrectiveAction, event: ActionEvent): void {
  const to = fire(actionLifecycle, action.state, event, actorsOnAction(tx, nonconformity, action));
  requireOpen(nonconformity, event);
  if (to === action.state) return;
  action.state = to;
  action.stateSince = tx.now;
}

/** The verifier returns an action to its owner, who gets some days for it even when its due date is past. */
export function reopenAction(tx: Tx, nonconformity: Nonconformity, action: CorrectiveAction, reason: string): void {
  moveAction(tx, nonconformity, action, 'return');
  Object.assign(action, { reason, doneAt: null, dueOn: dueAfterReturn(action.dueOn, tx.today, workingCalendar) });
}

/** Keeps a round of verification, so that the slip can show all of them. */
export function keepRound(
  tx: Tx,
  nonconformity: Nonconformity,
  outcome: Pick<Verification, 'passed' | 'onSite' | 'note'>,
): void {
  tx.create(Verification, {
    id: newId(tx.now),
    nonconformity,
    by: tx.em.getReference(Person, tx.viewer.personId),
    at: tx.now,
    ...outcome,
  });
}

/** After a change of actions: with the last one done the nonconformity moves on by itself; the next due date is set. */
export function followActions(tx: Tx, nonconformity: Nonconformity): void {
  if (nonconformity.state === 'PLAN_APPROVED' && actionsSettled([...nonconformity.actions])) {
    moveOn(tx, nonconformity, 'reportDone', {}, ['SYSTEM']);
    tx.record(nonconformity, { ...placeOf(nonconformity), verb: 'nonconformity.reportDone', bySystem: true });
  } else settleDueDate(nonconformity);
}

function settleDueDate(nonconformity: Nonconformity): void {
  const { state, stateSince, planDueOn, actionsDueOn, effectivenessDueOn } = nonconformity;
  const open = [...nonconformity.actions].filter((action) => action.state === 'OPEN');
  nonconformity.dueOn = nextDueOn(
    {
      state,
      since: localDate(stateSince),
      planDueOn,
      actionsDueOn,
      effectivenessDueOn: effectivenessDueOn ?? null,
      openActionsDueOn: open.map(({ dueOn }) => dueOn),
    },
    workingCalendar,
  );
}

function requireOpen({ state }: Nonconformity, event: ActionEvent): void {
  if (isActionEventOpen(event, state)) return;
  const { label, whatNext } = nonconformityLifecycle.words[state];
  const verb = actionLifecycle.verbs[event];
  refuse('TRANSITION_NOT_ALLOWED', {
    vi: `Chưa thể ${verb.vi}: phiếu KPH đang ở trạng thái “${label.vi}”. ${whatNext.vi}`,
    en: `It is not possible to ${verb.en} now: the nonconformity is “${label.en}”. ${whatNext.en}`,
  });
}
