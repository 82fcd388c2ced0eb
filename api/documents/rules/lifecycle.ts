import type { Role } from '../../access/rules/roles.js';
import { defineLifecycle, terminal } from '../../rules/lifecycle.js';
import type { RevisionPart } from './parts.js';

/** States of a revision (lần ban hành, sửa đổi). */
export type RevisionState =
  | 'DRAFT'
  | 'IN_REVIEW'
  | 'REVIEWED'
  | 'APPROVED'
  | 'EFFECTIVE'
  | 'SUPERSEDED'
  | 'WITHDRAWN'
  | 'DISCARDED';

/** States in which nothing can happen any more. */
export type RevisionEnd = 'SUPERSEDED' | 'WITHDRAWN' | 'DISCARDED';

/** Verbs of a revision. */
export type RevisionEvent =
  | 'submit'
  | 'takeOver'
  | 'discard'
  | 'review'
  | 'return'
  | 'takeBack'
  | 'approve'
  | 'takeEffect'
  | 'cancel'
  | 'supersede'
  | 'withdraw';

/**
 * The lifecycle of a revision of a controlled document (ISO 9001:2015 clause 7.5.3). `supersede` is fired by
 * the system on the revision in force when the next one takes effect. A document of external origin is
 * EFFECTIVE as soon as the ISO_SECRETARY registers it.
 *
 * People may leave while a revision waits for them. So the ISO_SECRETARY, who maintains the register, may take
 * any revision back before it is approved, and take over a draft; docs/decisions/008-when-signers-leave.md has
 * the reasons.
 */
export const revisionLifecycle = defineLifecycle<
  RevisionState,
  RevisionEvent,
  Role | RevisionPart | 'SYSTEM',
  RevisionEnd
>('revision', {
  thing: { vi: 'bản tài liệu', en: 'the revision' },
  initial: 'DRAFT',
  states: {
    DRAFT: {
      submit: { to: 'IN_REVIEW', by: ['DRAFTER'], needs: ['completeContent', 'passedChecks', 'sign'] },
      takeOver: { to: 'DRAFT', by: ['ISO_SECRETARY'], needs: ['reason'] },
      discard: { to: 'DISCARDED', by: ['DRAFTER', 'ISO_SECRETARY'] },
    },
    IN_REVIEW: {
      review: { to: 'REVIEWED', by: ['REVIEWER'], needs: ['sign'] },
      return: { to: 'DRAFT', by: ['REVIEWER'], needs: ['reason'] },
      takeBack: { to: 'DRAFT', by: ['DRAFTER', 'ISO_SECRETARY'] },
    },
    REVIEWED: {
      approve: { to: 'APPROVED', by: ['APPROVER'], needs: ['effectiveDate', 'sign'] },
      return: { to: 'DRAFT', by: ['APPROVER'], needs: ['reason'] },
      takeBack: { to: 'DRAFT', by: ['DRAFTER', 'ISO_SECRETARY'] },
    },
    APPROVED: {
      takeEffect: { to: 'EFFECTIVE', by: ['SYSTEM'], needs: ['effectiveDateReached'] },
      cancel: { to: 'DISCARDED', by: ['APPROVER', 'ISO_HEAD'], needs: ['reason'] },
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
      whatNext: {
        vi: [
          'Người soạn thảo hoàn thiện nội dung rồi ký gửi soát xét.',
          'Nếu người soạn thảo không làm tiếp được, thư ký ISO nhận soạn thảo tiếp.',
        ].join(' '),
        en: [
          'The drafter completes the content, signs and submits it for review.',
          'If the drafter cannot go on, the ISO secretary takes the draft over.',
        ].join(' '),
      },
    },
    IN_REVIEW: {
      label: { vi: 'Đang soát xét', en: 'In review' },
      whatNext: {
        vi: [
          'Người soát xét đọc và ký soát xét, hoặc trả lại kèm lý do.',
          'Trước khi phê duyệt, người soạn thảo hoặc thư ký ISO lấy lại để sửa được.',
        ].join(' '),
        en: [
          'The reviewer reads and signs it, or returns it with a reason.',
          'Until it is approved, the drafter or the ISO secretary may take it back.',
        ].join(' '),
      },
    },
    REVIEWED: {
      label: { vi: 'Đã soát xét, chờ phê duyệt', en: 'Reviewed, awaiting approval' },
      whatNext: {
        vi: [
          'Người phê duyệt chọn ngày hiệu lực và ký phê duyệt, hoặc trả lại kèm lý do.',
          'Trước khi phê duyệt, người soạn thảo hoặc thư ký ISO lấy lại để sửa được.',
        ].join(' '),
        en: [
          'The approver sets the effective date and signs it, or returns it with a reason.',
          'Until it is approved, the drafter or the ISO secretary may take it back.',
        ].join(' '),
      },
    },
    APPROVED: {
      label: { vi: 'Đã phê duyệt, chờ hiệu lực', en: 'Approved, not yet effective' },
      whatNext: {
        vi: 'Đến ngày hiệu lực, hệ thống đưa bản này vào áp dụng và thay bản trước; trước ngày đó người phê duyệt hoặc Trưởng Ban Chỉ đạo ISO có thể hủy.',
        en: 'On the effective date the system puts it in force in place of the one before; until then the approver or the ISO head may cancel it.',
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
      whatNext: {
        vi: 'Bản này đã được thay thế: hãy dùng bản đang hiệu lực.',
        en: 'It was superseded: use the one in force.',
      },
    },
    WITHDRAWN: {
      label: { vi: 'Đã thu hồi', en: 'Withdrawn' },
      whatNext: {
        vi: 'Bản này đã được thu hồi, không được áp dụng nữa.',
        en: 'It was withdrawn and must not be used any more.',
      },
    },
    DISCARDED: {
      label: { vi: 'Đã hủy bản thảo', en: 'Discarded' },
      whatNext: {
        vi: 'Bản thảo đã bị hủy; muốn sửa đổi, hãy lập bản thảo mới.',
        en: 'The draft was discarded; to change the document, start a new one.',
      },
    },
  },
  verbs: {
    submit: { vi: 'gửi soát xét', en: 'submit it for review' },
    takeOver: { vi: 'nhận soạn thảo tiếp', en: 'take it over' },
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
