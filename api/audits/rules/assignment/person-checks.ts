import { addMonths, showDate, type LocalDate } from '../../../rules/calendar.js';
import type { PersonFacts, RoundFacts } from './assignment-facts.js';
import type { Fault, PersonCase } from './rule.js';

// If the days of an audit are not set, the strictest day of the round's window counts, and R17 is not checked.

/** R01: the person works in the auditee. */
export const worksThere = ({ person, audit: { auditee, dates }, round }: PersonCase): Fault[] =>
  unitsAt(person, auditee.unitId)
    .filter(({ leftOn }) => leftOn === null || leftOn >= firstDay(dates, round))
    .slice(0, 1)
    .map(() => ({
      why: { vi: `${person.name} đang công tác tại ${auditee.name}`, en: `${person.name} works in ${auditee.name}` },
    }));

/** R02: the person left the auditee too few months ago. */
export const hasLeftLately = ({ person, audit: { auditee, dates }, round }: PersonCase): Fault[] =>
  unitsAt(person, auditee.unitId).flatMap(({ leftOn }) => {
    const day = firstDay(dates, round);
    const months = round.rules.monthsAfterLeaving;
    if (leftOn === null || leftOn >= day || addMonths(leftOn, months) <= day) return [];
    return [
      {
        why: {
          vi: `${person.name} rời ${auditee.name} ngày ${showDate(leftOn)}, chưa đủ ${months} tháng`,
          en: `${person.name} left ${auditee.name} on ${showDate(leftOn)}, less than ${months} months before`,
        },
      },
    ];
  });

/** R03: the person took part in issuing a procedure in scope, or the one it was copied from. */
export function hasHandled({ person, audit: { auditee } }: PersonCase): Fault[] {
  const handled = new Set(person.handledProcedures.map(({ lineageId }) => lineageId));
  return auditee.procedures
    .filter(({ lineageId }) => handled.has(lineageId))
    .map(({ title }) => ({
      why: {
        vi: `${person.name} đã tham gia ban hành quy trình “${title}” trong phạm vi đánh giá`,
        en: `${person.name} took part in issuing the procedure “${title}”, which is in scope`,
      },
    }));
}

/**
 * R06: the person or the auditee has declared a conflict. Only few people may see why it was declared;
 * everybody who must obey the rule sees that there is one.
 */
export function hasDeclaredConflict({ person, audit: { auditee } }: PersonCase): Fault[] {
  const declared = auditee.conflicts.filter(({ personId }) => personId === person.personId);
  return [
    ...declared
      .filter(({ isOwn }) => isOwn)
      .slice(0, 1)
      .map(() => ({
        why: {
          vi: `${person.name} đã khai xung đột với ${auditee.name}`,
          en: `${person.name} has declared a conflict with ${auditee.name}`,
        },
      })),
    ...declared
      .filter(({ isOwn }) => !isOwn)
      .map(() => ({
        why: {
          vi: `${auditee.name} đã khai xung đột với ${person.name}`,
          en: `${auditee.name} has declared a conflict with ${person.name}`,
        },
      })),
  ];
}

/** R07: the person shall lead, but is not qualified, has no valid certificate or too few earlier audits. */
export function mayNotLead({ person, part, audit: { dates }, round }: PersonCase): Fault[] {
  if (part !== 'LEAD') return [];
  const faults: Fault[] = [];
  const lastDay = dates.reduce<LocalDate>((last, date) => (date > last ? date : last), dates[0] ?? round.window.to);
  if (!person.leadQualified) {
    faults.push({
      why: { vi: `${person.name} chưa đủ điều kiện làm trưởng đoàn`, en: `${person.name} is not qualified to lead` },
    });
  }
  if (person.certificateValidUntil === null) {
    faults.push({
      why: { vi: `${person.name} chưa có chứng nhận đào tạo`, en: `${person.name} has no training certificate` },
    });
  } else if (person.certificateValidUntil < lastDay) {
    const until = showDate(person.certificateValidUntil);
    faults.push({
      why: {
        vi: `chứng nhận của ${person.name} hết giá trị ngày ${until}, trước ngày đánh giá ${showDate(lastDay)}`,
        en: `the certificate of ${person.name} is valid until ${until} only, and the audit is on ${showDate(lastDay)}`,
      },
    });
  }
  const least = round.rules.earlierAuditsOfLead;
  if (person.earlierAudits < least) {
    faults.push({
      why: {
        vi: `${person.name} mới tham gia ${person.earlierAudits} cuộc, cần ít nhất ${least}`,
        en: `${person.name} has taken part in ${person.earlierAudits} audits, ${least} are needed`,
      },
    });
  }
  return faults;
}

/** R08, for a person: a team consists of auditors of the units that the round covers. */
export function isNoAuditor({ person: { name, isRegistered, isActive, isWithinReach } }: PersonCase): Fault[] {
  if (!isActive) return [{ why: { vi: `${name} không còn làm việc`, en: `${name} is no longer active` } }];
  if (!isRegistered) {
    return [
      {
        why: {
          vi: `${name} không có trong danh sách chuyên gia đánh giá`,
          en: `${name} is not in the auditor register`,
        },
      },
    ];
  }
  return isWithinReach
    ? []
    : [{ why: { vi: `${name} công tác ngoài phạm vi của đợt`, en: `${name} works beyond the reach of the round` } }];
}

/** R10: the person would have more audits in the round than the round or the register allows. */
export function isAskedTooOften({ person, round }: PersonCase): Fault[] {
  const load = person.otherAudits.length + 1;
  const most = Math.min(round.rules.maxLoad, person.maxLoad ?? Infinity);
  if (load <= most) return [];
  return [
    {
      why: {
        vi: `${person.name} sẽ có ${load} cuộc trong đợt này, tối đa là ${most}`,
        en: `${person.name} would have ${load} audits in this round, ${most} at most`,
      },
    },
  ];
}

/** R15, for a person: leads the auditee, or holds a post above or below it. */
export function isInCommand({ person, audit: { auditee } }: PersonCase): Fault[] {
  if (auditee.leaderIds.includes(person.personId)) {
    const why = {
      vi: `${person.name} là lãnh đạo của ${auditee.name}`,
      en: `${person.name} is a leader of ${auditee.name}`,
    };
    return [{ why }];
  }
  return person.positions
    .filter(({ unitId }) => unitId !== auditee.unitId)
    .flatMap(({ unitId, name, path }) => {
      if (auditee.path.includes(unitId)) {
        const why = {
          vi: `${person.name} giữ chức vụ ở ${name}, cấp trên của ${auditee.name}`,
          en: `${person.name} holds a post in ${name}, above ${auditee.name}`,
        };
        return [{ why }];
      }
      if (path.includes(auditee.unitId)) {
        const why = {
          vi: `${person.name} giữ chức vụ ở ${name}, thuộc ${auditee.name}`,
          en: `${person.name} holds a post in ${name}, below ${auditee.name}`,
        };
        return [{ why }];
      }
      return [];
    });
}

/** R17, for a person: not available on a day of the audit, or in another audit of any round. */
export function isElsewhere({ person, audit: { auditId, dates, isFieldworkDone } }: PersonCase): Fault[] {
  return (isFieldworkDone ? [] : dates).flatMap((date) => [
    ...(person.unavailable.includes(date)
      ? [
          {
            why: {
              vi: `${person.name} báo bận ngày ${showDate(date)}`,
              en: `${person.name} is not available on ${showDate(date)}`,
            },
          },
        ]
      : []),
    ...[...person.otherAudits, ...person.elsewhere]
      .filter((other) => other.auditId !== auditId && other.dates.includes(date))
      .map(({ auditeeName }) => ({
        why: {
          vi: `ngày ${showDate(date)} ${person.name} đã có cuộc đánh giá tại ${auditeeName}`,
          en: `on ${showDate(date)} ${person.name} audits ${auditeeName}`,
        },
      })),
  ]);
}

function unitsAt(person: PersonFacts, unitId: string): PersonFacts['units'] {
  return person.units.filter((unit) => unit.unitId === unitId);
}

function firstDay(dates: readonly LocalDate[], round: RoundFacts): LocalDate {
  return dates.reduce<LocalDate>((first, date) => (date < first ? date : first), dates[0] ?? round.window.from);
}
