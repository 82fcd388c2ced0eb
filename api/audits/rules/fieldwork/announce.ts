import type { LocalDate } from '../../../rules/calendar.js';
import type { CheckProblem } from '../../../rules/checks.js';
import type { Wording } from '../../../rules/refusal.js';
import type { AgendaLine } from '../planning/agenda.js';

/**
 * What must be corrected before an audit can be announced: no days, no agenda, an agenda line on a day that is
 * not a day of the audit, nothing in scope.
 */
export function announceProblems(audit: {
  dates: readonly LocalDate[];
  agenda: readonly Pick<AgendaLine, 'date'>[];
  scopeClauses: readonly string[];
}): CheckProblem[] {
  const checks: [boolean, string, Wording][] = [
    [
      audit.dates.length === 0,
      'NO_DATES',
      {
        vi: 'Cuộc đánh giá chưa có ngày: đơn vị chủ trì phải đặt ngày trước.',
        en: 'The audit has no days: the lead agency sets them first.',
      },
    ],
    [
      audit.agenda.length === 0,
      'NO_AGENDA',
      {
        vi: 'Chưa có lịch đánh giá: hãy lập lịch theo mẫu rồi gửi thông báo.',
        en: 'There is no agenda: make one from the model, then announce.',
      },
    ],
    [
      audit.agenda.some(({ date }) => !audit.dates.includes(date)),
      'AGENDA_OFF_DAY',
      {
        vi: 'Lịch có dòng không thuộc ngày đánh giá: hãy lập lại lịch.',
        en: "A line of the agenda is on a day that is not the audit's: make the agenda again.",
      },
    ],
    [
      audit.scopeClauses.length === 0,
      'NO_SCOPE',
      { vi: 'Chưa chọn điều khoản nào trong phạm vi.', en: 'No clause is in scope.' },
    ],
  ];
  return checks.filter(([broken]) => broken).map(([, code, words]) => ({ code, severity: 'BLOCKING', words }));
}
