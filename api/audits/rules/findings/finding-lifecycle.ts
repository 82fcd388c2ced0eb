import { defineLifecycle, terminal } from '../../../rules/lifecycle.js';

/** States of a finding (phát hiện). */
export type FindingState = 'DRAFT' | 'SENT' | 'AGREED' | 'SHOWN' | 'ACKNOWLEDGED' | 'DISPUTED' | 'ISSUED' | 'DROPPED';

/** Verbs of a finding. */
export type FindingEvent =
  | 'send'
  | 'drop'
  | 'agree'
  | 'sendBack'
  | 'show'
  | 'acknowledge'
  | 'dispute'
  | 'lapse'
  | 'uphold'
  | 'amend'
  | 'issue';

/** Who acts on a finding: people with a part in it, or the auditee's ISO head and secretary. */
export type FindingActor = 'AUTHOR' | 'AGREER' | 'LEAD' | 'ISO_HEAD' | 'ISO_SECRETARY' | 'SYSTEM';

/** Working days after which a finding that was shown and not answered counts as acknowledged. */
export const ANSWER_WORKING_DAYS = 5;

/**
 * The lifecycle of a finding. ISO_HEAD and ISO_SECRETARY are the auditee's. Findings are agreed in
 * the team before the auditee sees them (R16). ACKNOWLEDGED by silence (`lapse`) or against the
 * auditee's view (`uphold`) is marked on the record.
 */
export const findingLifecycle = defineLifecycle<FindingState, FindingEvent, FindingActor, 'ISSUED' | 'DROPPED'>(
  'finding',
  {
    thing: { vi: 'phát hiện', en: 'the finding' },
    initial: 'DRAFT',
    states: {
      DRAFT: {
        send: { to: 'SENT', by: ['AUTHOR'], needs: ['requirement', 'evidence', 'gap', 'category'] },
        drop: { to: 'DROPPED', by: ['AUTHOR'] },
      },
      SENT: {
        agree: { to: 'AGREED', by: ['AGREER'] },
        sendBack: { to: 'DRAFT', by: ['LEAD'], needs: ['reason'] },
      },
      AGREED: {
        show: { to: 'SHOWN', by: ['LEAD'] },
        sendBack: { to: 'DRAFT', by: ['LEAD'], needs: ['reason'] },
      },
      SHOWN: {
        acknowledge: { to: 'ACKNOWLEDGED', by: ['ISO_HEAD', 'ISO_SECRETARY'] },
        dispute: { to: 'DISPUTED', by: ['ISO_HEAD'], needs: ['reason'] },
        lapse: { to: 'ACKNOWLEDGED', by: ['SYSTEM'], needs: ['answerTermOver'] },
      },
      DISPUTED: {
        uphold: { to: 'ACKNOWLEDGED', by: ['LEAD'], needs: ['reason'] },
        amend: { to: 'SENT', by: ['LEAD'] },
        drop: { to: 'DROPPED', by: ['LEAD'], needs: ['reason'] },
      },
      ACKNOWLEDGED: { issue: { to: 'ISSUED', by: ['SYSTEM'], needs: ['auditClosed'] } },
      ISSUED: terminal,
      DROPPED: terminal,
    },
    words: {
      DRAFT: {
        label: { vi: 'Bản nháp', en: 'Draft' },
        whatNext: {
          vi: 'Người ghi phát hiện nêu đủ yêu cầu, bằng chứng, sai lệch, mức độ rồi gửi trưởng đoàn.',
          en: 'The author states requirement, evidence, gap and category and sends it to the lead.',
        },
      },
      SENT: {
        label: { vi: 'Đã gửi trưởng đoàn', en: 'Sent to the lead' },
        whatNext: {
          vi: 'Trưởng đoàn (thành viên khác nếu trưởng đoàn là người ghi) thống nhất, hoặc trưởng đoàn trả lại.',
          en: 'The lead (another member if the lead is the author) agrees it, or the lead sends it back.',
        },
      },
      AGREED: {
        label: { vi: 'Đoàn đã thống nhất', en: 'Agreed by the team' },
        whatNext: { vi: 'Trưởng đoàn thông báo phát hiện cho đơn vị.', en: 'The lead shows it to the auditee.' },
      },
      SHOWN: {
        label: { vi: 'Đã thông báo cho đơn vị', en: 'Shown to the auditee' },
        whatNext: {
          vi: 'Trong 5 ngày làm việc, đơn vị xác nhận hoặc nêu ý kiến không đồng ý; quá hạn coi như xác nhận.',
          en: 'Within five working days the auditee acknowledges or disputes it; silence counts as acknowledged.',
        },
      },
      ACKNOWLEDGED: {
        label: { vi: 'Đơn vị đã xác nhận', en: 'Acknowledged by the auditee' },
        whatNext: {
          vi: 'Phát hiện được phát hành khi đơn vị ký nhận báo cáo đánh giá.',
          en: 'It is issued when the auditee accepts the audit report.',
        },
      },
      DISPUTED: {
        label: { vi: 'Đơn vị không đồng ý', en: 'Disputed by the auditee' },
        whatNext: {
          vi: 'Trưởng đoàn xem lại: giữ nguyên, sửa hoặc bỏ phát hiện.',
          en: 'The lead looks at it again: uphold, amend or drop it.',
        },
      },
      ISSUED: {
        label: { vi: 'Đã phát hành', en: 'Issued' },
        whatNext: {
          vi: 'Phát hiện đã phát hành; KPH nặng và nhẹ được xử lý trong phiếu KPH.',
          en: 'It is issued; major and minor ones go on as nonconformities.',
        },
      },
      DROPPED: {
        label: { vi: 'Đã bỏ', en: 'Dropped' },
        whatNext: {
          vi: 'Phát hiện đã được bỏ, không còn việc phải làm.',
          en: 'It was dropped; nothing is left to do.',
        },
      },
    },
    verbs: {
      send: { vi: 'gửi trưởng đoàn', en: 'send it to the lead' },
      drop: { vi: 'bỏ phát hiện', en: 'drop it' },
      agree: { vi: 'thống nhất', en: 'agree it' },
      sendBack: { vi: 'trả lại người ghi', en: 'send it back' },
      show: { vi: 'thông báo cho đơn vị', en: 'show it to the auditee' },
      acknowledge: { vi: 'xác nhận', en: 'acknowledge it' },
      dispute: { vi: 'nêu ý kiến không đồng ý', en: 'dispute it' },
      lapse: { vi: 'coi như xác nhận', en: 'count it as acknowledged' },
      uphold: { vi: 'giữ nguyên', en: 'uphold it' },
      amend: { vi: 'sửa phát hiện', en: 'amend it' },
      issue: { vi: 'phát hành', en: 'issue it' },
    },
  },
);
