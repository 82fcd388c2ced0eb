import type { Words } from './refusal.js';

/**
 * Everyone who can act on a record, with the words shown as "who must act".
 *
 * The first group are roles, held on the record's unit through a dated grant. The second group are
 * parts that a person has in one record. SYSTEM is a job. A module's policy says which of them a
 * viewer holds on a record; the lifecycles say which of them an event needs.
 */
export const actorWords = {
  ADMINISTRATOR: { vi: 'quản trị hệ thống', en: 'the administrator' },
  LEAD_AGENCY: { vi: 'đơn vị chủ trì', en: 'the lead agency' },
  ISO_HEAD: { vi: 'Trưởng Ban Chỉ đạo ISO của đơn vị', en: "the unit's ISO head" },
  QUALITY_MANAGER: { vi: 'đại diện lãnh đạo về chất lượng', en: 'the quality manager' },
  ISO_SECRETARY: { vi: 'thư ký ISO', en: 'the ISO secretary' },
  UNIT_HEAD: { vi: 'trưởng đơn vị', en: 'the head of the unit' },
  OFFICER: { vi: 'công chức', en: 'an officer' },
  OBSERVER: { vi: 'người quan sát', en: 'an observer' },
  AUDIT_LEAD: { vi: 'trưởng đoàn đánh giá', en: 'the lead auditor' },
  AUDIT_TEAM: { vi: 'thành viên đoàn đánh giá', en: 'a member of the audit team' },

  DRAFTER: { vi: 'người soạn thảo', en: 'the drafter' },
  REVIEWER: { vi: 'người soát xét', en: 'the reviewer' },
  APPROVER: { vi: 'người phê duyệt', en: 'the approver' },
  /** The ISO_HEAD of the lead agency's own authority. */
  LEAD_AGENCY_HEAD: { vi: 'Trưởng Ban Chỉ đạo ISO của đơn vị chủ trì', en: "the lead agency's ISO head" },
  /** The lead of the audit's team. */
  LEAD: { vi: 'trưởng đoàn', en: 'the lead of the team' },
  /** Who wrote the finding. */
  AUTHOR: { vi: 'người ghi phát hiện', en: 'the author of the finding' },
  /** Who agrees a finding for the team: the lead, or another member if the lead wrote it. */
  AGREER: {
    vi: 'trưởng đoàn (thành viên khác nếu trưởng đoàn là người ghi)',
    en: 'the lead (another member if the lead is the author)',
  },
  /** Who sent the response to the nonconformity. */
  RESPONDER: { vi: 'người đã gửi phản hồi', en: 'the person who responded' },
  /** QUALITY_MANAGER or ISO_HEAD of the unit's authority, but not the responder. */
  PLAN_APPROVER: { vi: 'người duyệt kế hoạch khắc phục', en: 'the approver of the plan' },
  /** QUALITY_MANAGER or ISO_HEAD of the unit's authority who does not own the action: see `actionParts`. */
  EXTENSION_JUDGE: {
    vi: 'người duyệt gia hạn (không phải người thực hiện)',
    en: 'the person who decides on extensions, not the owner',
  },
  /** Who decides a disputed nonconformity: see `nonconformityParts`. */
  DISPUTE_JUDGE: { vi: 'người xem xét ý kiến không đồng ý', en: 'the person who decides the dispute' },
  /** Who issued the nonconformity: the lead agency, or the own quality manager for own sources. */
  ISSUER: { vi: 'bên phát hành phiếu', en: 'the issuing side' },
  /** Who verifies what was done, never an owner of one of the actions. */
  VERIFIER: { vi: 'người kiểm tra xác nhận', en: 'the verifier' },
  /** The owner of a corrective action. */
  OWNER: { vi: 'người thực hiện hành động', en: 'the owner of the action' },
  /** A substitute named for the unit's head. */
  SUBSTITUTE: { vi: 'người được giao làm thay', en: 'the named substitute' },
  /** Someone of the level above who looks after the unit. */
  ABOVE: { vi: 'cấp trên trực tiếp', en: 'the level above' },

  SYSTEM: { vi: 'hệ thống', en: 'the system' },
} as const satisfies Record<string, Words>;

/** A role, a part in a record, or SYSTEM. */
export type Actor = keyof typeof actorWords;
