import { addMonths, type LocalDate } from '../../rules/calendar.js';
import type { WorkingCalendar } from '../../rules/working-calendar.js';
import type { Severity } from './facts.js';

/** How long things may take; an authority can set its own. */
export interface DueDateSettings {
  /** Working days to send the plan after issue. */
  planWorkingDays: Record<Severity, number>;
  /** Months after issue by which every action is done. */
  actionMonths: number;
  /** Working days from today for an action that is planned when those months are over already. */
  lateActionWorkingDays: number;
  /** Months after verification at which effectiveness is checked. */
  effectivenessMonths: number;
}

/** The days between which an action may be due, both included. */
export interface ActionWindow {
  today: LocalDate;
  latest: LocalDate;
}

/**
 * Plan 15 (MAJOR) or 30 (MINOR) working days, actions two months from issue, effectiveness check
 * three months after verification (lifecycles of the domain, `finding-categories.tsv`); the ten days
 * for late plans are our own choice.
 */
export const defaultDueDates: DueDateSettings = {
  planWorkingDays: { MAJOR: 15, MINOR: 30 },
  actionMonths: 2,
  lateActionWorkingDays: 10,
  effectivenessMonths: 3,
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

/**
 * Between which days a planned action may be due. Where the term is over before the plan is sent, the
 * unit still must be able to answer: then a few working days from today.
 * @param dueOn the last day for actions, from {@link actionsDueOn} or as extended
 */
export function actionWindow(today: LocalDate, dueOn: LocalDate, calendar: WorkingCalendar, settings = defaultDueDates): ActionWindow {
  return { today, latest: dueOn >= today ? dueOn : calendar.addWorkingDays(today, settings.lateActionWorkingDays) };
}

/** The day from which effectiveness can be judged: a working day. */
export function effectivenessDueOn(verifiedOn: LocalDate, calendar: WorkingCalendar, settings = defaultDueDates): LocalDate {
  return calendar.onOrAfter(addMonths(verifiedOn, settings.effectivenessMonths));
}
