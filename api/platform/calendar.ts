import { WorkingCalendar, type HolidayRow } from '../rules/working-calendar.js';
import { readTable } from './tsv.js';

/** Working days of the Vietnamese state calendar (data: holidays.tsv). */
export const workingCalendar = new WorkingCalendar(
  readTable<'date' | 'kind'>('api/rules/data/holidays.tsv') as HolidayRow[],
);
