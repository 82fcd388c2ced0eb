import { showDate, weekday } from '../../../rules/calendar.js';
import type { Wording } from '../../../rules/refusal.js';
import type { TeamPart } from '../planning/team.js';
import type { Fault, TeamCase } from './rule.js';

/**
 * R08, for a team: members that are missing or too many. In a team of two besides trainees, the second one is
 * auditor and secretary at once.
 */
export function wrongParts({
  audit: { members },
  round: {
    rules: { teamSize },
  },
  check: { isBeingMade = false },
}: TeamCase): Fault[] {
  const count = (part: TeamPart) => members.filter((member) => member.part === part).length;
  const [leads, auditors, secretaries, trainees] = [
    count('LEAD'),
    count('AUDITOR'),
    count('SECRETARY'),
    count('TRAINEE'),
  ];
  const others = auditors + secretaries;
  const size: Wording = {
    vi: `đoàn có ${members.length} người, cần từ ${teamSize.min} đến ${teamSize.max}`,
    en: `the team has ${members.length} members, ${teamSize.min} to ${teamSize.max} are needed`,
  };
  const lead: Wording = {
    vi: `đoàn có ${leads} trưởng đoàn, cần đúng một`,
    en: `the team has ${leads} leads, exactly one is needed`,
  };
  const tooMany: [boolean, Wording][] = [
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
  const missing: [boolean, Wording][] = [
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
  return [...tooMany, ...(isBeingMade ? [] : missing)].filter(([broken]) => broken).map(([, why]) => ({ why }));
}

/** R15: a leader of the auditee decides about the auditors of the round. */
export const isDecidedByLeader = ({ audit: { auditee }, round }: TeamCase): Fault[] =>
  auditee.leaderIds
    .filter((id) => round.decidedByIds.includes(id))
    .map((id) => ({
      personId: id,
      why: {
        vi: `lãnh đạo của ${auditee.name} đang quyết định về chuyên gia của đợt này`,
        en: `a leader of ${auditee.name} decides about the auditors of this round`,
      },
    }));

/**
 * R15, for a person who puts a team together: a head of office who arranges the round of the own authority may
 * not make the team that audits this office. The other teams of the round are allowed.
 */
export function isAppointedByLeader({ audit: { auditee, appointedById, members } }: TeamCase): Fault[] {
  if (!appointedById || members.length === 0 || !auditee.leaderIds.includes(appointedById)) return [];
  return [
    {
      personId: appointedById,
      why: {
        vi: `lãnh đạo của ${auditee.name} không tự lập đoàn đánh giá đơn vị mình; người khác phụ trách đợt phải lập đoàn này`,
        en: `a leader of ${auditee.name} does not put together the team that audits it; somebody else who arranges the round must do it`,
      },
    },
  ];
}

/** R17, for the auditee: a working day, not the day of receiving citizens. */
export function daysOff({ audit: { auditee, dates, isFieldworkDone }, round: { calendar } }: TeamCase): Fault[] {
  return (isFieldworkDone ? [] : dates).flatMap((date) => {
    if (!calendar.isWorkingDay(date)) {
      return [
        {
          why: { vi: `ngày ${showDate(date)} không phải ngày làm việc`, en: `${showDate(date)} is not a working day` },
        },
      ];
    }
    if (weekday(date) === auditee.receptionWeekday) {
      return [
        {
          why: {
            vi: `ngày ${showDate(date)} là ngày tiếp công dân của ${auditee.name}`,
            en: `on ${showDate(date)} ${auditee.name} receives citizens`,
          },
        },
      ];
    }
    return [];
  });
}
