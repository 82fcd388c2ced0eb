import { defineLifecycle, terminal } from '../../rules/lifecycle.js';

/** States of a version of a template. */
export type TemplateVersionState = 'DRAFT' | 'PUBLISHED' | 'RETIRED';

/** Verbs of a version of a template. */
export type TemplateVersionEvent = 'publish' | 'retire';

/** The lifecycle of a template version. A published one is frozen; running inspections keep a retired one. */
export const templateVersionLifecycle = defineLifecycle<TemplateVersionState, TemplateVersionEvent>(
  'template version',
  {
    thing: { vi: 'mẫu phiếu tự kiểm tra', en: 'the template' },
    initial: 'DRAFT',
    states: {
      DRAFT: { publish: { to: 'PUBLISHED', by: ['QUALITY_MANAGER'], needs: ['questions'] } },
      PUBLISHED: { retire: { to: 'RETIRED', by: ['QUALITY_MANAGER'] } },
      RETIRED: terminal,
    },
    words: {
      DRAFT: {
        label: { vi: 'Dự thảo', en: 'Draft' },
        whatNext: {
          vi: 'Đại diện lãnh đạo về chất lượng hoàn thiện câu hỏi rồi ban hành mẫu phiếu.',
          en: 'The quality manager completes the questions and publishes the template.',
        },
      },
      PUBLISHED: {
        label: { vi: 'Đang dùng', en: 'Published' },
        whatNext: {
          vi: 'Các đơn vị tự kiểm tra theo mẫu này; muốn sửa, đại diện lãnh đạo về chất lượng lập phiên bản mới.',
          en: 'The units inspect themselves by it; to change it, the quality manager makes a new version.',
        },
      },
      RETIRED: {
        label: { vi: 'Ngừng dùng', en: 'Retired' },
        whatNext: {
          vi: 'Mẫu không còn dùng cho kỳ mới; phiếu đang làm vẫn theo mẫu này.',
          en: 'It is not used for new periods; running inspections keep it.',
        },
      },
    },
    verbs: {
      publish: { vi: 'ban hành mẫu', en: 'publish it' },
      retire: { vi: 'ngừng dùng mẫu', en: 'retire it' },
    },
  },
);
