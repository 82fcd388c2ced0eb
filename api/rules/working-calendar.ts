import { addDays, weekday, yearOf, type LocalDate } from './calendar.js';

/** Why a day is not as in an ordinary week (column `kind` of `data/holidays.tsv`). */
export type HolidayKind = 'PUBLIC_HOLIDAY' | 'COMPENSATORY_DAY_OFF' | 'SWAPPED_DAY_OFF' | 'MAKE_UP_WORKDAY';

/** One day that differs from an ordinary week. */
export interface HolidayRow {
  date: LocalDate;
  kind: HolidayKind;
}

/**
 * Working days: Monday to Friday, without holidays and days off in their place, with the Saturdays
 * that are worked for a swapped day. Holidays are data (`data/holidays.tsv`) and passed in.
 *
 * Terms are counted as in Bộ luật Dân sự 2015, Điều 147 and 148: the day on which something happens
 * does not count, and a term that ends on a day off ends on the next working day.
 */
export class WorkingCalendar {
  readonly #exceptions: ReadonlyMap<LocalDate, HolidayKind>;
  readonly #years: ReadonlySet<number>;

  /** @param rows the days that differ from an ordinary week, in any order */
  constructor(rows: Iterable<HolidayRow>) {
    this.#exceptions = new Map([...rows].map(({ date, kind }) => [date, kind]));
    this.#years = new Set([...this.#exceptions.keys()].map(yearOf));
  }

  /** Whether the holidays of that day's year are known; if not, only weekends count as days off. */
  covers(date: LocalDate): boolean {
    return this.#years.has(yearOf(date));
  }

  /** Whether offices work on that day. */
  isWorkingDay(date: LocalDate): boolean {
    const exception = this.#exceptions.get(date);
    if (exception) return exception === 'MAKE_UP_WORKDAY';
    const day = weekday(date);
    return day !== 'SATURDAY' && day !== 'SUNDAY';
  }

  /** That day if it is a working day, otherwise the next one. */
  onOrAfter(date: LocalDate): LocalDate {
    return this.isWorkingDay(date) ? date : this.onOrAfter(addDays(date, 1));
  }

  /** That day if it is a working day, otherwise the one before. */
  onOrBefore(date: LocalDate): LocalDate {
    return this.isWorkingDay(date) ? date : this.onOrBefore(addDays(date, -1));
  }

  /**
   * The n-th working day after a day, the day itself not counted. With a negative n the n-th before
   * it; with 0 the day itself, or the next working day if it is a day off.
   */
  addWorkingDays(date: LocalDate, n: number): LocalDate {
    if (n === 0) return this.onOrAfter(date);
    const step = Math.sign(n);
    let day = date;
    for (let left = Math.abs(n); left > 0;) {
      day = addDays(day, step);
      if (this.isWorkingDay(day)) left -= 1;
    }
    return day;
  }

  /**
   * How many working days lie after `from`, up to and with `to`; negative if `to` is earlier. So
   * `workingDaysBetween(d, addWorkingDays(d, n))` is n for every n other than 0.
   */
  workingDaysBetween(from: LocalDate, to: LocalDate): number {
    const step = from <= to ? 1 : -1;
    let count = 0;
    for (let day = from; day !== to;) {
      day = addDays(day, step);
      if (this.isWorkingDay(day)) count += step;
    }
    return count;
  }
}
