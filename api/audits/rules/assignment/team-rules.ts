import { showDate, weekday } from '../../../rules/calendar.js';
import { refuseBlocking } from '../../../rules/checks.js';
import type { Words } from '../../../rules/refusal.js';
import type { TeamPart } from '../planning/team.js';
import type { AuditFacts, PersonFacts, RoundFacts, Violation } from './assignment-facts.js';
import { personViolations, violation } from './person-rules.js';

/** How strictly a team is looked at. */
export interface TeamCheck {
  /** While a team is being put together, who is still missing is no fault; who is too many is. */
  isBeingMade?: boolean;
}

/**
 * The hard rules about a team as a whole and its days: R08 (who a team consists of), R15 (the
 * auditee's leader decides nothing about the auditors, and appoints none of them), R17 (the auditee's days).
 */
export function teamViolations(audit: AuditFacts, round: RoundFacts, check: TeamCheck = {}): Violation[] {
  return [
    ...compositionFaults(audit, round, check).map((why) => violation('R08', audit.auditId, null, why)),
    ...audit.auditee.leaderIds
      .filter((id) => round.decidedByIds.includes(id))
      .map((id) =>
        violation('R15', audit.auditId, id, {
          vi: `lãnh đạo của ${audit.auditee.name} đang quyết định về chuyên gia của đợt này`,
          en: `a leader of ${audit.auditee.name} decides about the auditors of this round`,
        }),
      ),
    ...appointmentFaults(audit).map(({ id, why }) => violation('R15', audit.auditId, id, why)),
    ...dayFaults(audit, round).map((why) => violation('R17', audit.auditId, null, why)),
  ];
}

/** Every hard rule for one audit: the team and each of its members. */
export function auditViolations(audit: AuditFacts, round: RoundFacts, check: TeamCheck = {}): Violation[] {
  return [
    ...teamViolations(audit, round, check),
    ...audit.members.flatMap(({ person, part }) => personViolations(person, part, audit, round)),
  ];
}

/**
 * Every hard rule for a whole plan, R04 included. What a person does in other audits (R10, R17) is
 * taken from the plan itself, not from `otherAudits`. What is true of several audits in the same
 * words (somebody's load) is told once, with the first of them.
 */
export function planViolations(audits: readonly AuditFacts[], round: RoundFacts): Violation[] {
  const all = [
    ...audits.flatMap((audit) => auditViolations(withOtherAudits(audit, audits), round)),
    ...reciprocalPairs(audits, round),
  ];
  const seen = new Set<string>();
  return all.filter(({ words }) => {
    const known = seen.has(words.vi);
    seen.add(words.vi);
    return !known;
  });
}

/**
 * Every hard rule for one audit in its plan, the pairs (R04) it is part of included.
 * @param audits the whole plan, with this audit as it would be
 */
export function violationsInPlan(
  auditId: string,
  audits: readonly AuditFacts[],
  round: RoundFacts,
  check: TeamCheck = {},
): Violation[] {
  const audit = audits.find((candidate) => candidate.auditId === auditId);
  if (!audit) return [];
  const pairs = audits.filter((other) => other !== audit).flatMap((other) => reciprocalPairs([audit, other], round));
  return [...auditViolations(withOtherAudits(audit, audits), round, check), ...pairs];
}

/**
 * Lets a plan pass that breaks no hard rule.
 * @throws Refusal RULE_VIOLATED with the code of the first rule, and every violation in `problems`.
 */
export function requireNoViolations(violations: readonly Violation[]): void {
  refuseBlocking(violations.map(({ rule, words }) => ({ code: rule, severity: 'BLOCKING', words })));
}

/** R08. In a team of two besides trainees, the second one is auditor and secretary at once. */
function compositionFaults(
  { members }: AuditFacts,
  { rules: { teamSize } }: RoundFacts,
  { isBeingMade = false }: TeamCheck,
): Words[] {
  const count = (part: TeamPart) => members.filter((member) => member.part === part).length;
  const [leads, auditors, secretaries, trainees] = [
    count('LEAD'),
    count('AUDITOR'),
    count('SECRETARY'),
    count('TRAINEE'),
  ];
  const others = auditors + secretaries;
  const size: Words = {
    vi: `đoàn có ${members.length} người, cần từ ${teamSize.min} đến ${teamSize.max}`,
    en: `the team has ${members.length} members, ${teamSize.min} to ${teamSize.max} are needed`,
  };
  const lead: Words = {
    vi: `đoàn có ${leads} trưởng đoàn, cần đúng một`,
    en: `the team has ${leads} leads, exactly one is needed`,
  };
  const tooMany: [boolean, Words][] = [
    [members.length > teamSize.max, size],
    [leads > 1, lead],
    [
      secretaries > 1,
      { vi: `đoàn có ${secretaries} thư ký, cần một`, en: `the team has ${secretaries} secretaries, one is needed` },
    ],
    [
      trainees > 1,
      { vi: `đoàn có ${trainees} người tập sự, tối đa một`, en: `the team has ${trainees} trainees, one at most` },
    ],
    [
      new Set(members.map(({ person }) => person.personId)).size < members.length,
      { vi: 'một người được ghi hai lần', en: 'somebody is on the team twice' },
    ],
  ];
  const missing: [boolean, Words][] = [
    [members.length < teamSize.min, size],
    [leads === 0, lead],
    [
      others === 0 || (others > 1 && auditors === 0),
      { vi: 'đoàn chưa có chuyên gia đánh giá ngoài trưởng đoàn', en: 'the team has no auditor besides the lead' },
    ],
    [others > 1 && secretaries === 0, { vi: 'đoàn chưa có thư ký', en: 'the team has no secretary' }],
    [
      trainees > 0 && leads + others < 2,
      {
        vi: 'người tập sự cần đi cùng ít nhất hai người có kinh nghiệm',
        en: 'a trainee goes with at least two experienced members',
      },
    ],
  ];
  return [...tooMany, ...(isBeingMade ? [] : missing)].filter(([broken]) => broken).map(([, words]) => words);
}

/**
 * R15 for those who put one team together: a head of office who arranges the round of the own
 * authority leaves the team for the own office to somebody else. The rest of the round stays open.
 */
function appointmentFaults({ auditee, appointedById, members }: AuditFacts): { id: string; why: Words }[] {
  if (!appointedById || members.length === 0 || !auditee.leaderIds.includes(appointedById)) return [];
  return [
    {
      id: appointedById,
      why: {
        vi: `lãnh đạo của ${auditee.name} không tự lập đoàn đánh giá đơn vị mình; người khác phụ trách đợt phải lập đoàn này`,
        en: `a leader of ${auditee.name} does not put together the team that audits it; somebody else who arranges the round must do it`,
      },
    },
  ];
}

/** R17, the auditee's side: a working day, not the day of receiving citizens. */
function dayFaults({ auditee, dates, isFieldworkDone }: AuditFacts, { calendar }: RoundFacts): Words[] {
  return (isFieldworkDone ? [] : dates).flatMap((date) => {
    if (!calendar.isWorkingDay(date)) {
      return [{ vi: `ngày ${showDate(date)} không phải ngày làm việc`, en: `${showDate(date)} is not a working day` }];
    }
    if (weekday(date) === auditee.receptionWeekday) {
      return [
        {
          vi: `ngày ${showDate(date)} là ngày tiếp công dân của ${auditee.name}`,
          en: `on ${showDate(date)} ${auditee.name} receives citizens`,
        },
      ];
    }
    return [];
  });
}

function withOtherAudits(audit: AuditFacts, audits: readonly AuditFacts[]): AuditFacts {
  const members = audit.members.map(({ person, part }) => ({
    part,
    person: {
      ...person,
      otherAudits: audits
        .filter(
          (other) =>
            other.auditId !== audit.auditId &&
            other.members.some((member) => member.person.personId === person.personId),
        )
        .map(({ auditId, auditee, dates }) => ({ auditId, auditeeName: auditee.name, dates })),
    },
  }));
  return { ...audit, members };
}

/**
 * R04 for one person: the units that this person would make audit each other by joining the team.
 * Told before the person is chosen.
 */
export function reciprocityViolations(
  person: PersonFacts,
  audit: AuditFacts,
  audits: readonly AuditFacts[],
  { rules }: RoundFacts,
): Violation[] {
  if (rules.reciprocityReason) return [];
  return audits
    .filter(
      (other) =>
        other.auditId !== audit.auditId &&
        sendsTo({ members: [{ person, part: 'AUDITOR' }] }, other.auditee.unitId) &&
        sendsTo(other, audit.auditee.unitId),
    )
    .map((other) =>
      violation('R04', audit.auditId, person.personId, {
        vi: `${audit.auditee.name} đang có người đánh giá ${other.auditee.name}`,
        en: `${audit.auditee.name} already sends somebody to audit ${other.auditee.name}`,
      }),
    );
}

/** R04: a unit that sends somebody to audit another one is not audited by somebody of that one. */
function reciprocalPairs(audits: readonly AuditFacts[], { rules }: RoundFacts): Violation[] {
  if (rules.reciprocityReason) return [];
  return audits.flatMap((audit, index) =>
    audits
      .slice(index + 1)
      .filter((other) => sendsTo(audit, other.auditee.unitId) && sendsTo(other, audit.auditee.unitId))
      .map((other) =>
        violation('R04', audit.auditId, null, {
          vi: `${audit.auditee.name} và ${other.auditee.name} đánh giá lẫn nhau`,
          en: `${audit.auditee.name} and ${other.auditee.name} audit each other`,
        }),
      ),
  );
}

function sendsTo({ members }: Pick<AuditFacts, 'members'>, unitId: string): boolean {
  return members.some(({ person }) => person.units.some((unit) => unit.unitId === unitId && unit.leftOn === null));
}
