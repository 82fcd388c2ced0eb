import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  diffDays,
  isLocalDate,
  localDate,
  showDate,
  startOfDay,
  weekday,
} from '../../api/rules/calendar.js';
import { calendar, table } from './tables.js';

const day = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2023-01-01', n));

describe('days in Vietnam', () => {
  test('the day begins at midnight in Asia/Ho_Chi_Minh, which is 17:00 UTC of the day before', () => {
    expect(localDate(new Date('2026-11-20T16:59:59Z'))).toBe('2026-11-20');
    expect(localDate(new Date('2026-11-20T17:00:00Z'))).toBe('2026-11-21');
    expect(startOfDay('2026-11-21').toISOString()).toBe('2026-11-20T17:00:00.000Z');
  });
  test('agrees with the time zone database on any instant', () => {
    const shown = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1980-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        (instant) => {
          expect(localDate(instant)).toBe(shown.format(instant));
        },
      ),
    );
  });
  test('days that do not exist are not days', () => {
    expect(isLocalDate('2028-02-29')).toBe(true);
    expect(['2026-02-29', '2026-13-01', '2026-1-1', '21/11/2026', '', '2026-11-31'].filter(isLocalDate)).toEqual([]);
  });
  test('the weekday', () => {
    expect(weekday('2026-11-16')).toBe('MONDAY');
    expect(weekday('2026-11-22')).toBe('SUNDAY');
  });
  test('a month later is the same day of the month, or its last', () => {
    expect(addMonths('2026-11-21', 2)).toBe('2027-01-21');
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
    expect(addMonths('2026-12-15', 12)).toBe('2027-12-15');
  });
  test('adding and counting days agree', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -800, max: 800 }), (date, n) => {
        expect(diffDays(date, addDays(date, n))).toBe(n);
      }),
    );
  });
  test('is shown as people write it', () => expect(showDate('2026-11-05')).toBe('05/11/2026'));
});

describe('working days', () => {
  test('every line of the holiday table is a day that exists', () => {
    const rows = table('organization/data/holidays.tsv');
    expect(rows).toHaveLength(60);
    for (const { date } of rows) expect(isLocalDate(date!)).toBe(true);
  });
  test('holidays, days off in their place and swapped days are off; the Saturday for it is worked', () => {
    expect(calendar.isWorkingDay('2025-04-30')).toBe(false);
    expect(calendar.isWorkingDay('2025-05-02')).toBe(false);
    expect(calendar.isWorkingDay('2025-04-26')).toBe(true);
    expect(calendar.isWorkingDay('2025-05-03')).toBe(false);
    expect(calendar.isWorkingDay('2025-05-05')).toBe(true);
  });
  test('the day on which a term starts does not count', () => {
    expect(calendar.addWorkingDays('2026-11-20', 1)).toBe('2026-11-23');
    expect(calendar.addWorkingDays('2026-11-16', 5)).toBe('2026-11-23');
    expect(calendar.addWorkingDays('2025-04-25', 3)).toBe('2025-04-29');
    expect(calendar.addWorkingDays('2026-11-23', -1)).toBe('2026-11-20');
  });
  test('a day off moves to the next working day', () => {
    expect(calendar.onOrAfter('2026-11-21')).toBe('2026-11-23');
    expect(calendar.onOrBefore('2026-11-22')).toBe('2026-11-20');
    expect(calendar.addWorkingDays('2026-11-21', 0)).toBe('2026-11-23');
  });
  test('knows for which years it has holidays', () => {
    expect(calendar.covers('2026-06-01')).toBe(true);
    expect(calendar.covers('2030-06-01')).toBe(false);
  });
  test('counting undoes adding, and the result is a working day', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: -200, max: 200 }).filter((n) => n !== 0),
        (date, n) => {
          const end = calendar.addWorkingDays(date, n);
          expect(calendar.isWorkingDay(end)).toBe(true);
          expect(calendar.workingDaysBetween(date, end)).toBe(n);
        },
      ),
    );
  });
  test('there are never more working days than days', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(Math.abs(calendar.workingDaysBetween(a, b))).toBeLessThanOrEqual(Math.abs(diffDays(a, b)));
      }),
    );
  });
});
