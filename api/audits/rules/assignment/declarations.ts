import { addDays, type LocalDate, showDate } from '../../../rules/calendar.js';
import { refuse } from '../../../rules/refusal.js';
import type { TeamAssignment, TeamPart } from '../planning/team.js';

/** R14: the number of days before the audit until which either side may declare conflicts. */
export const daysToDeclare = 5;

/**
 * The last day on which the auditee may declare a conflict with a member (R14). If the member joined the team
 * after that day, it is the day before the audit (docs/decisions/006).
 * @param joinedOn the day on which an amendment put the person on the team; null for a member from the start
 * @returns null while the audit has no days
 */
export function lastDayToDeclare(dates: readonly LocalDate[], joinedOn: LocalDate | null = null): LocalDate | null {
  const [first] = [...dates].sort();
  if (first === undefined) return null;
  const usual = addDays(first, -daysToDeclare);
  return joinedOn !== null && joinedOn >= usual ? addDays(first, -1) : usual;
}

/** Whether a conflict may still be declared on a day. */
export function mayDeclareOn(
  today: LocalDate,
  dates: readonly LocalDate[],
  joinedOn: LocalDate | null = null,
): boolean {
  const last = lastDayToDeclare(dates, joinedOn);
  return last === null || today <= last;
}

/** @throws Refusal RULE_VIOLATED (R14) after the last day, with what can still be done */
export function requireInTime(today: LocalDate, dates: readonly LocalDate[], joinedOn: LocalDate | null): void {
  if (mayDeclareOn(today, dates, joinedOn)) return;
  const last = showDate(lastDayToDeclare(dates, joinedOn)!);
  refuse(
    'RULE_VIOLATED',
    {
      vi: [
        `Hai bên khai xung đột chậm nhất ${daysToDeclare} ngày trước ngày đánh giá; hạn của cuộc này là ${last}.`,
        'Hãy báo ngay cho đơn vị chủ trì, nơi có thể điều chỉnh đoàn.',
      ].join(' '),
      en: [
        `Either side declares conflicts at the latest ${daysToDeclare} days before the audit;`,
        `for this one that was ${last}. Tell the lead agency at once: it can still change the team.`,
      ].join(' '),
    },
    { rule: 'R14' },
  );
}

/** Who left a team and who replaced that person; one of them may be missing. */
export interface Replacement {
  leftId: string | null;
  joinedId: string | null;
  /** The part of the person who joined, else of the person who left. */
  part: TeamPart;
}

/**
 * Who replaces whom when a team changes (R14: the replacement is recorded). A person who takes over the part of
 * a person who leaves is the replacement; the others are matched in order.
 */
export function replacementsOf(before: readonly TeamAssignment[], after: readonly TeamAssignment[]): Replacement[] {
  const left = before.filter(({ personId }) => !after.some((assignment) => assignment.personId === personId));
  const joined = after.filter(({ personId }) => !before.some((assignment) => assignment.personId === personId));
  const taken = new Set<TeamAssignment>();
  const takes = (assignment: TeamAssignment | undefined) => assignment && taken.add(assignment) && assignment;
  const samePart = left.map(({ part }) =>
    takes(joined.find((assignment) => assignment.part === part && !taken.has(assignment))),
  );
  const pairs = left.map((leaving, index) => ({
    leaving,
    coming: samePart[index] ?? takes(joined.find((assignment) => !taken.has(assignment))),
  }));
  return [
    ...pairs.map(({ leaving, coming }) => ({
      leftId: leaving.personId,
      joinedId: coming?.personId ?? null,
      part: (coming ?? leaving).part,
    })),
    ...joined
      .filter((assignment) => !taken.has(assignment))
      .map(({ personId, part }) => ({ leftId: null, joinedId: personId, part })),
  ];
}
