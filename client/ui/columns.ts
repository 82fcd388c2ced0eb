import { formatDate, formatDateTime } from '../i18n/dates';
import { formatNumber, formatPercent } from '../i18n/numbers';

/** What a cell holds. The screen, a printed page and a spreadsheet each write it in their own way. */
export type CellValue = string | number | null | undefined;

/** How a value is written: `date` is a day or an instant shown as its day, `percent` a share from 0 to 1. */
export type ColumnKind = 'text' | 'number' | 'percent' | 'date' | 'dateTime';

/**
 * One column of a list, as data: its name, its head and its value. A list has one definition, in the
 * `columns.ts` of its module; what a screen shows beyond the value stands in the screen (`cells`).
 */
export interface Column<Row, Key extends string = string> {
  key: Key;
  header: string;
  /** @param at position of the row in the list, counted from 0 */
  value: (row: Row, at: number) => CellValue;
  kind?: ColumnKind;
  /** Written where there is no value. */
  none?: string;
  /** Name by which the list can be ordered; makes the head a button. */
  sort?: string;
  /** Numbers stand to the right, in even figures. */
  align?: 'start' | 'end';
  /** The name of the row: its heading, and on a phone the head of its card. Exactly one column of a screen has it. */
  primary?: boolean;
  /** Left out of the cards on a phone. */
  deskOnly?: boolean;
  /** Least width, such as `12rem`; codes and dates do not break. */
  width?: string;
  nowrap?: boolean;
  /** Holds buttons of the screen and no value: nothing for paper or a spreadsheet. */
  controls?: boolean;
}

const writers: Record<ColumnKind, (value: string | number) => string> = {
  text: String,
  number: (value) => formatNumber(Number(value)),
  percent: (value) => formatPercent(Number(value)),
  date: (value) => formatDate(String(value)),
  dateTime: (value) => formatDateTime(String(value)),
};

/** The value of a cell as text, as people here read dates and numbers. */
export function cellText<Row>(column: Column<Row>, row: Row, at: number): string {
  const value = column.value(row, at);
  if (value === null || value === undefined || value === '') return column.none ?? '';
  return writers[column.kind ?? 'text'](value);
}
