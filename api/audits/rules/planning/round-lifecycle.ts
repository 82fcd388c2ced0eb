import { defineLifecycle, terminal } from '../../../rules/lifecycle.js';

/** States of a round (đợt đánh giá). */
export type RoundState = 'PREPARING' | 'ASSIGNED' | 'APPROVED' | 'RUNNING' | 'REPORTED' | 'CLOSED' | 'CANCELLED';

/** Verbs of a round. */
export type RoundEvent =
  | 'assign'
  | 'reopen'
  | 'approve'
  | 'amendPlan'
  | 'approvePlanAmendment'
  | 'start'
  | 'report'
  | 'close'
  | 'cancel';

/** Who acts on a round. */
export type RoundActor = 'LEAD_AGENCY' | 'LEAD_AGENCY_HEAD' | 'SYSTEM';

/** States in which a round is over. */
export type RoundEnd = 'CLOSED' | 'CANCELLED';

/**
 * The lifecycle of a round. Cancelling it cancels its open audits too. An amendment keeps the state and
 * makes the next plan version; the lead agency lists the changes and the ISO head signs (`headSign`).
 */
export const roundLifecycle = defineLifecycle<RoundState, RoundEvent, RoundActor, RoundEnd>('round', {
  thing: { vi: 'đợt đánh giá', en: 'the round' },
  initial: 'PREPARING',
  states: {
    PREPARING: {
      assign: { to: 'ASSIGNED', by: ['LEAD_AGENCY'], needs: ['planWithoutViolations'] },
      cancel: { to: 'CANCELLED', by: ['LEAD_AGENCY_HEAD'], needs: ['reason'] },
    },
    ASSIGNED: {
      reopen: { to: 'PREPARING', by: ['LEAD_AGENCY'] },
      approve: { to: 'APPROVED', by: ['LEAD_AGENCY_HEAD'], needs: ['sign'] },
      cancel: { to: 'CANCELLED', by: ['LEAD_AGENCY_HEAD'], needs: ['reason'] },
    },
    APPROVED: {
      start: { to: 'RUNNING', by: ['SYSTEM'], needs: ['firstAuditAnnounced'] },
      amendPlan: { to: 'APPROVED', by: ['LEAD_AGENCY'], needs: ['changes', 'headSign'] },
      approvePlanAmendment: { to: 'APPROVED', by: ['LEAD_AGENCY_HEAD'], needs: ['soundAmendment', 'sign'] },
      cancel: { to: 'CANCELLED', by: ['LEAD_AGENCY_HEAD'], needs: ['reason'] },
    },
    RUNNING: {
      amendPlan: { to: 'RUNNING', by: ['LEAD_AGENCY'], needs: ['changes', 'headSign'] },
      approvePlanAmendment: { to: 'RUNNING', by: ['LEAD_AGENCY_HEAD'], needs: ['soundAmendment', 'sign'] },
      report: { to: 'REPORTED', by: ['LEAD_AGENCY'], needs: ['auditsOver'] },
      cancel: { to: 'CANCELLED', by: ['LEAD_AGENCY_HEAD'], needs: ['reason'] },
    },
    REPORTED: { close: { to: 'CLOSED', by: ['LEAD_AGENCY_HEAD'], needs: ['sign'] } },
    CLOSED: terminal,
    CANCELLED: terminal,
  },
  words: {
    PREPARING: {
      label: { vi: 'Đang chuẩn bị', en: 'Preparing' },
      whatNext: {
        vi: 'Đơn vị chủ trì chọn đơn vị được đánh giá và phân công các đoàn, không trái quy tắc bắt buộc nào.',
        en: 'The lead agency chooses the auditees and assigns the teams, without breaking a hard rule.',
      },
    },
    ASSIGNED: {
      label: { vi: 'Đã phân công', en: 'Assigned' },
      whatNext: {
        vi: 'Trưởng Ban Chỉ đạo ISO của đơn vị chủ trì ký phê duyệt phân công, hoặc đơn vị chủ trì mở lại để sửa.',
        en: "The lead agency's ISO head signs the assignment, or the lead agency reopens it.",
      },
    },
    APPROVED: {
      label: { vi: 'Đã phê duyệt, chờ thực hiện', en: 'Approved, not yet running' },
      whatNext: {
        vi: 'Trưởng đoàn gửi thông báo đánh giá; đợt bắt đầu khi cuộc đầu tiên được thông báo.',
        en: 'The lead auditors announce their audits; the round starts with the first announcement.',
      },
    },
    RUNNING: {
      label: { vi: 'Đang thực hiện', en: 'Running' },
      whatNext: {
        vi: 'Các đoàn đánh giá và báo cáo; khi mọi cuộc đã kết thúc hoặc bị hủy, đơn vị chủ trì lập báo cáo tổng hợp.',
        en: 'The teams audit and report; when every audit is closed or cancelled, the lead agency reports on the round.',
      },
    },
    REPORTED: {
      label: { vi: 'Đã có báo cáo', en: 'Reported' },
      whatNext: {
        vi: 'Trưởng Ban Chỉ đạo ISO của đơn vị chủ trì ký kết thúc đợt đánh giá.',
        en: "The lead agency's ISO head signs to close the round.",
      },
    },
    CLOSED: {
      label: { vi: 'Đã kết thúc', en: 'Closed' },
      whatNext: {
        vi: 'Đợt đánh giá đã kết thúc; việc khắc phục tiếp tục ở từng phiếu KPH.',
        en: 'The round is closed; what is left goes on in the nonconformities.',
      },
    },
    CANCELLED: {
      label: { vi: 'Đã hủy', en: 'Cancelled' },
      whatNext: {
        vi: 'Đợt đánh giá đã bị hủy, không còn việc phải làm.',
        en: 'The round was cancelled; nothing is left to do.',
      },
    },
  },
  verbs: {
    assign: { vi: 'chốt phân công', en: 'settle the assignment' },
    reopen: { vi: 'mở lại phân công', en: 'reopen the assignment' },
    approve: { vi: 'phê duyệt', en: 'approve it' },
    amendPlan: { vi: 'điều chỉnh phân công', en: 'amend the assignment' },
    approvePlanAmendment: { vi: 'ký điều chỉnh phân công', en: 'sign the amendment' },
    start: { vi: 'bắt đầu', en: 'start it' },
    report: { vi: 'lập báo cáo tổng hợp', en: 'report on it' },
    close: { vi: 'kết thúc', en: 'close it' },
    cancel: { vi: 'hủy', en: 'cancel it' },
  },
});
