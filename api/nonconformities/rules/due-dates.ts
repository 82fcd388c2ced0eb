import { addMonths, type LocalDate } from '../../rules/calendar.js';
import type { WorkingCalendar } from '../../rules/working-calendar.js';
import type { Severity } from './facts.js';
import type { NonconformityState } from './lifecycle.js';

/** How long things may take; an authority can set its own. */
export interface DueDateSettings {
  /** Working days to send the plan after issue. */
  planWorkingDays: Record<Severity, number>;
  /** Months after issue by which every action is done. */
  actionMonths: number;
  /** Months after verification at which effectiveness is checked. */
  effectivenessMonths: number;
  /** Working days to decide on a dispute or a plan, and least time to answer again after a return. */
  decisionWorkingDays: number;
  /** Working days to verify what was done, and to judge its effect once that can be judged. */
  verificationWorkingDays: number;
  /** Working days that a plan may always take, however late it is made. */
  leastActionWorkingDays: number;
}

/**
 * Plan 15 (MAJOR) or 30 (MINOR) working days, actions two months from issue, effectiveness check
 * three months after verification (lifecycles of the domain, `finding-categories.tsv`). The days to
 * decide and to verify are our own choice: the texts set none, and what has no term is left lying.
 */
export const defaultDueDates: DueDateSettings = {
  planWorkingDays: { MAJOR: 15, MINOR: 30 },
  actionMonths: 2,
  effectivenessMonths: 3,
  decisionWorkingDays: 5,
  verificationWorkingDays: 10,
  leastActionWorkingDays: 10,
};

/** The last day to send the plan. */
export function planDueOn(issuedOn: LocalDate, severity: Severity, calendar: WorkingCalendar, settings = defaultDueDates): LocalDate {
  return calendar.addWorkingDays(issuedOn, settings.planWorkingDays[severity]);
}

/**
 * The last day for any action, unless extended. A term that ends on a day off ends on the next
 * working day (Bộ luật Dân sự 2015, Điều 148.5).
 */
export function actionsDueOn(issuedOn: LocalDate, calendar: WorkingCalendar, settings = defaultDueDates): LocalDate {
  return calendar.onOrAfter(addMonths(issuedOn, settings.actionMonths));
}

/** The day from which effectiveness can be judged: a working day. */
export function effectivenessDueOn(verifiedOn: LocalDate, calendar: WorkingCalendar, settings = defaultDueDates): LocalDate {
  return calendar.onOrAfter(addMonths(verifiedOn, settings.effectivenessMonths));
}

/** The last day that an action of a plan made today may have: never less than ten working days off. */
export function latestActionDay(today: LocalDate, actionsDueOn: LocalDate, calendar: WorkingCalendar, settings = defaultDueDates): LocalDate {
  return later(actionsDueOn, calendar.addWorkingDays(today, settings.leastActionWorkingDays));
}

/** The due day of an action that the verifier returns: never past, so that it can still be met. */
export function dueAfterReturn(dueOn: LocalDate, today: LocalDate, calendar: WorkingCalendar, settings = defaultDueDates): LocalDate {
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

/**
 * The day by which the next step must be done, whoever owes it; null when nothing is owed any more.
 * While actions are carried out it is the day of the first one that is still open. The effect can be
 * judged from `effectivenessDueOn` on, so that the term for judging it ends later.
 */
export function nextDueOn(facts: DueFacts, calendar: WorkingCalendar, settings = defaultDueDates): LocalDate | null {
  const within = (days: number, from = facts.since) => calendar.addWorkingDays(from, days);
  switch (facts.state) {
    case 'ISSUED':
      return later(facts.planDueOn, within(settings.decisionWorkingDays));
    case 'DISPUTED':
    case 'RESPONDED':
      return within(settings.decisionWorkingDays);
    case 'PLAN_APPROVED':
      return [...facts.openActionsDueOn].sort()[0] ?? later(facts.actionsDueOn, facts.since);
    case 'ACTIONS_DONE':
      return within(settings.verificationWorkingDays);
    case 'VERIFIED':
      return within(settings.verificationWorkingDays, facts.effectivenessDueOn ?? facts.since);
    default:
      return null;
  }
}

const later = (a: LocalDate, b: LocalDate) => (a > b ? a : b);
