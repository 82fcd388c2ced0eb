import { addMonths, type LocalDate } from '../../rules/calendar.js';
import type { WorkingCalendar } from '../../rules/working-calendar.js';
import type { Severity } from './facts.js';

/** How long things may take; an authority can set its own. */
export interface DueDateSettings {
  /** Working days to send the plan after issue. */
  planWorkingDays: Record<Severity, number>;
  /** Months after issue by which every action is done. */
  actionMonths: number;
  /** Months after verification at which effectiveness is checked. */
  effectivenessMonths: number;
}

/**
 * Plan 15 (MAJOR) or 30 (MINOR) working days, actions two months from issue, effectiveness check
 * three months after verification (lifecycles of the domain, `finding-categories.tsv`).
 */
export const defaultDueDates: DueDateSettings = {
  planWorkingDays: { MAJOR: 15, MINOR: 30 },
  actionMonths: 2,
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

/** The day from which effectiveness can be judged: a working day. */
export function effectivenessDueOn(verifiedOn: LocalDate, calendar: WorkingCalendar, settings = defaultDueDates): LocalDate {
  return calendar.onOrAfter(addMonths(verifiedOn, settings.effectivenessMonths));
}
