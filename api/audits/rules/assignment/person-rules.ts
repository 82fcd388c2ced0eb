import { addMonths, type LocalDate, showDate } from '../../../rules/calendar.js';
import type { Words } from '../../../rules/refusal.js';
import type { TeamPart } from '../planning/team.js';
import type { AuditFacts, PersonFacts, RoundFacts, Violation } from './assignment-facts.js';
import { type HardRule, hardRules } from './hard-rules.js';

/** One person considered for one audit. */
interface Case {
  person: PersonFacts;
  part: TeamPart;
  audit: CaseAudit;
  round: RoundFacts;
}

/** What is asked about the audit. */
type CaseAudit = Pick<AuditFacts, 'auditId' | 'auditee' | 'dates' | 'isFieldworkDone'>;

/** Why the rule forbids it: nothing if it does not. */
type PersonRule = (facts: Case) => Words[];

/**
 * The hard rules about a person: R01, R02, R03, R06, R07 (for a lead), R08 (a team consists
 * of auditors), R10, R15, R17.
 * Where the days of an audit are not set, the strictest day of the round's window counts, and R17 waits.
 * @returns one violation per reason; empty if the person may be put on that team in that part
 */
export function personViolations(
  person: PersonFacts,
  part: TeamPart,
  audit: CaseAudit,
  round: RoundFacts,
): Violation[] {
  return (Object.entries(personRules) as [HardRule, PersonRule][]).flatMap(([rule, check]) =>
    check({ person, part, audit, round }).map((why) => violation(rule, audit.auditId, person.personId, why)),
  );
}

/** A violation in words: the rule, a colon, the reason. */
export function violation(rule: HardRule, auditId: string, personId: string | null, why: Words): Violation {
  const { vi, en } = hardRules[rule];
  return { rule, auditId, personId, words: { vi: `${vi}: ${why.vi}.`, en: `${en}: ${why.en}.` } };
}

const personRules: Partial<Record<HardRule, PersonRule>> = {
  R01: ({ person, audit: { auditee, dates }, round }) =>
    unitsAt(person, auditee.unitId)
      .filter(({ leftOn }) => leftOn === null || leftOn >= firstDay(dates, round))
      .slice(0, 1)
      .map(() => ({
        vi: `${person.name} đang công tác tại ${auditee.name}`,
        en: `${person.name} works in ${auditee.name}`,
      })),

  R02: ({ person, audit: { auditee, dates }, round }) =>
    unitsAt(person, auditee.unitId).flatMap(({ leftOn }) => {
      const day = firstDay(dates, round);
      if (leftOn === null || leftOn >= day || addMonths(leftOn, round.rules.monthsAfterLeaving) <= day) return [];
      const months = round.rules.monthsAfterLeaving;
      return [
        {
          vi: `${person.name} rời ${auditee.name} ngày ${showDate(leftOn)}, chưa đủ ${months} tháng`,
          en: `${person.name} left ${auditee.name} on ${showDate(leftOn)}, less than ${months} months before`,
        },
      ];
    }),

  R03: ({ person, audit: { auditee } }) => {
    const handled = new Set(person.handledProcedures.map(({ lineageId }) => lineageId));
    return auditee.procedures
      .filter(({ lineageId }) => handled.has(lineageId))
      .map(({ title }) => ({
        vi: `${person.name} đã tham gia ban hành quy trình “${title}” trong phạm vi đánh giá`,
        en: `${person.name} took part in issuing the procedure “${title}”, which is in scope`,
      }));
  },

  // Why somebody declared a conflict is told to few; that there is one, to all who must obey it.
  R06: ({ person, audit: { auditee } }) => [
    ...person.conflicts
      .filter(
        ({ unitIds, personId }) =>
          unitIds.includes(auditee.unitId) ||
          (personId !== null && [...auditee.keyPersonIds, ...auditee.leaderIds].includes(personId)),
      )
      .slice(0, 1)
      .map(() => ({
        vi: `${person.name} đã khai xung đột với ${auditee.name}`,
        en: `${person.name} has declared a conflict with ${auditee.name}`,
      })),
    ...auditee.declaredConflicts
      .filter(({ personId }) => personId === person.personId)
      .map(() => ({
        vi: `${auditee.name} đã khai xung đột với ${person.name}`,
        en: `${auditee.name} has declared a conflict with ${person.name}`,
      })),
  ],

  R07: ({ person, part, audit: { dates }, round }) => (part === 'LEAD' ? leadFaults(person, dates, round) : []),

  R08: ({ person }) => {
    const { name, isRegistered, isActive, isWithinReach } = person;
    if (!isActive) return [{ vi: `${name} không còn làm việc`, en: `${name} is no longer active` }];
    if (!isRegistered)
      return [
        { vi: `${name} không có trong danh sách chuyên gia đánh giá`, en: `${name} is not in the auditor register` },
      ];
    return isWithinReach
      ? []
      : [{ vi: `${name} công tác ngoài phạm vi của đợt`, en: `${name} works beyond the reach of the round` }];
  },

  R10: ({ person, round }) => {
    const load = person.otherAudits.length + 1;
    const most = Math.min(round.rules.maxLoad, person.maxLoad ?? Infinity);
    return load <= most
      ? []
      : [
          {
            vi: `${person.name} sẽ có ${load} cuộc trong đợt này, tối đa là ${most}`,
            en: `${person.name} would have ${load} audits in this round, ${most} at most`,
          },
        ];
  },

  R15: ({ person, audit: { auditee } }) => {
    if (auditee.leaderIds.includes(person.personId)) {
      return [
        { vi: `${person.name} là lãnh đạo của ${auditee.name}`, en: `${person.name} is a leader of ${auditee.name}` },
      ];
    }
    return person.positions
      .filter(({ unitId }) => unitId !== auditee.unitId)
      .flatMap(({ unitId, name, path }) => {
        if (auditee.path.includes(unitId)) {
          return [
            {
              vi: `${person.name} giữ chức vụ ở ${name}, cấp trên của ${auditee.name}`,
              en: `${person.name} holds a post in ${name}, above ${auditee.name}`,
            },
          ];
        }
        if (path.includes(auditee.unitId)) {
          return [
            {
              vi: `${person.name} giữ chức vụ ở ${name}, thuộc ${auditee.name}`,
              en: `${person.name} holds a post in ${name}, below ${auditee.name}`,
            },
          ];
        }
        return [];
      });
  },

  R17: ({ person, audit: { auditId, dates, isFieldworkDone } }) =>
    (isFieldworkDone ? [] : dates).flatMap((date) => [
      ...(person.unavailable.includes(date)
        ? [
            {
              vi: `${person.name} báo bận ngày ${showDate(date)}`,
              en: `${person.name} is not available on ${showDate(date)}`,
            },
          ]
        : []),
      ...[...person.otherAudits, ...person.elsewhere]
        .filter((other) => other.auditId !== auditId && other.dates.includes(date))
        .map(({ auditeeName }) => ({
          vi: `ngày ${showDate(date)} ${person.name} đã có cuộc đánh giá tại ${auditeeName}`,
          en: `on ${showDate(date)} ${person.name} audits ${auditeeName}`,
        })),
    ]),
};

function leadFaults(person: PersonFacts, dates: readonly LocalDate[], round: RoundFacts): Words[] {
  const faults: Words[] = [];
  const lastDay = dates.reduce<LocalDate>((last, date) => (date > last ? date : last), dates[0] ?? round.window.to);
  if (!person.leadQualified) {
    faults.push({
      vi: `${person.name} chưa đủ điều kiện làm trưởng đoàn`,
      en: `${person.name} is not qualified to lead`,
    });
  }
  if (person.certificateValidUntil === null) {
    faults.push({ vi: `${person.name} chưa có chứng nhận đào tạo`, en: `${person.name} has no training certificate` });
  } else if (person.certificateValidUntil < lastDay) {
    const until = showDate(person.certificateValidUntil);
    faults.push({
      vi: `chứng nhận của ${person.name} hết giá trị ngày ${until}, trước ngày đánh giá ${showDate(lastDay)}`,
      en: `the certificate of ${person.name} is valid until ${until} only, and the audit is on ${showDate(lastDay)}`,
    });
  }
  const least = round.rules.earlierAuditsOfLead;
  if (person.earlierAudits < least) {
    faults.push({
      vi: `${person.name} mới tham gia ${person.earlierAudits} cuộc, cần ít nhất ${least}`,
      en: `${person.name} has taken part in ${person.earlierAudits} audits, ${least} are needed`,
    });
  }
  return faults;
}

function unitsAt(person: PersonFacts, unitId: string): PersonFacts['units'] {
  return person.units.filter((unit) => unit.unitId === unitId);
}

function firstDay(dates: readonly LocalDate[], round: RoundFacts): LocalDate {
  return dates.reduce<LocalDate>((first, date) => (date < first ? date : first), dates[0] ?? round.window.from);
}
