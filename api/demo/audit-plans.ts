import { workingCalendar } from '../organization/index.js';
import type { AuditState } from '../audits/rules/index.js';
import { addDays, addMonths, weekday, yearOf, type LocalDate } from '../rules/calendar.js';

/** One audit of the sample: who is audited by whom, when, and how far it is. */
export interface PlannedSampleAudit {
  /** Code of the auditee. */
  auditee: string;
  /** Codes of lead, auditor, secretary; fewer where the team is not complete. */
  team: string[];
  state: AuditState;
  dates: LocalDate[];
}

/** One round of the sample. */
export interface PlannedSampleRound {
  year: number;
  title: string;
  state: 'PREPARING' | 'RUNNING' | 'CLOSED';
  from: LocalDate;
  to: LocalDate;
  audits: PlannedSampleAudit[];
}

/** Last year: the teams of four rings, so that no two audit each other. */
const lastYear: [auditee: string, ...team: string[]][] = [
  ['LH-BT', 'P053', 'P054', 'P052'],
  ['LH-NT', 'P017', 'P019', 'P016'],
  ['LH-SK', 'P029', 'P030', 'P031'],
  ['LH-LK', 'P041', 'P042', 'P040'],
  ['LH-DS', 'P076', 'P077', 'P078'],
  ['LH-GM', 'P087', 'P088', 'P086'],
  ['LH-ST', 'P065', 'P066', 'P063'],
  ['LH-ML', 'P110', 'P109', 'P113'],
  ['LH-VT', 'P133', 'P135', 'P134'],
  ['LH-BS', 'P101', 'P100', 'P099'],
  ['LH-TC', 'P145', 'P144', 'P148'],
  ['LH-CN', 'P122', 'P123'],
];

/** This year, with working days from today and the state that fits them. */
const thisYear: [auditee: string, days: number, state: AuditState, ...team: string[]][] = [
  ['LH-BT', -7, 'REPORTED', 'P029', 'P030', 'P031'],
  ['LH-NT', -4, 'FIELDWORK_DONE', 'P053', 'P054', 'P052'],
  ['LH-SK', 0, 'IN_PROGRESS', 'P017', 'P018', 'P016'],
  ['LH-LK', 12, 'PLANNED', 'P087', 'P088', 'P086'],
  ['LH-DS', 8, 'ANNOUNCED', 'P042', 'P041', 'P040'],
  ['LH-GM', 3, 'CONFIRMED', 'P064', 'P065', 'P063'],
  ['LH-ST', -18, 'CLOSED', 'P076', 'P077', 'P078'],
  ['LH-ML', 1, 'CONFIRMED', 'P145', 'P144', 'P148'],
  ['LH-VT', -16, 'CLOSED', 'P101', 'P100', 'P099'],
  ['LH-BS', -14, 'CLOSED', 'P110', 'P109', 'P113'],
  ['LH-TC', -10, 'REPORTED', 'P122', 'P123', 'P124'],
  ['LH-CN', 15, 'PLANNED', 'P133', 'P135', 'P134'],
];

/** Next year is being prepared: some teams are made, some have only a lead, some nobody. */
const nextYear: [auditee: string, ...team: string[]][] = [
  ['LH-BT', 'P042', 'P041', 'P040'],
  ['LH-NT', 'P065', 'P066', 'P063'],
  ['LH-SK', 'P076'],
  ['LH-LK'],
  ['LH-DS', 'P017', 'P019', 'P016'],
  ['LH-GM', 'P029', 'P030'],
  ['LH-ST'],
  ['LH-ML'],
  ['LH-VT', 'P087'],
  ['LH-BS', 'P135', 'P133'],
  ['LH-TC'],
  ['LH-CN'],
];

/**
 * The rounds of the sample around a day: last year's closed, this year's under way, next year's in
 * preparation. Every team and day obeys the hard rules.
 * @param receptionDay the weekday on which an authority receives citizens
 */
export function sampleRounds(today: LocalDate, receptionDay: (code: string) => string | null): PlannedSampleRound[] {
  const year = yearOf(today);
  const day = (code: string, from: LocalDate, days: number) => freeDay(from, days, receptionDay(code));
  const lastStart: LocalDate = `${year - 1}-09-08`;
  const running = thisYear.map(([auditee, days, state, ...team]) => ({
    auditee,
    team,
    state,
    dates: [day(auditee, today, days)],
  }));
  const nextStart: LocalDate = `${year + 1}-03-08`;
  return [
    {
      year: year - 1,
      title: `Đánh giá chéo hệ thống quản lý chất lượng cấp xã năm ${year - 1}`,
      state: 'CLOSED',
      from: lastStart,
      to: `${year - 1}-10-31`,
      audits: lastYear.map(([auditee, ...team], index) => ({
        auditee,
        team,
        state: 'CLOSED',
        dates: [day(auditee, lastStart, 2 + index * 2)],
      })),
    },
    {
      year,
      title: `Đánh giá chéo hệ thống quản lý chất lượng cấp xã năm ${year}`,
      state: 'RUNNING',
      from: addDays(today, -40),
      to: addMonths(today, 2),
      audits: running,
    },
    {
      year: year + 1,
      title: `Đánh giá chéo hệ thống quản lý chất lượng cấp xã năm ${year + 1}`,
      state: 'PREPARING',
      from: nextStart,
      to: `${year + 1}-04-30`,
      audits: nextYear.map(([auditee, ...team], index) => ({
        auditee,
        team,
        state: 'PLANNED',
        dates: index % 3 === 2 ? [] : [day(auditee, nextStart, 3 + index * 2)],
      })),
    },
  ];
}

/**
 * The n-th working day from a day that is not the day of receiving citizens; 0 and less look back, more than 0 ahead.
 */
function freeDay(from: LocalDate, days: number, reception: string | null): LocalDate {
  const step = days > 0 ? 1 : -1;
  let found = days === 0 ? workingCalendar.onOrBefore(from) : workingCalendar.addWorkingDays(from, days);
  while (weekday(found) === reception) found = workingCalendar.addWorkingDays(found, step);
  return found;
}
