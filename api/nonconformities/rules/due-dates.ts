import { addMonths, type LocalDate } from '../../rules/calendar.js';
import type { WorkingCalendar } from '../../rules/working-calendar.js';
import type { Severity } from './facts.js';
import type { NonconformityEnd, NonconformityState } from './lifecycle.js';

/** The terms for each step; an authority can set its own. */
export interface DueDateSettings {
  /** Working days to send the plan after issue. */
  planWorkingDays: Record<Severity, number>;
  /** Months after issue by which every action is done. */
  actionMonths: number;
  /** Months after issue beyond which no action is extended. */
  extensionMonths: number;
  /** Working days from today for an action that is planned after those months are over. */
  lateActionWorkingDays: number;
  /** Months after verification at which effectiveness is checked. */
  effectivenessMonths: number;
  /** Working days to decide on a dispute or a plan, and least time to answer again after a return. */
  decisionWorkingDays: number;
  /** Working days to verify what was done, and later to evaluate its effectiveness. */
  verificationWorkingDays: number;
}

/** The days between which an action may be due, both included. */
export interface ActionWindow {
  today: LocalDate;
  latest: LocalDate;
}

/**
 * Plan 15 (MAJOR) or 30 (MINOR) working days, actions two months from issue, effectiveness check three months
 * after verification (lifecycles of the domain, `finding-categories.tsv`). Our own choices, because the texts
 * set no term: six months for the longest extension (with three months to the effectiveness check, it is closed
 * before the audit of the next year), ten days for late plans, and the days to decide and to verify.
 */
export const defaultDueDates: DueDateSettings = {
  planWorkingDays: { MAJOR: 15, MINOR: 30 },
  actionMonths: 2,
  extensionMonths: 6,
  lateActionWorkingDays: 10,
  effectivenessMonths: 3,
  decisionWorkingDays: 5,
  verificationWorkingDays: 10,
};

/** The last day to send the plan. */
export function planDueOn(
  issuedOn: LocalDate,
  severity: Severity,
  calendar: WorkingCalendar,
  settings = defaultDueDates,
): LocalDate {
  return calendar.addWorkingDays(issuedOn, settings.planWorkingDays[severity]);
}

/**
 * The last day for any action, unless extended. A term that ends on a day off ends on the next
 * working day (Bộ luật Dân sự 2015, Điều 148.5).
 */
export function actionsDueOn(issuedOn: LocalDate, calendar: WorkingCalendar, settings = defaultDueDates): LocalDate {
  return calendar.onOrAfter(addMonths(issuedOn, settings.actionMonths));
}

/**
 * Between which days a planned action may be due. If the term is over before the plan is sent, the unit must
 * still be able to answer; then it gets a few working days from today.
 * @param dueOn the last day for actions, from {@link actionsDueOn} or as extended
 */
export function actionWindow(
  today: LocalDate,
  dueOn: LocalDate,
  calendar: WorkingCalendar,
  settings = defaultDueDates,
): ActionWindow {
  return { today, latest: dueOn >= today ? dueOn : calendar.addWorkingDays(today, settings.lateActionWorkingDays) };
}

/** The last day to which any action may be extended. */
export function extensionLimit(issuedOn: LocalDate, calendar: WorkingCalendar, settings = defaultDueDates): LocalDate {
  return calendar.onOrAfter(addMonths(issuedOn, settings.extensionMonths));
}

/** The day from which effectiveness can be evaluated: a working day. */
export function effectivenessDueOn(
  verifiedOn: LocalDate,
  calendar: WorkingCalendar,
  settings = defaultDueDates,
): LocalDate {
  return calendar.onOrAfter(addMonths(verifiedOn, settings.effectivenessMonths));
}

/** The due date of an action that the verifier returns; never in the past, so that the owner can meet it. */
export function dueAfterReturn(
  dueOn: LocalDate,
  today: LocalDate,
  calendar: WorkingCalendar,
  settings = defaultDueDates,
): LocalDate {
  return later(dueOn, calendar.addWorkingDays(today, settings.decisionWorkingDays));
}

/** What the next due date depends on. */
export interface DueFacts {
  state: NonconformityState;
  /** The day on which it came into this state. */
  since: LocalDate;
  planDueOn: LocalDate;
  actionsDueOn: LocalDate;
  effectivenessDueOn: LocalDate | null;
  /** Due days of the actions that are still OPEN. */
  openActionsDueOn: readonly LocalDate[];
}

/** What a due rule works with. */
interface DueTools {
  settings: DueDateSettings;
  /** The day so many working days after another, which is the day of the state where left out. */
  within(workingDays: number, from?: LocalDate): LocalDate;
}

/**
 * The day by which the next step must be done, in every state that is not an end. While actions are carried out
 * it is the day of the first one that is still open. Effectiveness can be evaluated from `effectivenessDueOn`
 * on, and the term for it begins on that day.
 */
const dueIn: Record<Exclude<NonconformityState, NonconformityEnd>, (facts: DueFacts, tools: DueTools) => LocalDate> = {
  ISSUED: ({ planDueOn: planDue }, { settings, within }) => later(planDue, within(settings.decisionWorkingDays)),
  DISPUTED: (_, { settings, within }) => within(settings.decisionWorkingDays),
  RESPONDED: (_, { settings, within }) => within(settings.decisionWorkingDays),
  PLAN_APPROVED: ({ openActionsDueOn, actionsDueOn: allDue, since }) =>
    [...openActionsDueOn].sort()[0] ?? later(allDue, since),
  ACTIONS_DONE: (_, { settings, within }) => within(settings.verificationWorkingDays),
  VERIFIED: ({ effectivenessDueOn: effectDue, since }, { settings, within }) =>
    within(settings.verificationWorkingDays, effectDue ?? since),
};

/** The day by which the next step must be done, whoever has to do it; null when nothing is due any more. */
export function nextDueOn(
  facts: DueFacts,
  calendar: WorkingCalendar,
  settings: DueDateSettings = defaultDueDates,
): LocalDate | null {
  const rule = (dueIn as Partial<Record<NonconformityState, (typeof dueIn)['ISSUED']>>)[facts.state];
  const within = (workingDays: number, from = facts.since) => calendar.addWorkingDays(from, workingDays);
  return rule?.(facts, { settings, within }) ?? null;
}

const later = (a: LocalDate, b: LocalDate) => (a > b ? a : b);
