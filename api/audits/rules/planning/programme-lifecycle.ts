import { defineLifecycle, terminal } from '../../../rules/lifecycle.js';

/** States of an audit programme (chương trình đánh giá năm). */
export type ProgrammeState = 'DRAFT' | 'APPROVED' | 'CLOSED';

/** Verbs of an audit programme. */
export type ProgrammeEvent = 'approve' | 'revise' | 'close';

/** Who acts on a programme. */
export type ProgrammeActor = 'LEAD_AGENCY' | 'LEAD_AGENCY_HEAD';

/** The lifecycle of a year's audit programme (ISO 9001:2015 clause 9.2.2 a). Revising makes the next version. */
export const programmeLifecycle = defineLifecycle<ProgrammeState, ProgrammeEvent, ProgrammeActor, 'CLOSED'>(
  'programme',
  {
    thing: { vi: 'chương trình đánh giá', en: 'the programme' },
    initial: 'DRAFT',
    states: {
      DRAFT: { approve: { to: 'APPROVED', by: ['LEAD_AGENCY_HEAD'], needs: ['sign'] } },
      APPROVED: {
        revise: { to: 'DRAFT', by: ['LEAD_AGENCY'], needs: ['reason'] },
        close: { to: 'CLOSED', by: ['LEAD_AGENCY'], needs: ['roundsOver'] },
      },
      CLOSED: terminal,
    },
    words: {
      DRAFT: {
        label: { vi: 'Dự thảo', en: 'Draft' },
        whatNext: {
          vi: 'Đơn vị chủ trì hoàn thiện chương trình; Trưởng Ban Chỉ đạo ISO của đơn vị chủ trì ký phê duyệt.',
          en: "The lead agency completes the programme; the lead agency's ISO head signs it.",
        },
      },
      APPROVED: {
        label: { vi: 'Đã phê duyệt', en: 'Approved' },
        whatNext: {
          vi: 'Đơn vị chủ trì tổ chức các đợt đánh giá, và kết thúc chương trình khi mọi đợt đã kết thúc hoặc bị hủy.',
          en: 'The lead agency holds the rounds, and closes the programme when every round is closed or cancelled.',
        },
      },
      CLOSED: {
        label: { vi: 'Đã kết thúc', en: 'Closed' },
        whatNext: {
          vi: 'Chương trình đã kết thúc, không còn việc phải làm.',
          en: 'The programme is closed; nothing is left to do.',
        },
      },
    },
    verbs: {
      approve: { vi: 'phê duyệt', en: 'approve it' },
      revise: { vi: 'điều chỉnh', en: 'revise it' },
      close: { vi: 'kết thúc', en: 'close it' },
    },
  },
);
