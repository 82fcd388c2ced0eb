import { readFileSync } from 'node:fs';
import { parseTsv } from '../../api/rules/tsv.js';
import { WorkingCalendar, type HolidayRow } from '../../api/rules/working-calendar.js';

/** The rows of a reference table of the project, such as `organization/data/holidays.tsv`. */
export function table<Column extends string = string>(path: string): Record<Column, string>[] {
  return parseTsv<Column>(readFileSync(new URL(`../../api/${path}`, import.meta.url), 'utf8'));
}

/** The calendar with the project's holidays. */
export const calendar = new WorkingCalendar(table('organization/data/holidays.tsv') as unknown as HolidayRow[]);
