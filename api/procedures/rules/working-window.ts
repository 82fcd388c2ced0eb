import type { Limit } from './content.js';

/** Working hours of a working day. */
export const HOURS_PER_DAY = 8;

/**
 * The working hours within a limit, 8 for each working day; null if there is no limit. SAME_DAY 8; n
 * WORKING_DAYS 8 × n; n CALENDAR_DAYS 8 × (5 × ⌊n/7⌋ + max(0, n mod 7 − 2)), the worst position of the
 * weekends. Public holidays are not counted here.
 * @throws RangeError if days are counted and their number is missing or below 1
 */
export function workingWindow({ value, unit }: Limit): number | null {
  switch (unit) {
    case 'NONE':
      return null;
    case 'SAME_DAY':
      return HOURS_PER_DAY;
    case 'WORKING_DAYS':
      return HOURS_PER_DAY * days(value);
    case 'CALENDAR_DAYS': {
      const n = days(value);
      return HOURS_PER_DAY * (5 * Math.floor(n / 7) + Math.max(0, (n % 7) - 2));
    }
  }
}

function days(value: number | null): number {
  if (value === null || !(value >= 1)) throw new RangeError(`A limit in days needs their number, not ${value}`);
  return value;
}
