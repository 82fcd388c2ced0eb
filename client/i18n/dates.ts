import { words as vi } from './date-words.vi';
import { defineWords } from './words';

/** The words beside dates: how near a day is, how long ago something was. */
const useDateWords = defineWords(vi, { en: () => import('./date-words.en') });

const zone = 'Asia/Ho_Chi_Minh';
const dayParts = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const timeParts = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Today in Asia/Ho_Chi_Minh as `YYYY-MM-DD`. */
export function today(now: Date = new Date()): string {
  return dayParts.format(now);
}

/** `YYYY-MM-DD`, or an instant in ISO form, as `dd/MM/yyyy` in Asia/Ho_Chi_Minh; empty for nothing. */
export function formatDate(value: string | null | undefined): string {
  if (!value) return '';
  const day = value.length === 10 ? value : today(new Date(value));
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** An instant in ISO form as `HH:mm` in Asia/Ho_Chi_Minh. */
export function formatTime(value: string): string {
  return timeParts.format(new Date(value));
}

/** An instant in ISO form as `dd/MM/yyyy HH:mm` in Asia/Ho_Chi_Minh; empty for nothing. */
export function formatDateTime(value: string | null | undefined): string {
  return value ? `${formatDate(value)} ${formatTime(value)}` : '';
}

/** Two days as `dd/MM/yyyy – dd/MM/yyyy`; one day if they are the same; open where one is missing. */
export function formatPeriod(from: string | null | undefined, to: string | null | undefined): string {
  if (from && to && from === to) return formatDate(from);
  return `${formatDate(from) || '…'} – ${formatDate(to) || '…'}`;
}

/** Whole days from `from` to `to`, both `YYYY-MM-DD`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** How close a due date is; `soon` is within three days. */
export type DueKind = 'overdue' | 'today' | 'soon' | 'later';

/** How a due date (`YYYY-MM-DD` or instant) stands against today. */
export function dueKind(date: string, on: string = today()): DueKind {
  const days = daysBetween(on, date.length === 10 ? date : today(new Date(date)));
  if (days < 0) return 'overdue';
  if (days === 0) return 'today';
  return days <= 3 ? 'soon' : 'later';
}

/** A due date in words: "còn 3 ngày", "hôm nay", "quá hạn 2 ngày". */
export function dueWords(date: string, on: string = today()): string {
  const t = useDateWords();
  const days = daysBetween(on, date.length === 10 ? date : today(new Date(date)));
  if (days < 0) return t.overdue(-days);
  if (days === 0) return t.dueToday;
  return days === 1 ? t.dueTomorrow : t.daysLeft(days);
}

/** A past instant in words: "vừa xong", "5 phút trước", "hôm qua 14:05", else date and time. */
export function agoWords(value: string, now: Date = new Date()): string {
  const t = useDateWords();
  const minutes = Math.floor((now.getTime() - Date.parse(value)) / 60_000);
  if (minutes < 1) return t.justNow;
  if (minutes < 60) return t.minutesAgo(minutes);
  const days = daysBetween(today(new Date(value)), today(now));
  if (days === 0) return t.todayAt(formatTime(value));
  if (days === 1) return t.yesterdayAt(formatTime(value));
  return formatDateTime(value);
}
