/**
 * A day in Vietnam, `YYYY-MM-DD`. Such strings sort and compare as days do. Only {@link localDate} turns an
 * instant into a day.
 */
export type LocalDate = string;

/** The days of the week, Monday first, as in the column `reception_weekday`. */
export const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const DAY = 86_400_000;
/** Asia/Ho_Chi_Minh has been UTC+7 without summer time since 1975. */
const OFFSET = 7 * 3_600_000;

/** Whether a text is a day that exists, written `YYYY-MM-DD`. */
export function isLocalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && fromTime(time) === text;
}

/** The day in Asia/Ho_Chi_Minh on which an instant falls. */
export function localDate(instant: Date): LocalDate {
  return fromTime(instant.getTime() + OFFSET);
}

/** The first instant of a day in Asia/Ho_Chi_Minh. */
export function startOfDay(date: LocalDate): Date {
  return new Date(toTime(date) - OFFSET);
}

/** A day so many calendar days later (earlier if negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromTime(toTime(date) + days * DAY);
}

/**
 * The same day of the month, so many months later; the last day of that month if it is shorter (Bộ luật Dân sự
 * 2015, Điều 146 and 148). 31 January plus one month is 28 or 29 February.
 */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year, month, day] = partsOf(date);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return fromTime(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)));
}

/** Calendar days from one day to another: positive if `to` is later. */
export function diffDays(from: LocalDate, to: LocalDate): number {
  return Math.round((toTime(to) - toTime(from)) / DAY);
}

/** The day of the week. */
export function weekday(date: LocalDate): Weekday {
  return WEEKDAYS[(new Date(toTime(date)).getUTCDay() + 6) % 7]!;
}

/** The year of a day, as a number. */
export function yearOf(date: LocalDate): number {
  return partsOf(date)[0];
}

/** A day as people write it in Vietnam: `dd/MM/yyyy`. */
export function showDate(date: LocalDate): string {
  const [year, month, day] = date.split('-');
  return `${day}/${month}/${year}`;
}

function partsOf(date: LocalDate): [year: number, month: number, day: number] {
  const [year = NaN, month = NaN, day = NaN] = date.split('-').map(Number);
  return [year, month, day];
}

function toTime(date: LocalDate): number {
  const time = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(time)) throw new RangeError(`Not a date: ${date}`);
  return time;
}

function fromTime(time: number): LocalDate {
  return new Date(time).toISOString().slice(0, 10);
}
