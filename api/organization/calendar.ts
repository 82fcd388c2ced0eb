import { readTable } from '../platform/tsv.js';
import { WorkingCalendar, type HolidayRow } from '../rules/working-calendar.js';

/** Working days of the Vietnamese state calendar (data: holidays.tsv). */
export const workingCalendar = new WorkingCalendar(
  readTable<'date' | 'kind'>('api/organization/data/holidays.tsv') as HolidayRow[],
);
