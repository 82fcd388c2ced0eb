import {
  isAskedTooOften,
  isElsewhere,
  isNoAuditor,
  hasDeclaredConflict,
  hasHandled,
  hasLeftLately,
  isInCommand,
  mayNotLead,
  worksThere,
} from './person-checks.js';
import { areReciprocal, wouldBeReciprocal } from './pair-checks.js';
import type { AssignmentRule } from './rule.js';
import { daysOff, isAppointedByLeader, isDecidedByLeader, wrongParts } from './team-checks.js';

/**
 * The rules that are checked when a person makes a team, in the order in which violations are listed, with the
 * words of `data/assignment-rules.tsv` (ISO 9001:2015 clause 9.2.2 c: objectivity and impartiality). A test
 * compares them with the table.
 */
export const assignmentRules = [
  {
    code: 'R01',
    severity: 'HARD',
    words: {
      vi: 'Chuyên gia không đánh giá đơn vị cấp xã mình đang công tác',
      en: 'An auditor never audits the unit (commune) he or she belongs to now',
    },
    checks: { person: worksThere },
  },
  {
    code: 'R02',
    severity: 'HARD',
    words: {
      vi: 'Không đánh giá đơn vị mình đã rời đi trong 12 tháng gần nhất',
      en: 'Nor a unit left within the last 12 months',
    },
    checks: { person: hasLeftLately },
  },
  {
    code: 'R03',
    severity: 'HARD',
    words: {
      vi: 'Không đánh giá quy trình mình đã soạn thảo, soát xét hoặc phê duyệt, kể cả quy trình được sao chép lại',
      en: "Nor a procedure he or she drafted, reviewed or approved, copies included, where it is in the audit's scope",
    },
    checks: { person: hasHandled },
  },
  {
    code: 'R04',
    severity: 'HARD',
    words: {
      vi: 'Không có cặp "có đi có lại" trong một đợt: A đánh giá B thì B không đánh giá A',
      en: 'No reciprocal pair in a round: if A audits B then B does not audit A',
    },
    checks: { pair: areReciprocal, candidate: wouldBeReciprocal },
  },
  {
    code: 'R06',
    severity: 'HARD',
    words: {
      vi: 'Không có xung đột lợi ích đã khai (quan hệ gia đình với lãnh đạo, người giữ việc chính của đơn vị, lý do khác)',
      en: "No declared conflict of interest (close family tie with the auditee's leader or key staff, other reason)",
    },
    checks: { person: hasDeclaredConflict },
  },
  {
    code: 'R07',
    severity: 'HARD',
    words: {
      vi: 'Trưởng đoàn đủ điều kiện làm trưởng đoàn, có chứng nhận đào tạo còn giá trị và đủ số cuộc đã tham gia',
      en: 'One lead per team, lead-qualified, with a valid certificate and enough earlier audits',
    },
    checks: { person: mayNotLead },
  },
  {
    code: 'R08',
    severity: 'HARD',
    words: {
      vi: 'Đoàn 3 người (2 đến 4): trưởng đoàn, ít nhất một chuyên gia, thư ký; người tập sự không làm một mình',
      en: 'Team of 3 (2 to 4): lead, at least one auditor, secretary; a trainee is never alone',
    },
    checks: { person: isNoAuditor, team: wrongParts },
  },
  {
    code: 'R10',
    severity: 'HARD',
    words: {
      vi: 'Mỗi chuyên gia không quá 2 cuộc trong một đợt',
      en: 'At most 2 audits per auditor in a round',
    },
    checks: { person: isAskedTooOften },
  },
  {
    code: 'R15',
    severity: 'HARD',
    words: {
      vi: 'Người ở trên hoặc dưới đơn vị được đánh giá trong quan hệ chỉ đạo trực tiếp không tham gia đoàn; lãnh đạo đơn vị được đánh giá không cử, không trả công, không xếp loại chuyên gia của đợt',
      en: "Nobody above or below the auditee in the line of command takes part; the auditee's leader does not appoint, pay or rate the auditors of the round",
    },
    checks: {
      person: isInCommand,
      team: (facts) => [...isDecidedByLeader(facts), ...isAppointedByLeader(facts)],
    },
  },
  {
    code: 'R17',
    severity: 'HARD',
    words: {
      vi: 'Một người không ở hai nơi trong một ngày; không xếp vào ngày tiếp công dân của đơn vị và ngày người đó báo bận',
      en: "Nobody is in two places on one day; not on the unit's citizen-reception day nor on a person's unavailable day",
    },
    checks: { person: isElsewhere, team: daysOff },
  },
] as const satisfies readonly AssignmentRule[];

/** Code of a rule that is checked. */
export type RuleCode = (typeof assignmentRules)[number]['code'];

/**
 * The rules of the table that are not checked when a person makes a team, and why. A rule is either here or in
 * `assignmentRules`; a test compares both with the table.
 */
export const rulesNotChecked = {
  R05: 'soft: compares whole plans; a person who makes a team by hand decides on the candidates that are shown',
  R09: 'soft: compares whole plans; the fields of a candidate are shown beside the name',
  R10b: 'soft: compares whole plans; the load of a candidate is shown beside the name',
  R11: 'soft: compares whole plans; the distance of a candidate is shown beside the name',
  R12: 'soft: compares whole plans; which auditee is difficult is not measured yet',
  R13: 'a process: nothing is drawn where a team is made by hand',
  R14: 'a process: `declarations.ts` refuses a conflict that is declared too late, an amendment keeps who replaced whom',
  R16: 'a process: the lifecycle of findings lets the team agree them before the auditee sees them',
} as const satisfies Record<string, string>;
