import type { Words } from '../../../rules/refusal.js';

/**
 * The hard rules of `data/assignment-rules.tsv` that are checked for teams made by hand, in words
 * (ISO 9001:2015 clause 9.2.2 c: objectivity and impartiality). A test holds them to the table.
 */
export const hardRules = {
  R01: {
    vi: 'Chuyên gia không đánh giá đơn vị cấp xã mình đang công tác',
    en: 'An auditor never audits the unit (commune) he or she belongs to now',
  },
  R02: {
    vi: 'Không đánh giá đơn vị mình đã rời đi trong 12 tháng gần nhất',
    en: 'Nor a unit left within the last 12 months',
  },
  R03: {
    vi: 'Không đánh giá quy trình mình đã soạn thảo, soát xét hoặc phê duyệt, kể cả quy trình được sao chép lại',
    en: "Nor a procedure he or she drafted, reviewed or approved, copies included, where it is in the audit's scope",
  },
  R04: {
    vi: 'Không có cặp "có đi có lại" trong một đợt: A đánh giá B thì B không đánh giá A',
    en: 'No reciprocal pair in a round: if A audits B then B does not audit A',
  },
  R06: {
    vi: 'Không có xung đột lợi ích đã khai (quan hệ gia đình với lãnh đạo, người giữ việc chính của đơn vị, lý do khác)',
    en: "No declared conflict of interest (close family tie with the auditee's leader or key staff, other reason)",
  },
  R07: {
    vi: 'Trưởng đoàn đủ điều kiện làm trưởng đoàn, có chứng nhận đào tạo còn giá trị và đủ số cuộc đã tham gia',
    en: 'One lead per team, lead-qualified, with a valid certificate and enough earlier audits',
  },
  R08: {
    vi: 'Đoàn 3 người (2 đến 4): trưởng đoàn, ít nhất một chuyên gia, thư ký; người tập sự không làm một mình',
    en: 'Team of 3 (2 to 4): lead, at least one auditor, secretary; a trainee is never alone',
  },
  R10: {
    vi: 'Mỗi chuyên gia không quá 2 cuộc trong một đợt',
    en: 'At most 2 audits per auditor in a round',
  },
  R15: {
    vi: 'Người ở trên hoặc dưới đơn vị được đánh giá trong quan hệ chỉ đạo trực tiếp không tham gia đoàn; lãnh đạo đơn vị được đánh giá không cử, không trả công, không xếp loại chuyên gia của đợt',
    en: "Nobody above or below the auditee in the line of command takes part; the auditee's leader does not appoint, pay or rate the auditors of the round",
  },
  R17: {
    vi: 'Một người không ở hai nơi trong một ngày; không xếp vào ngày tiếp công dân của đơn vị và ngày người đó báo bận',
    en: "Nobody is in two places on one day; not on the unit's citizen-reception day nor on a person's unavailable day",
  },
} as const satisfies Record<string, Words>;

/** Code of a hard rule. */
export type HardRule = keyof typeof hardRules;
