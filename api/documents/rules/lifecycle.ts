import { defineLifecycle, terminal } from '../../rules/lifecycle.js';

/** States of a revision (lần ban hành, sửa đổi). */
export type RevisionState =
  | 'DRAFT' | 'IN_REVIEW' | 'REVIEWED' | 'APPROVED' | 'EFFECTIVE' | 'SUPERSEDED' | 'WITHDRAWN' | 'DISCARDED';

/** Verbs of a revision. */
export type RevisionEvent =
  | 'submit' | 'discard' | 'review' | 'return' | 'takeBack' | 'approve' | 'takeEffect' | 'cancel' | 'supersede' | 'withdraw';

/**
 * The lifecycle of a revision of a controlled document (ISO 9001:2015 clause 7.5.3). `supersede` is
 * fired by the system on the revision in force when the next one takes effect. A document of
 * external origin is registered straight as EFFECTIVE by the ISO_SECRETARY.
 */
export const revisionLifecycle = defineLifecycle<RevisionState, RevisionEvent>('revision', {
  thing: { vi: 'bản tài liệu', en: 'the revision' },
  initial: 'DRAFT',
  states: {
    DRAFT: {
      submit: { to: 'IN_REVIEW', by: ['DRAFTER'], needs: ['completeContent', 'passedChecks', 'sign'] },
      discard: { to: 'DISCARDED', by: ['DRAFTER', 'ISO_SECRETARY'] },
    },
    IN_REVIEW: {
      review: { to: 'REVIEWED', by: ['REVIEWER'], needs: ['sign'] },
      return: { to: 'DRAFT', by: ['REVIEWER'], needs: ['reason'] },
      takeBack: { to: 'DRAFT', by: ['DRAFTER'] },
    },
    REVIEWED: {
      approve: { to: 'APPROVED', by: ['APPROVER'], needs: ['effectiveDate', 'sign'] },
      return: { to: 'DRAFT', by: ['APPROVER'], needs: ['reason'] },
    },
    APPROVED: {
      takeEffect: { to: 'EFFECTIVE', by: ['SYSTEM'], needs: ['effectiveDateReached'] },
      cancel: { to: 'DISCARDED', by: ['APPROVER'], needs: ['reason'] },
    },
    EFFECTIVE: {
      supersede: { to: 'SUPERSEDED', by: ['SYSTEM'], needs: ['nextTakesEffect'] },
      withdraw: { to: 'WITHDRAWN', by: ['ISO_HEAD'], needs: ['reason'] },
    },
    SUPERSEDED: terminal,
    WITHDRAWN: terminal,
    DISCARDED: terminal,
  },
  words: {
    DRAFT: {
      label: { vi: 'Dự thảo', en: 'Draft' },
      whatNext: { vi: 'Người soạn thảo hoàn thiện nội dung rồi ký gửi soát xét.', en: 'The drafter completes the content, signs and submits it for review.' },
    },
    IN_REVIEW: {
      label: { vi: 'Đang soát xét', en: 'In review' },
      whatNext: { vi: 'Người soát xét đọc và ký soát xét, hoặc trả lại kèm lý do.', en: 'The reviewer reads and signs it, or returns it with a reason.' },
    },
    REVIEWED: {
      label: { vi: 'Đã soát xét, chờ phê duyệt', en: 'Reviewed, awaiting approval' },
      whatNext: { vi: 'Người phê duyệt chọn ngày hiệu lực và ký phê duyệt, hoặc trả lại kèm lý do.', en: 'The approver sets the effective date and signs it, or returns it with a reason.' },
    },
    APPROVED: {
      label: { vi: 'Đã phê duyệt, chờ hiệu lực', en: 'Approved, not yet effective' },
      whatNext: {
        vi: 'Đến ngày hiệu lực, hệ thống đưa bản này vào áp dụng và thay bản trước; trước ngày đó người phê duyệt có thể hủy.',
        en: 'On the effective date the system puts it in force in place of the one before; until then the approver may cancel it.',
      },
    },
    EFFECTIVE: {
      label: { vi: 'Đang hiệu lực', en: 'Effective' },
      whatNext: {
        vi: 'Mọi người áp dụng bản này cho đến khi có bản mới hoặc Trưởng Ban Chỉ đạo ISO thu hồi.',
        en: 'Everybody works by it until the next one takes effect or the ISO head withdraws it.',
      },
    },
    SUPERSEDED: {
      label: { vi: 'Đã được thay thế', en: 'Superseded' },
      whatNext: { vi: 'Bản này đã được thay thế: hãy dùng bản đang hiệu lực.', en: 'It was superseded: use the one in force.' },
    },
    WITHDRAWN: {
      label: { vi: 'Đã thu hồi', en: 'Withdrawn' },
      whatNext: { vi: 'Bản này đã được thu hồi, không được áp dụng nữa.', en: 'It was withdrawn and must not be used any more.' },
    },
    DISCARDED: {
      label: { vi: 'Đã hủy bản thảo', en: 'Discarded' },
      whatNext: { vi: 'Bản thảo đã bị hủy; muốn sửa đổi, hãy lập bản thảo mới.', en: 'The draft was discarded; to change the document, start a new one.' },
    },
  },
  verbs: {
    submit: { vi: 'gửi soát xét', en: 'submit it for review' },
    discard: { vi: 'hủy bản thảo', en: 'discard it' },
    review: { vi: 'ký soát xét', en: 'review it' },
    return: { vi: 'trả lại', en: 'return it' },
    takeBack: { vi: 'lấy lại để sửa', en: 'take it back' },
    approve: { vi: 'phê duyệt', en: 'approve it' },
    takeEffect: { vi: 'đưa vào áp dụng', en: 'put it in force' },
    cancel: { vi: 'hủy trước ngày hiệu lực', en: 'cancel it' },
    supersede: { vi: 'thay thế', en: 'supersede it' },
    withdraw: { vi: 'thu hồi', en: 'withdraw it' },
  },
});
