import { defineLifecycle, terminal } from '../../../rules/lifecycle.js';

/** States of an audit (cuộc đánh giá). */
export type AuditState =
  | 'PLANNED'
  | 'ANNOUNCED'
  | 'CONFIRMED'
  | 'IN_PROGRESS'
  | 'FIELDWORK_DONE'
  | 'REPORTED'
  | 'CLOSED'
  | 'CANCELLED';

/** Verbs of an audit. */
export type AuditEvent =
  | 'announce'
  | 'confirmPlan'
  | 'objectToPlan'
  | 'reschedule'
  | 'open'
  | 'finishFieldwork'
  | 'reopenFieldwork'
  | 'report'
  | 'accept'
  | 'return'
  | 'cancel';

/** Who acts on an audit: people with a part in it, or the auditee's ISO head. */
export type AuditActor = 'LEAD' | 'LEAD_AGENCY' | 'ISO_HEAD' | 'SYSTEM';

/** States in which an audit is over. */
export type AuditEnd = 'CLOSED' | 'CANCELLED';

/**
 * The lifecycle of the audit of one auditee. ISO_HEAD is the auditee's. When the auditee accepts the report,
 * the findings are issued. From ANNOUNCED to CLOSED plus 90 days the team holds grants there. After a signed
 * amendment that moves the days, the auditee must confirm again (docs/decisions/006).
 */
export const auditLifecycle = defineLifecycle<AuditState, AuditEvent, AuditActor, AuditEnd>('audit', {
  thing: { vi: 'cuộc đánh giá', en: 'the audit' },
  initial: 'PLANNED',
  states: {
    PLANNED: {
      announce: { to: 'ANNOUNCED', by: ['LEAD'], needs: ['agenda'] },
      cancel: { to: 'CANCELLED', by: ['LEAD_AGENCY'], needs: ['reason'] },
    },
    ANNOUNCED: {
      confirmPlan: { to: 'CONFIRMED', by: ['ISO_HEAD'], needs: ['sign'] },
      objectToPlan: { to: 'PLANNED', by: ['ISO_HEAD'], needs: ['reason'] },
      reschedule: { to: 'PLANNED', by: ['SYSTEM'], needs: ['amendmentOfDays'] },
      cancel: { to: 'CANCELLED', by: ['LEAD_AGENCY'], needs: ['reason'] },
    },
    CONFIRMED: {
      open: { to: 'IN_PROGRESS', by: ['LEAD'], needs: ['openingMinutes'] },
      reschedule: { to: 'PLANNED', by: ['SYSTEM'], needs: ['amendmentOfDays'] },
      cancel: { to: 'CANCELLED', by: ['LEAD_AGENCY'], needs: ['reason'] },
    },
    IN_PROGRESS: {
      finishFieldwork: {
        to: 'FIELDWORK_DONE',
        by: ['LEAD'],
        needs: ['linesAnswered', 'findingsAgreed', 'closingMinutes'],
      },
      cancel: { to: 'CANCELLED', by: ['LEAD_AGENCY'], needs: ['reason'] },
    },
    FIELDWORK_DONE: {
      reopenFieldwork: { to: 'IN_PROGRESS', by: ['LEAD'], needs: ['reason'] },
      report: { to: 'REPORTED', by: ['LEAD'], needs: ['findingsAcknowledged', 'sign'] },
      cancel: { to: 'CANCELLED', by: ['LEAD_AGENCY'], needs: ['reason'] },
    },
    REPORTED: {
      accept: { to: 'CLOSED', by: ['ISO_HEAD'], needs: ['sign'] },
      return: { to: 'FIELDWORK_DONE', by: ['ISO_HEAD', 'LEAD_AGENCY'], needs: ['reason'] },
      cancel: { to: 'CANCELLED', by: ['LEAD_AGENCY'], needs: ['reason'] },
    },
    CLOSED: terminal,
    CANCELLED: terminal,
  },
  words: {
    PLANNED: {
      label: { vi: 'Đã lập kế hoạch', en: 'Planned' },
      whatNext: {
        vi: 'Trưởng đoàn lập lịch và gửi thông báo đánh giá cho đơn vị.',
        en: 'The lead auditor makes the agenda and announces the audit to the auditee.',
      },
    },
    ANNOUNCED: {
      label: { vi: 'Đã thông báo', en: 'Announced' },
      whatNext: {
        vi: 'Trưởng Ban Chỉ đạo ISO của đơn vị được đánh giá ký xác nhận kế hoạch, hoặc đề nghị thay đổi.',
        en: "The auditee's ISO head signs the plan, or objects to it.",
      },
    },
    CONFIRMED: {
      label: { vi: 'Đơn vị đã xác nhận kế hoạch', en: 'Plan confirmed by the auditee' },
      whatNext: {
        vi: 'Đúng ngày, trưởng đoàn họp khai mạc và mở cuộc đánh giá.',
        en: 'On the day, the lead auditor holds the opening meeting and opens the audit.',
      },
    },
    IN_PROGRESS: {
      label: { vi: 'Đang đánh giá', en: 'In progress' },
      whatNext: {
        vi: 'Đoàn ghi kết quả từng dòng, thống nhất phát hiện, họp kết thúc; rồi trưởng đoàn báo đã xong tại chỗ.',
        en: 'The team records every line, agrees its findings and holds the closing meeting; then the lead finishes the fieldwork.',
      },
    },
    FIELDWORK_DONE: {
      label: { vi: 'Đã xong tại chỗ', en: 'Fieldwork done' },
      whatNext: {
        vi: 'Đơn vị trả lời các phát hiện; sau đó trưởng đoàn ký báo cáo đánh giá.',
        en: 'The auditee answers the findings; then the lead auditor signs the report.',
      },
    },
    REPORTED: {
      label: { vi: 'Đã có báo cáo', en: 'Reported' },
      whatNext: {
        vi: 'Trưởng Ban Chỉ đạo ISO của đơn vị được đánh giá ký nhận báo cáo, hoặc trả lại kèm lý do.',
        en: "The auditee's ISO head signs the report, or returns it with a reason.",
      },
    },
    CLOSED: {
      label: { vi: 'Đã kết thúc', en: 'Closed' },
      whatNext: {
        vi: 'Cuộc đánh giá đã kết thúc; đơn vị xử lý tiếp các phiếu KPH đã phát hành.',
        en: 'The audit is closed; the auditee goes on with the nonconformities that were issued.',
      },
    },
    CANCELLED: {
      label: { vi: 'Đã hủy', en: 'Cancelled' },
      whatNext: {
        vi: 'Cuộc đánh giá đã bị hủy, không còn việc phải làm.',
        en: 'The audit was cancelled; nothing is left to do.',
      },
    },
  },
  verbs: {
    announce: { vi: 'gửi thông báo', en: 'announce it' },
    confirmPlan: { vi: 'xác nhận kế hoạch', en: 'confirm the plan' },
    objectToPlan: { vi: 'đề nghị thay đổi kế hoạch', en: 'object to the plan' },
    reschedule: { vi: 'đổi ngày theo điều chỉnh đã ký', en: 'move its days by a signed amendment' },
    open: { vi: 'khai mạc', en: 'open it' },
    finishFieldwork: { vi: 'kết thúc tại chỗ', en: 'finish the fieldwork' },
    reopenFieldwork: { vi: 'mở lại việc tại chỗ', en: 'reopen the fieldwork' },
    report: { vi: 'ký báo cáo', en: 'report' },
    accept: { vi: 'ký nhận báo cáo', en: 'accept the report' },
    return: { vi: 'trả lại báo cáo', en: 'return the report' },
    cancel: { vi: 'hủy', en: 'cancel it' },
  },
});

/** States in which the auditee may declare a conflict with a member (R14): before the audit is opened. */
export const declarable = ['PLANNED', 'ANNOUNCED', 'CONFIRMED'] as const satisfies readonly AuditState[];

/** States in which the work at the unit is over. */
export const fieldworkDone: readonly AuditState[] = ['FIELDWORK_DONE', 'REPORTED', 'CLOSED'];
