import type { Role } from '../../access/rules/roles.js';
import { defineLifecycle, terminal } from '../../rules/lifecycle.js';
import type { NonconformityPart } from './parts.js';

/** States of a nonconformity (sự không phù hợp). */
export type NonconformityState =
  | 'ISSUED'
  | 'DISPUTED'
  | 'RESPONDED'
  | 'PLAN_APPROVED'
  | 'ACTIONS_DONE'
  | 'VERIFIED'
  | 'CLOSED'
  | 'CLOSED_INEFFECTIVE'
  | 'WITHDRAWN';

/** States in which nothing can happen any more. */
export type NonconformityEnd = 'CLOSED' | 'CLOSED_INEFFECTIVE' | 'WITHDRAWN';

/** Verbs of a nonconformity. */
export type NonconformityEvent =
  | 'respond'
  | 'dispute'
  | 'uphold'
  | 'withdraw'
  | 'approvePlan'
  | 'returnPlan'
  | 'revisePlan'
  | 'reportDone'
  | 'verify'
  | 'returnResult'
  | 'confirmEffective'
  | 'findIneffective';

/**
 * The lifecycle of a nonconformity, from the issued slip to the effectiveness check.
 * ISO 9001:2015 clause 10.2; who holds the parts RESPONDER, PLAN_APPROVER, DISPUTE_DECIDER, ISSUER and
 * VERIFIER is in `parts.ts`. A nonconformity found ineffective is followed by a new one.
 */
export const nonconformityLifecycle = defineLifecycle<
  NonconformityState,
  NonconformityEvent,
  Role | NonconformityPart | 'SYSTEM',
  NonconformityEnd
>('nonconformity', {
  thing: { vi: 'phiếu KPH', en: 'the nonconformity' },
  initial: 'ISSUED',
  states: {
    ISSUED: {
      respond: { to: 'RESPONDED', by: ['UNIT_HEAD', 'ISO_SECRETARY'], needs: ['correction', 'cause', 'actions'] },
      dispute: { to: 'DISPUTED', by: ['ISO_HEAD'], needs: ['reason'] },
      withdraw: { to: 'WITHDRAWN', by: ['ISSUER'], needs: ['reason'] },
    },
    DISPUTED: {
      uphold: { to: 'ISSUED', by: ['DISPUTE_DECIDER'], needs: ['reason'] },
      withdraw: { to: 'WITHDRAWN', by: ['DISPUTE_DECIDER'], needs: ['reason'] },
    },
    RESPONDED: {
      approvePlan: { to: 'PLAN_APPROVED', by: ['PLAN_APPROVER'] },
      returnPlan: { to: 'ISSUED', by: ['PLAN_APPROVER'], needs: ['reason'] },
      withdraw: { to: 'WITHDRAWN', by: ['ISSUER'], needs: ['reason'] },
    },
    PLAN_APPROVED: {
      revisePlan: { to: 'ISSUED', by: ['RESPONDER'], needs: ['reason'] },
      reportDone: { to: 'ACTIONS_DONE', by: ['RESPONDER', 'SYSTEM'], needs: ['actionsSettled'] },
      withdraw: { to: 'WITHDRAWN', by: ['ISSUER'], needs: ['reason'] },
    },
    ACTIONS_DONE: {
      verify: { to: 'VERIFIED', by: ['VERIFIER'], needs: ['evidenceSeen', 'onSite'] },
      returnResult: { to: 'PLAN_APPROVED', by: ['VERIFIER'], needs: ['reason'] },
      withdraw: { to: 'WITHDRAWN', by: ['ISSUER'], needs: ['reason'] },
    },
    VERIFIED: {
      confirmEffective: { to: 'CLOSED', by: ['VERIFIER'], needs: ['effectivenessDate', 'observed'] },
      findIneffective: { to: 'CLOSED_INEFFECTIVE', by: ['VERIFIER'], needs: ['effectivenessDate', 'observed'] },
    },
    CLOSED: terminal,
    CLOSED_INEFFECTIVE: terminal,
    WITHDRAWN: terminal,
  },
  words: {
    ISSUED: {
      label: { vi: 'Đã phát hành, chờ phản hồi', en: 'Issued, awaiting response' },
      whatNext: {
        vi: 'Trưởng đơn vị hoặc thư ký ISO gửi cách xử lý ngay, nguyên nhân và hành động khắc phục; Trưởng Ban Chỉ đạo ISO có thể nêu ý kiến không đồng ý.',
        en: 'The head of the unit or the ISO secretary answers with correction, cause and corrective actions; the ISO head may dispute it.',
      },
    },
    DISPUTED: {
      label: { vi: 'Đơn vị không đồng ý, chờ xem xét', en: 'Disputed, awaiting decision' },
      whatNext: {
        vi: 'Trưởng đoàn hoặc đại diện lãnh đạo về chất lượng xem xét: giữ nguyên hoặc rút phiếu.',
        en: 'The lead auditor or the quality manager decides: uphold or withdraw.',
      },
    },
    RESPONDED: {
      label: { vi: 'Đã phản hồi, chờ duyệt kế hoạch', en: 'Responded, plan awaiting approval' },
      whatNext: {
        vi: 'Đại diện lãnh đạo hoặc Trưởng Ban Chỉ đạo ISO (không phải người gửi phản hồi) duyệt hoặc trả lại kế hoạch.',
        en: 'The quality manager or the ISO head, not the person who responded, approves or returns the plan.',
      },
    },
    PLAN_APPROVED: {
      label: { vi: 'Đã duyệt kế hoạch, đang khắc phục', en: 'Plan approved, actions in progress' },
      whatNext: {
        vi: 'Người thực hiện làm và báo xong từng hành động; khi mọi hành động đã xong thì chuyển sang kiểm tra xác nhận.',
        en: 'The owners carry out their actions and report them done; when all are done, verification follows.',
      },
    },
    ACTIONS_DONE: {
      label: { vi: 'Đã khắc phục, chờ kiểm tra xác nhận', en: 'Actions done, awaiting verification' },
      whatNext: {
        vi: 'Người kiểm tra xác nhận xem bằng chứng (KPH nặng: tại chỗ), rồi xác nhận hoặc trả lại.',
        en: 'The verifier looks at the evidence (a major one: on site), then verifies or returns the result.',
      },
    },
    VERIFIED: {
      label: { vi: 'Đã kiểm tra xác nhận, chờ kiểm tra hiệu lực', en: 'Verified, awaiting effectiveness check' },
      whatNext: {
        vi: 'Từ ngày hẹn, người kiểm tra xác nhận xem lỗi có tái diễn không và kết luận về hiệu lực.',
        en: 'From the set date on, the verifier looks whether the fault has come back and concludes on effectiveness.',
      },
    },
    CLOSED: {
      label: { vi: 'Đã đóng', en: 'Closed' },
      whatNext: { vi: 'Phiếu đã đóng, không còn việc phải làm.', en: 'It is closed; nothing is left to do.' },
    },
    CLOSED_INEFFECTIVE: {
      label: { vi: 'Đã đóng, chưa hiệu lực (mở phiếu mới)', en: 'Closed as ineffective (followed up)' },
      whatNext: {
        vi: 'Việc khắc phục chưa có hiệu lực: trưởng đơn vị xử lý tiếp trong phiếu mới được liên kết.',
        en: 'The actions did not work: the head of the unit goes on in the new nonconformity linked to this one.',
      },
    },
    WITHDRAWN: {
      label: { vi: 'Đã rút', en: 'Withdrawn' },
      whatNext: {
        vi: 'Phiếu đã được rút, đơn vị không phải làm gì.',
        en: 'It was withdrawn; the unit has nothing to do.',
      },
    },
  },
  verbs: {
    respond: { vi: 'gửi phản hồi', en: 'respond' },
    dispute: { vi: 'nêu ý kiến không đồng ý', en: 'dispute it' },
    uphold: { vi: 'giữ nguyên phiếu', en: 'uphold it' },
    withdraw: { vi: 'rút phiếu', en: 'withdraw it' },
    approvePlan: { vi: 'duyệt kế hoạch', en: 'approve the plan' },
    returnPlan: { vi: 'trả lại kế hoạch', en: 'return the plan' },
    revisePlan: { vi: 'làm lại kế hoạch', en: 'revise the plan' },
    reportDone: { vi: 'báo đã khắc phục xong', en: 'report the actions done' },
    verify: { vi: 'kiểm tra xác nhận', en: 'verify' },
    returnResult: { vi: 'trả lại kết quả', en: 'return the result' },
    confirmEffective: { vi: 'xác nhận có hiệu lực', en: 'confirm that it was effective' },
    findIneffective: { vi: 'kết luận chưa hiệu lực', en: 'find it ineffective' },
  },
});
