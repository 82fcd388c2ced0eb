import { type LocalDate, showDate } from '../../../rules/calendar.js';
import type { CheckProblem } from '../../../rules/checks.js';

/** The days of one audit in a plan. */
export interface DatedAudit {
  auditeeName: string;
  dates: readonly LocalDate[];
}

/**
 * What is wrong with the days of a plan beside R17: none set (NO_DATES), or outside the round's
 * window (OUTSIDE_WINDOW).
 */
export function dateProblems(
  audits: readonly DatedAudit[],
  window: { from: LocalDate; to: LocalDate },
): CheckProblem[] {
  const undated = audits.filter(({ dates }) => dates.length === 0).map(({ auditeeName }) => auditeeName);
  const none: CheckProblem[] =
    undated.length === 0
      ? []
      : [
          {
            code: 'NO_DATES',
            severity: 'BLOCKING',
            words: {
              vi: `Chưa có ngày đánh giá: ${undated.join(', ')}.`,
              en: `No days are set for: ${undated.join(', ')}.`,
            },
          },
        ];
  return [...none, ...audits.flatMap((audit) => outsideWindow(audit, window))];
}

/** The days of one audit that lie outside the window. */
export function outsideWindow(
  { auditeeName, dates }: DatedAudit,
  window: { from: LocalDate; to: LocalDate },
): CheckProblem[] {
  const period = `${showDate(window.from)} – ${showDate(window.to)}`;
  return dates
    .filter((date) => date < window.from || date > window.to)
    .map((date) => ({
      code: 'OUTSIDE_WINDOW',
      severity: 'BLOCKING',
      field: 'dates',
      words: {
        vi: `${auditeeName}: ngày ${showDate(date)} nằm ngoài thời gian của đợt (${period}).`,
        en: `${auditeeName}: ${showDate(date)} is outside the round's window (${period}).`,
      },
    }));
}

/** The days of one audit that are over: nobody can be sent there any more. */
export function pastDays({ auditeeName, dates }: DatedAudit, today: LocalDate): CheckProblem[] {
  return dates
    .filter((date) => date < today)
    .map((date) => ({
      code: 'PAST_DAY',
      severity: 'BLOCKING',
      field: 'dates',
      words: {
        vi: `${auditeeName}: ngày ${showDate(date)} đã qua. Hãy chọn ngày khác.`,
        en: `${auditeeName}: ${showDate(date)} is over. Choose another day.`,
      },
    }));
}
