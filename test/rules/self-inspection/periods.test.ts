import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, weekday } from '../../../api/rules/calendar.js';
import {
  isLate,
  lastPeriods,
  nextPeriod,
  openPeriods,
  periodOf,
  periodWords,
  type Frequency,
} from '../../../api/self-inspection/rules/index.js';
import { calendar } from '../tables.js';

const key = (frequency: Frequency, date: string) => periodOf(frequency, date, calendar).key;
const frequency = fc.constantFrom<Frequency>('WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY');
const day = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2023-01-01', n));

describe('the period of a day', () => {
  test('has a key that people can read', () => {
    expect(key('WEEKLY', '2026-11-21')).toBe('2026-W47');
    expect(key('MONTHLY', '2026-11-21')).toBe('2026-11');
    expect(key('QUARTERLY', '2026-11-21')).toBe('2026-Q4');
    expect(key('YEARLY', '2026-11-21')).toBe('2026');
  });
  test('weeks are those of ISO 8601, also round New Year', () => {
    expect(key('WEEKLY', '2026-12-31')).toBe('2026-W53');
    expect(key('WEEKLY', '2027-01-03')).toBe('2026-W53');
    expect(key('WEEKLY', '2027-01-04')).toBe('2027-W01');
    expect(key('WEEKLY', '2024-12-30')).toBe('2025-W01');
    expect(key('WEEKLY', '2026-01-01')).toBe('2026-W01');
  });
  test('the quarter', () => {
    expect(
      ['2026-01-01', '2026-03-31', '2026-04-01', '2026-09-30', '2026-10-01'].map((date) => key('QUARTERLY', date)),
    ).toEqual(['2026-Q1', '2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4']);
  });
  test('periods follow each other without gap or overlap', () => {
    fc.assert(
      fc.property(frequency, day, (often, date) => {
        const period = periodOf(often, date, calendar);
        expect(period.start <= date && date <= period.end).toBe(true);
        const next = nextPeriod(period, calendar);
        expect(next.start).toBe(addDays(period.end, 1));
        expect(next.key > period.key).toBe(true);
        expect(periodOf(often, period.start, calendar)).toEqual(period);
        expect(periodOf(often, period.end, calendar)).toEqual(period);
      }),
    );
  });
});

describe('when a form opens, is due and is missed', () => {
  test('the week of 16 November 2026 is due on Friday and taken until Wednesday, as Tuesday is Culture Day', () => {
    expect(periodOf('WEEKLY', '2026-11-18', calendar)).toEqual({
      frequency: 'WEEKLY',
      key: '2026-W47',
      start: '2026-11-16',
      end: '2026-11-22',
      opensOn: '2026-11-16',
      dueOn: '2026-11-20',
      lateUntil: '2026-11-25',
    });
  });
  test('November 2026 opens on the 15th and is due three working days into December', () => {
    expect(periodOf('MONTHLY', '2026-11-02', calendar)).toMatchObject({
      opensOn: '2026-11-15',
      dueOn: '2026-12-03',
      lateUntil: '2026-12-10',
    });
  });
  test('a schedule can set its own offsets', () => {
    const period = periodOf('WEEKLY', '2026-11-18', calendar, {
      opensAfterDays: 3,
      dueAfterWorkingDays: 1,
      lateAfterWorkingDays: 0,
    });
    expect(period).toMatchObject({ opensOn: '2026-11-19', dueOn: '2026-11-23', lateUntil: '2026-11-23' });
  });
  test('due and late-until are working days, in order, for any day', () => {
    fc.assert(
      fc.property(frequency, day, (often, date) => {
        const { opensOn, dueOn, lateUntil } = periodOf(often, date, calendar);
        expect(opensOn <= dueOn && dueOn <= lateUntil).toBe(true);
        expect(calendar.isWorkingDay(dueOn) && calendar.isWorkingDay(lateUntil)).toBe(true);
      }),
    );
  });
  test('the week of Tết 2026, without a working day, is due on the first one after', () => {
    const period = periodOf('WEEKLY', '2026-02-18', calendar);
    expect(calendar.workingDaysBetween(addDays(period.start, -1), period.end)).toBe(0);
    expect(weekday(period.dueOn)).toBe('MONDAY');
    expect(period.dueOn).toBe('2026-02-23');
  });
  test('late is after the due day, until the last day on which it is taken', () => {
    const period = periodOf('WEEKLY', '2026-11-18', calendar);
    expect([isLate(period, '2026-11-20'), isLate(period, '2026-11-21')]).toEqual([false, true]);
    expect(period.lateUntil).toBe('2026-11-25');
  });
});

describe('the periods of a schedule that are open', () => {
  const keys = (date: string, from = '2026-01-01', lastStart: string | null = '2026-11-16') =>
    openPeriods('WEEKLY', date, { from, lastStart }, calendar).map((period) => period.key);
  test('are the current one and the one before while it is still taken', () => {
    expect(keys('2026-11-23')).toEqual(['2026-W47', '2026-W48']);
    expect(keys('2026-11-27')).toEqual(['2026-W48']);
  });
  test('are none before the schedule begins, nor before the form opens', () => {
    expect(keys('2026-11-23', '2026-11-23', null)).toEqual(['2026-W48']);
    expect(openPeriods('MONTHLY', '2026-11-12', { from: '2026-01-01', lastStart: '2026-10-01' }, calendar)).toEqual([]);
  });
  test('are also those that passed while nothing ran, after the last that was opened', () => {
    expect(keys('2026-12-16')).toEqual(['2026-W48', '2026-W49', '2026-W50', '2026-W51']);
    expect(keys('2026-11-27', '2026-11-04', null)).toEqual(['2026-W45', '2026-W46', '2026-W47', '2026-W48']);
  });
  test('go back twelve months at most', () => {
    const all = keys('2026-11-27', '2020-01-01', null);
    expect([all[0], all.at(-1), all.length]).toEqual(['2025-W48', '2026-W48', 53]);
  });
  test('have opened by the day, follow each other, and none that was opened before comes back once it is over', () => {
    fc.assert(
      fc.property(frequency, day, day, (often, date, last) => {
        const periods = openPeriods(often, date, { from: '2020-01-01', lastStart: last }, calendar);
        for (const { opensOn, lateUntil, start } of periods) {
          expect(opensOn <= date).toBe(true);
          expect(date <= lateUntil || start > last).toBe(true);
        }
        expect(periods.map(({ start }) => start)).toEqual(periods.map(({ start }) => start).toSorted());
      }),
    );
  });
});

test('the last periods end with the current one and follow each other', () => {
  expect(lastPeriods('QUARTERLY', '2026-02-10', 3, calendar).map((period) => period.key)).toEqual([
    '2025-Q3',
    '2025-Q4',
    '2026-Q1',
  ]);
});

test.each([
  ['2026-W07', 'tuần 7 năm 2026'],
  ['2026-11', 'tháng 11/2026'],
  ['2026-Q4', 'quý 4/2026'],
  ['2026', 'năm 2026'],
  ['2026-11-23', 'ngày 23/11/2026'],
])('the period %s is said “%s”', (period, words) => expect(periodWords(period).vi).toBe(words));
