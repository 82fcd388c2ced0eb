import type { LocalDate } from '../../../rules/calendar.js';
import { parseList } from '../../../rules/tsv.js';

/** How long an audit takes at the unit: 240 or 450 minutes. */
export type AgendaCode = 'HALF_DAY' | 'FULL_DAY';

/** Who does a line: the whole team, or one of the two groups into which it splits. */
export type Track = 'ALL' | 'A' | 'B';

/** One line of a model agenda (`data/audit-day-agenda.tsv`). */
export interface AgendaTemplateLine {
  agenda: AgendaCode;
  position: number;
  track: Track;
  /** Minutes from the opening meeting; lunch not counted. */
  startMinute: number;
  minutes: number;
  /** In Vietnamese. */
  activity: string;
  unitKind: string;
  /** Clauses; a group means all its leaves. */
  clauses: string[];
}

/** One line of an agenda with its times. */
export interface AgendaLine extends Omit<AgendaTemplateLine, 'agenda' | 'startMinute'> {
  date: LocalDate;
  /** Local time, `HH:mm`. */
  from: string;
  to: string;
}

/** When the day begins, and the break of a full day. */
export interface AgendaDay {
  date: LocalDate;
  /** `HH:mm` of the opening meeting. */
  start: string;
  /** The break comes at the first time, not before `from`, at which no line runs. */
  lunch?: { from: string; minutes: number };
}

/** The usual break of an office day. */
export const USUAL_LUNCH = { from: '11:30', minutes: 90 };

/** The lines of the table, with their types. */
export function parseAgendaTemplate(rows: readonly Record<string, string>[]): AgendaTemplateLine[] {
  return rows.map((row) => ({
    agenda: row.agenda_code as AgendaCode,
    position: Number(row.position),
    track: row.track as Track,
    startMinute: Number(row.start_minute),
    minutes: Number(row.minutes),
    activity: row.activity_vi ?? '',
    unitKind: row.unit_kind ?? '',
    clauses: parseList(row.clauses_2015 ?? ''),
  }));
}

const minutesOfDay = 24 * 60;

/**
 * The agenda of one day: the model's lines with clock times, in order. A full day has a break.
 * @throws RangeError if the start is not `HH:mm` or the day would run past midnight
 */
export function buildAgenda(template: readonly AgendaTemplateLine[], code: AgendaCode, day: AgendaDay): AgendaLine[] {
  return layOut(template, code, day).map(({ line, from }) => ({
    date: day.date,
    from: clock(from),
    to: clock(from + line.minutes),
    position: line.position,
    track: line.track,
    minutes: line.minutes,
    activity: line.activity,
    unitKind: line.unitKind,
    clauses: line.clauses,
  }));
}

/**
 * Whether an agenda that begins so late would end on the next day.
 * @throws RangeError if the start is not `HH:mm`
 */
export function runsPastMidnight(template: readonly AgendaTemplateLine[], code: AgendaCode, day: AgendaDay): boolean {
  return layOut(template, code, day).some(({ line, from }) => from + line.minutes > minutesOfDay);
}

/** The lines of an agenda in order, each with the minute of the day at which it begins. */
function layOut(template: readonly AgendaTemplateLine[], code: AgendaCode, day: AgendaDay) {
  const lines = template.filter(({ agenda }) => agenda === code).sort((a, b) => a.position - b.position);
  const start = minutesOf(day.start);
  const lunch = day.lunch ?? (code === 'FULL_DAY' ? USUAL_LUNCH : undefined);
  const breakAt = lunch ? firstPause(lines, minutesOf(lunch.from) - start) : Infinity;
  return lines.map((line) => ({
    line,
    from: start + line.startMinute + (line.startMinute >= breakAt ? (lunch?.minutes ?? 0) : 0),
  }));
}

/** The first minute, not before `earliest`, at which a line begins and none is running. */
function firstPause(lines: readonly AgendaTemplateLine[], earliest: number): number {
  const running = (minute: number) =>
    lines.some(({ startMinute, minutes }) => startMinute < minute && minute < startMinute + minutes);
  return lines
    .map(({ startMinute }) => startMinute)
    .filter((minute) => minute >= Math.max(earliest, 1) && !running(minute))
    .reduce((first, minute) => Math.min(first, minute), Infinity);
}

function minutesOf(time: string): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!match) throw new RangeError(`Not a time of day: ${time}`);
  return Number(match[1]) * 60 + Number(match[2]);
}

function clock(minute: number): string {
  if (minute > minutesOfDay) throw new RangeError('The agenda runs past midnight');
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
