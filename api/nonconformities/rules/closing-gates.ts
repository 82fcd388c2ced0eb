import { isLocalDate, showDate, type LocalDate } from '../../rules/calendar.js';
import { refuse } from '../../rules/refusal.js';
import type { ActionState } from './action-lifecycle.js';
import type { ActionKind, Severity } from './facts.js';
import { fulfils } from '../../rules/parts.js';
import { nonconformityGates } from './parts.js';

/** An action as the gates see it. */
export interface ActionFacts {
  id: string;
  kind: ActionKind;
  state: ActionState;
}

/** Whether every action is DONE, ACCEPTED or DROPPED, and at least one of them was really done. */
export function actionsSettled(actions: readonly Pick<ActionFacts, 'state'>[]): boolean {
  return fulfils(nonconformityGates.actionsSettled, { actions }, '');
}

/**
 * Gate of `reportDone` of a nonconformity.
 * @throws Refusal RULE_VIOLATED, rule ACTIONS_OPEN, with the number of actions that are still open.
 */
export function requireActionsSettled(actions: readonly Pick<ActionFacts, 'state'>[]): void {
  if (actionsSettled(actions)) return;
  const open = actions.filter(({ state }) => state === 'OPEN').length;
  refuse(
    'RULE_VIOLATED',
    {
      vi: `Còn ${open} hành động chưa xong: hãy báo xong hoặc đề nghị bỏ trước khi báo đã khắc phục.`,
      en: `${open} actions are still open: report them done or have them dropped first.`,
    },
    { rule: 'ACTIONS_OPEN' },
  );
}

/** What a verifier states. */
export interface VerificationFacts {
  severity: Severity;
  verifierId: string;
  actionOwnerIds: readonly string[];
  /** Whether the verifier has seen the evidence. */
  evidenceSeen: boolean;
  /** Whether that was at the unit itself. */
  onSite: boolean;
}

/**
 * Gate of `verify`.
 * @throws Refusal RULE_VIOLATED: OWN_WORK (an owner verifies nothing of this nonconformity),
 *   ON_SITE (a MAJOR one is verified on site, `finding-categories.tsv`); INVALID_INPUT without evidence seen.
 */
export function requireVerifiable({
  severity,
  verifierId,
  actionOwnerIds,
  evidenceSeen,
  onSite,
}: VerificationFacts): void {
  // Nobody verifies their own work (ISO 9001:2015, 9.2.2 c).
  if (actionOwnerIds.includes(verifierId)) {
    refuse(
      'RULE_VIOLATED',
      {
        vi: 'Bạn là người thực hiện một hành động của phiếu này: hãy để người khác kiểm tra xác nhận.',
        en: 'You own one of the actions of this nonconformity: let someone else verify it.',
      },
      { rule: 'OWN_WORK' },
    );
  }
  if (!evidenceSeen) {
    refuse(
      'INVALID_INPUT',
      {
        vi: 'Hãy xem bằng chứng của các hành động và ghi nhận đã xem trước khi xác nhận.',
        en: 'Look at the evidence of the actions and say so before you verify.',
      },
      { field: 'evidenceSeen' },
    );
  }
  if (severity === 'MAJOR' && !onSite) {
    refuse(
      'RULE_VIOLATED',
      {
        vi: 'KPH nặng phải được kiểm tra xác nhận tại chỗ: hãy đến đơn vị rồi đánh dấu “tại chỗ”.',
        en: 'A major nonconformity is verified on site: go to the unit, then tick “on site”.',
      },
      { rule: 'ON_SITE', field: 'onSite' },
    );
  }
}

/**
 * Gate of `confirmEffective` and `findIneffective`: from the set day on.
 * @throws Refusal RULE_VIOLATED, rule TOO_EARLY.
 */
export function requireEffectivenessDue(today: LocalDate, dueOn: LocalDate): void {
  if (today >= dueOn) return;
  refuse(
    'RULE_VIOLATED',
    {
      vi: `Chưa đến ngày kiểm tra hiệu lực: hãy kiểm tra từ ngày ${showDate(dueOn)}.`,
      en: `It is too early to judge effectiveness: check from ${showDate(dueOn)} on.`,
    },
    { rule: 'TOO_EARLY' },
  );
}

/** Whether a CORRECTIVE action remains that is not dropped, besides this one. */
export function otherCorrectiveRemains(actionId: string, actions: readonly ActionFacts[]): boolean {
  return actions.some(({ id, kind, state }) => id !== actionId && kind === 'CORRECTIVE' && state !== 'DROPPED');
}

/**
 * Gate of dropping an action: another CORRECTIVE one must remain that is not dropped itself.
 * @throws Refusal RULE_VIOLATED, rule LAST_CORRECTIVE_ACTION.
 */
export function requireOtherCorrectiveAction(actionId: string, actions: readonly ActionFacts[]): void {
  if (otherCorrectiveRemains(actionId, actions)) return;
  refuse(
    'RULE_VIOLATED',
    {
      vi: 'Phải còn ít nhất một hành động khắc phục khác: hãy đề nghị làm lại kế hoạch thay vì bỏ hành động này.',
      en: 'Another corrective action must remain: have the plan revised instead of dropping this one.',
    },
    { rule: 'LAST_CORRECTIVE_ACTION' },
  );
}

/** Between which days an extension may end. */
export interface ExtensionWindow {
  today: LocalDate;
  /** The present due date. */
  dueOn: LocalDate;
  /** The last day to which any action of the nonconformity may be extended. */
  latest: LocalDate;
}

/** Whether a later due date can still be asked for. */
export const mayBeExtended = ({ today, dueOn, latest }: ExtensionWindow): boolean => dueOn < latest && today <= latest;

/**
 * Gate of asking for an extension: a day later than the present due date, not past, and not after
 * the last day allowed.
 * @throws Refusal on the field `dueOn`: INVALID_INPUT; RULE_VIOLATED, rule EXTENSION_TOO_LONG, after the last day
 */
export function requireExtensionDay(newDueOn: LocalDate, window: ExtensionWindow): void {
  const { today, dueOn, latest } = window;
  const last = showDate(latest);
  if (!mayBeExtended(window)) {
    refuse(
      'RULE_VIOLATED',
      {
        vi: `Không gia hạn thêm được: ngày cuối cùng được phép là ${last}. Hãy làm và báo xong, hoặc đề nghị làm lại kế hoạch.`,
        en: `No further extension is possible: the last day allowed is ${last}. Carry it out, or have the plan revised.`,
      },
      { rule: 'EXTENSION_TOO_LONG', field: 'dueOn' },
    );
  }
  if (!isLocalDate(newDueOn) || newDueOn <= dueOn || newDueOn < today) {
    const after = dueOn >= today ? dueOn : today;
    refuse(
      'INVALID_INPUT',
      {
        vi: `Hãy chọn hạn mới sau ngày ${showDate(after)}, chậm nhất ${last}.`,
        en: `Choose a new due date after ${showDate(after)}, ${last} at the latest.`,
      },
      { field: 'dueOn' },
    );
  }
  if (newDueOn <= latest) return;
  refuse(
    'RULE_VIOLATED',
    {
      vi: `Hạn mới chậm nhất là ${last}: phiếu để lâu hơn thì không kịp khép lại trước kỳ đánh giá sau.`,
      en: `The new due date is ${last} at the latest: left open longer, it would not be closed before the next audit.`,
    },
    { rule: 'EXTENSION_TOO_LONG', field: 'dueOn' },
  );
}

/**
 * Gate of granting: the day that was asked for must not have passed meanwhile.
 * @throws Refusal RULE_VIOLATED, rule EXTENSION_PAST
 */
export function requireExtensionAhead(newDueOn: LocalDate, today: LocalDate): void {
  if (newDueOn >= today) return;
  refuse(
    'RULE_VIOLATED',
    {
      vi: `Ngày xin gia hạn (${showDate(newDueOn)}) đã qua: hãy từ chối để người thực hiện xin lại với ngày khác.`,
      en: `The day asked for (${showDate(newDueOn)}) is past: refuse it, so that the owner can ask for another day.`,
    },
    { rule: 'EXTENSION_PAST' },
  );
}

/**
 * Gate of granting or refusing an extension.
 * @throws Refusal RULE_VIOLATED, rule NO_EXTENSION_ASKED.
 */
export function requirePendingExtension(pending: boolean): void {
  if (pending) return;
  refuse(
    'RULE_VIOLATED',
    {
      vi: 'Hành động này không có đề nghị gia hạn nào đang chờ.',
      en: 'No extension of this action is waiting for an answer.',
    },
    { rule: 'NO_EXTENSION_ASKED' },
  );
}
