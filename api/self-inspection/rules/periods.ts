import {
  addDays,
  addMonths,
  diffDays,
  showDate,
  WEEKDAYS,
  weekday,
  yearOf,
  type LocalDate,
} from '../../rules/calendar.js';
import type { Wording } from '../../rules/refusal.js';
import type { WorkingCalendar } from '../../rules/working-calendar.js';

/** How often a unit inspects itself. */
export type Frequency = 'WEEKLY' | 'MONTHLY' | 'QUARTERLY' | 'YEARLY';

/** When a form opens, is due and becomes missed, relative to its period. */
export interface PeriodOffsets {
  /** Calendar days after the first day of the period at which the form opens. */
  opensAfterDays: number;
  /** Working days after the last day of the period; 0 = the last working day of the period. */
  dueAfterWorkingDays: number;
  /** Working days after the due day on which a late form is still accepted; then the period counts as missed. */
  lateAfterWorkingDays: number;
}

/** Our own choice; a schedule can set its own. */
export const defaultOffsets: Record<Frequency, PeriodOffsets> = {
  WEEKLY: { opensAfterDays: 0, dueAfterWorkingDays: 0, lateAfterWorkingDays: 2 },
  MONTHLY: { opensAfterDays: 14, dueAfterWorkingDays: 3, lateAfterWorkingDays: 5 },
  QUARTERLY: { opensAfterDays: 60, dueAfterWorkingDays: 5, lateAfterWorkingDays: 10 },
  YEARLY: { opensAfterDays: 300, dueAfterWorkingDays: 0, lateAfterWorkingDays: 10 },
};

/** One period of a schedule. */
export interface Period {
  frequency: Frequency;
  /** `2026-W47` (ISO 8601), `2026-11`, `2026-Q4` or `2026`. */
  key: string;
  /** First and last day of the period. */
  start: LocalDate;
  end: LocalDate;
  opensOn: LocalDate;
  /** Last day to submit in time: a working day. */
  dueOn: LocalDate;
  /** Last day to submit late: a working day. After it the period is missed. */
  lateUntil: LocalDate;
}

/** The period in which a day lies. */
export function periodOf(
  frequency: Frequency,
  date: LocalDate,
  calendar: WorkingCalendar,
  offsets = defaultOffsets[frequency],
): Period {
  const { key, start, end } = spans[frequency](date);
  const opensOn = addDays(start, offsets.opensAfterDays);
  const dueOn = dueDay(opensOn, end, offsets.dueAfterWorkingDays, calendar);
  const lateUntil = calendar.addWorkingDays(dueOn, offsets.lateAfterWorkingDays);
  return { frequency, key, start, end, opensOn, dueOn, lateUntil };
}

/** The period after another one, with the same offsets. */
export function nextPeriod(
  { frequency, end }: Period,
  calendar: WorkingCalendar,
  offsets = defaultOffsets[frequency],
): Period {
  return periodOf(frequency, addDays(end, 1), calendar, offsets);
}

/** Whether a form submitted on that day is late. */
export function isLate({ dueOn }: Pick<Period, 'dueOn'>, submittedOn: LocalDate): boolean {
  return submittedOn > dueOn;
}

/** Never before the form opens: in a week without a working day it is due on the first working day after it. */
function dueDay(opensOn: LocalDate, end: LocalDate, workingDays: number, calendar: WorkingCalendar): LocalDate {
  const due = workingDays > 0 ? calendar.addWorkingDays(end, workingDays) : calendar.onOrBefore(end);
  return due >= opensOn ? due : calendar.onOrAfter(opensOn);
}

type Span = Pick<Period, 'key' | 'start' | 'end'>;

const spans: Record<Frequency, (date: LocalDate) => Span> = {
  WEEKLY: weekOf,
  MONTHLY(date) {
    const key = date.slice(0, 7);
    return monthsFrom(key, `${key}-01`, 1);
  },
  QUARTERLY(date) {
    const quarter = Math.ceil(Number(date.slice(5, 7)) / 3);
    const firstMonth = String(quarter * 3 - 2).padStart(2, '0');
    return monthsFrom(`${yearOf(date)}-Q${quarter}`, `${yearOf(date)}-${firstMonth}-01`, 3);
  },
  YEARLY: (date) => monthsFrom(`${yearOf(date)}`, `${yearOf(date)}-01-01`, 12),
};

function monthsFrom(key: string, start: LocalDate, months: number): Span {
  return { key, start, end: addDays(addMonths(start, months), -1) };
}

/** ISO 8601: weeks begin on Monday and belong to the year in which their Thursday lies. */
function weekOf(date: LocalDate): Span {
  const start = addDays(date, -WEEKDAYS.indexOf(weekday(date)));
  const thursday = addDays(start, 3);
  const year = yearOf(thursday);
  const week = Math.floor(diffDays(`${year}-01-01`, thursday) / 7) + 1;
  return { key: `${year}-W${String(week).padStart(2, '0')}`, start, end: addDays(start, 6) };
}

/** For how many months back forms are opened afterwards, if no server ran. */
const monthsMadeUpFor = 12;

/** Since when a schedule runs, and the newest period for which it opened a form. */
export interface Opened {
  /** First day of the schedule; periods that ended before it are left out. */
  from: LocalDate;
  /** First day of the newest period for which it opened a form; null when it opened none yet. */
  lastStart: LocalDate | null;
}

/**
 * The periods of a schedule for which forms should exist on a day, oldest first: those that are open, and those
 * that opened and ended while no server ran, at most twelve months back. The latter are opened too, so that
 * they are counted as missed and not forgotten.
 */
export function openPeriods(
  frequency: Frequency,
  today: LocalDate,
  { from, lastStart }: Opened,
  calendar: WorkingCalendar,
  offsets = defaultOffsets[frequency],
): Period[] {
  const earliest = [from, addMonths(today, -monthsMadeUpFor)].toSorted().at(-1)!;
  const isWanted = ({ start, lateUntil }: Period) => today <= lateUntil || lastStart === null || start > lastStart;
  const periods: Period[] = [];
  for (
    let period = periodOf(frequency, today, calendar, offsets);
    period.end >= earliest;
    period = periodOf(frequency, addDays(period.start, -1), calendar, offsets)
  ) {
    if (period.opensOn <= today && isWanted(period)) periods.unshift(period);
  }
  return periods;
}

/** The last periods up to the one of a day, oldest first. */
export function lastPeriods(
  frequency: Frequency,
  today: LocalDate,
  count: number,
  calendar: WorkingCalendar,
): Period[] {
  const periods = [periodOf(frequency, today, calendar)];
  while (periods.length < count) periods.unshift(periodOf(frequency, addDays(periods[0]!.start, -1), calendar));
  return periods;
}

/** The period as people say it: “tuần 47 năm 2026”, “tháng 11/2026”, “quý 4/2026”, “năm 2026”, or the day. */
export function periodWords(key: string): Wording {
  const [, year, part] = /^(\d{4})(?:-(.+))?$/.exec(key) ?? [];
  if (!part) return { vi: `năm ${year ?? key}`, en: year ?? key };
  if (part.startsWith('W'))
    return { vi: `tuần ${Number(part.slice(1))} năm ${year}`, en: `week ${Number(part.slice(1))}, ${year}` };
  if (part.startsWith('Q')) return { vi: `quý ${part.slice(1)}/${year}`, en: `quarter ${part.slice(1)}, ${year}` };
  if (part.length > 2) return { vi: `ngày ${showDate(key)}`, en: showDate(key) };
  return { vi: `tháng ${part}/${year}`, en: `${part}/${year}` };
}
