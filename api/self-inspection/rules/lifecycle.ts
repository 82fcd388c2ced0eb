import type { Role } from '../../access/rules/roles.js';
import { defineLifecycle, terminal } from '../../rules/lifecycle.js';
import type { InspectionPart } from './parts.js';

/** States of a self-inspection (phiếu tự kiểm tra). */
export type InspectionState = 'DUE' | 'IN_PROGRESS' | 'MISSED' | 'SUBMITTED' | 'RETURNED' | 'ACCEPTED' | 'EXCUSED';

/** States in which nothing can happen any more. */
export type InspectionEnd = 'ACCEPTED' | 'EXCUSED';

/** Verbs of a self-inspection. */
export type InspectionEvent = 'begin' | 'miss' | 'submit' | 'accept' | 'return' | 'excuse';

/** The lifecycle of a self-inspection of one unit in one period. Submitting late is a flag, not a state. */
export const inspectionLifecycle = defineLifecycle<
  InspectionState,
  InspectionEvent,
  Role | InspectionPart | 'SYSTEM',
  InspectionEnd
>('self-inspection', {
  thing: { vi: 'phiếu tự kiểm tra', en: 'the self-inspection' },
  initial: 'DUE',
  states: {
    DUE: {
      begin: { to: 'IN_PROGRESS', by: ['UNIT_HEAD', 'SUBSTITUTE'] },
      miss: { to: 'MISSED', by: ['SYSTEM'], needs: ['afterLateUntil'] },
      excuse: { to: 'EXCUSED', by: ['ABOVE'], needs: ['reason'] },
    },
    IN_PROGRESS: {
      submit: { to: 'SUBMITTED', by: ['UNIT_HEAD', 'SUBSTITUTE'], needs: ['requiredAnswers', 'evidence', 'sign'] },
      miss: { to: 'MISSED', by: ['SYSTEM'], needs: ['afterLateUntil'] },
      excuse: { to: 'EXCUSED', by: ['ABOVE'], needs: ['reason'] },
    },
    MISSED: {
      submit: { to: 'SUBMITTED', by: ['UNIT_HEAD', 'SUBSTITUTE'], needs: ['requiredAnswers', 'evidence', 'sign'] },
      excuse: { to: 'EXCUSED', by: ['ABOVE'], needs: ['reason'] },
    },
    SUBMITTED: {
      accept: { to: 'ACCEPTED', by: ['QUALITY_MANAGER', 'ABOVE'] },
      return: { to: 'RETURNED', by: ['QUALITY_MANAGER', 'ABOVE'], needs: ['reason', 'questions'] },
    },
    RETURNED: {
      submit: { to: 'SUBMITTED', by: ['UNIT_HEAD', 'SUBSTITUTE'], needs: ['requiredAnswers', 'evidence', 'sign'] },
    },
    ACCEPTED: terminal,
    EXCUSED: terminal,
  },
  words: {
    DUE: {
      label: { vi: 'Đến kỳ', en: 'Due' },
      whatNext: {
        vi: 'Trưởng đơn vị hoặc người được giao làm thay bắt đầu tự kiểm tra.',
        en: 'The head of the unit or the named substitute begins the self-inspection.',
      },
    },
    IN_PROGRESS: {
      label: { vi: 'Đang làm', en: 'In progress' },
      whatNext: {
        vi: 'Trưởng đơn vị hoặc người được giao làm thay trả lời hết các câu, thêm bằng chứng rồi ký gửi trước hạn.',
        en: 'The head of the unit or the substitute answers every question, adds the evidence, signs and submits in time.',
      },
    },
    MISSED: {
      label: { vi: 'Bỏ kỳ', en: 'Missed' },
      whatNext: {
        vi: 'Kỳ này đã quá hạn: trưởng đơn vị vẫn có thể ký gửi (ghi là gửi trễ), hoặc cấp trên miễn kỳ này.',
        en: 'The period is over: the head of the unit may still sign and submit it (marked late), or the level above excuses it.',
      },
    },
    SUBMITTED: {
      label: { vi: 'Đã gửi', en: 'Submitted' },
      whatNext: {
        vi: 'Đại diện lãnh đạo về chất lượng hoặc cấp trên nhận phiếu, hoặc trả lại kèm lý do ở từng câu.',
        en: 'The quality manager or the level above accepts it, or returns it with reasons on questions.',
      },
    },
    RETURNED: {
      label: { vi: 'Bị trả lại', en: 'Returned' },
      whatNext: {
        vi: 'Trưởng đơn vị xem lý do, sửa các câu bị trả lại rồi ký gửi lại.',
        en: 'The head of the unit reads the reasons, mends the returned answers, signs and submits again.',
      },
    },
    ACCEPTED: {
      label: { vi: 'Đã nhận', en: 'Accepted' },
      whatNext: { vi: 'Phiếu đã được nhận, không còn việc phải làm.', en: 'It is accepted; nothing is left to do.' },
    },
    EXCUSED: {
      label: { vi: 'Được miễn kỳ này', en: 'Excused' },
      whatNext: {
        vi: 'Đơn vị được miễn kỳ này, không phải làm gì.',
        en: 'The unit is excused from this period and has nothing to do.',
      },
    },
  },
  verbs: {
    begin: { vi: 'bắt đầu', en: 'begin' },
    miss: { vi: 'ghi là bỏ kỳ', en: 'mark it missed' },
    submit: { vi: 'ký gửi', en: 'submit' },
    accept: { vi: 'nhận phiếu', en: 'accept it' },
    return: { vi: 'trả lại', en: 'return it' },
    excuse: { vi: 'miễn kỳ này', en: 'excuse it' },
  },
});
