import type { Role } from '../../access/rules/roles.js';
import { defineLifecycle, terminal } from '../../rules/lifecycle.js';
import type { ActionPart } from './parts.js';
import type { NonconformityEnd, NonconformityState } from './lifecycle.js';

/** States of a corrective action (hành động khắc phục). */
export type ActionState = 'OPEN' | 'DONE' | 'ACCEPTED' | 'DROPPED';

/** States in which nothing can happen any more. */
export type ActionEnd = 'ACCEPTED' | 'DROPPED';

/** Verbs of a corrective action. */
export type ActionEvent =
  | 'reportDone'
  | 'noteProgress'
  | 'askExtension'
  | 'grantExtension'
  | 'refuseExtension'
  | 'drop'
  | 'accept'
  | 'return';

/**
 * The lifecycle of one action of a plan. Asking for an extension leaves it OPEN with the request
 * pending; `closing-gates.ts` says when an extension may be asked for and when an action may be dropped.
 */
export const actionLifecycle = defineLifecycle<ActionState, ActionEvent, Role | ActionPart | 'SYSTEM', ActionEnd>(
  'corrective action',
  {
    thing: { vi: 'hành động khắc phục', en: 'the action' },
    initial: 'OPEN',
    states: {
      OPEN: {
        reportDone: { to: 'DONE', by: ['OWNER'], needs: ['whatWasDone', 'evidence'] },
        noteProgress: { to: 'OPEN', by: ['OWNER'], needs: ['note'] },
        askExtension: { to: 'OPEN', by: ['OWNER'], needs: ['newDate', 'reason'] },
        grantExtension: { to: 'OPEN', by: ['EXTENSION_DECIDER'], needs: ['pendingExtension'] },
        refuseExtension: { to: 'OPEN', by: ['EXTENSION_DECIDER'], needs: ['pendingExtension', 'reason'] },
        drop: { to: 'DROPPED', by: ['PLAN_APPROVER'], needs: ['reason', 'otherCorrectiveAction'] },
      },
      DONE: {
        accept: { to: 'ACCEPTED', by: ['VERIFIER'] },
        return: { to: 'OPEN', by: ['VERIFIER'], needs: ['reason'] },
      },
      ACCEPTED: terminal,
      DROPPED: terminal,
    },
    words: {
      OPEN: {
        label: { vi: 'Đang thực hiện', en: 'Open' },
        whatNext: {
          vi: 'Người thực hiện làm, đính kèm bằng chứng và báo xong trước hạn; nếu không kịp thì xin gia hạn.',
          en: 'The owner carries it out, attaches evidence and reports it done in time, or asks for an extension.',
        },
      },
      DONE: {
        label: { vi: 'Đã làm, chờ nhận', en: 'Done, awaiting acceptance' },
        whatNext: {
          vi: 'Người kiểm tra xác nhận xem bằng chứng, rồi chấp nhận hoặc trả lại.',
          en: 'The verifier looks at the evidence, then accepts or returns it.',
        },
      },
      ACCEPTED: {
        label: { vi: 'Đã được chấp nhận', en: 'Accepted' },
        whatNext: { vi: 'Hành động đã xong, không còn việc phải làm.', en: 'It is accepted; nothing is left to do.' },
      },
      DROPPED: {
        label: { vi: 'Đã bỏ', en: 'Dropped' },
        whatNext: { vi: 'Hành động đã được bỏ, không phải làm nữa.', en: 'It was dropped and need not be done.' },
      },
    },
    verbs: {
      reportDone: { vi: 'báo đã làm xong', en: 'report it done' },
      noteProgress: { vi: 'ghi tiến độ', en: 'note the progress' },
      askExtension: { vi: 'xin gia hạn', en: 'ask for an extension' },
      grantExtension: { vi: 'cho gia hạn', en: 'grant the extension' },
      refuseExtension: { vi: 'không cho gia hạn', en: 'refuse the extension' },
      drop: { vi: 'bỏ hành động', en: 'drop it' },
      accept: { vi: 'chấp nhận', en: 'accept it' },
      return: { vi: 'trả lại', en: 'return it' },
    },
  },
);

/** What may happen to an action in each open state of its nonconformity; nothing after the end. */
const eventsWhile: Record<Exclude<NonconformityState, NonconformityEnd>, readonly ActionEvent[]> = {
  ISSUED: [],
  DISPUTED: [],
  RESPONDED: [],
  PLAN_APPROVED: ['reportDone', 'noteProgress', 'askExtension', 'grantExtension', 'refuseExtension', 'drop'],
  ACTIONS_DONE: ['accept', 'return'],
  VERIFIED: [],
};

/** Whether an event of an action is possible while its nonconformity is in this state. */
export function isActionEventOpen(event: ActionEvent, nonconformity: NonconformityState): boolean {
  const events: Partial<Record<NonconformityState, readonly ActionEvent[]>> = eventsWhile;
  return events[nonconformity]?.includes(event) ?? false;
}
