import { compareLists, compareText, type ComparedList, type ContentChange } from '../../rules/compare.js';
import type { Wording } from '../../rules/refusal.js';
import type { DossierPart, KeptRecord, LegalBasis, LimitUnit, ListedForm, Step } from './content.js';
import { limitWords } from './limit-words.js';

/** A procedure as it is read: {@link ProcedureContent} with the limit in two columns. */
export interface ProcedureRead {
  nationalCode: string | null;
  field: string | null;
  limitUnit: LimitUnit;
  limitValue: number | null;
  limitNote: string | null;
  fee: string | null;
  receivedAt: string | null;
  conditions: string | null;
  dossierCount: number | null;
  channels: readonly string[];
  legalBases: readonly LegalBasis[];
  dossierParts: readonly DossierPart[];
  forms: readonly ListedForm[];
  records: readonly KeptRecord[];
  steps: readonly Step[];
}

const texts: { part: string; title: Wording; of: (procedure: ProcedureRead) => string | null }[] = [
  { part: 'NATIONAL_CODE', title: { vi: 'Mã thủ tục', en: 'National code' }, of: ({ nationalCode }) => nationalCode },
  { part: 'FIELD', title: { vi: 'Lĩnh vực', en: 'Field' }, of: ({ field }) => field },
  {
    part: 'LIMIT',
    title: { vi: 'Thời gian xử lý', en: 'Time limit' },
    of: ({ limitUnit, limitValue }) => limitWords({ unit: limitUnit, value: limitValue }).vi,
  },
  { part: 'LIMIT_NOTE', title: { vi: 'Ghi chú thời hạn', en: 'Note on the limit' }, of: ({ limitNote }) => limitNote },
  { part: 'FEE', title: { vi: 'Phí, lệ phí', en: 'Fee' }, of: ({ fee }) => fee },
  {
    part: 'RECEIVED_AT',
    title: { vi: 'Nơi tiếp nhận và trả kết quả', en: 'Place of reception' },
    of: ({ receivedAt }) => receivedAt,
  },
  { part: 'CONDITIONS', title: { vi: 'Yêu cầu, điều kiện', en: 'Conditions' }, of: ({ conditions }) => conditions },
  {
    part: 'DOSSIER_COUNT',
    title: { vi: 'Số lượng hồ sơ', en: 'Number of dossiers' },
    of: ({ dossierCount }) => (dossierCount === null ? null : String(dossierCount)),
  },
  {
    part: 'CHANNELS',
    title: { vi: 'Cách thức nộp', en: 'Channels' },
    of: ({ channels }) => channels.map((channel) => channelWords[channel]?.vi ?? channel).join(', '),
  },
];

/** The ways to hand in a dossier, in words. */
export const channelWords: Readonly<Record<string, Wording>> = {
  COUNTER: { vi: 'Trực tiếp', en: 'At the counter' },
  POST: { vi: 'Bưu chính công ích', en: 'By post' },
  ONLINE: { vi: 'Trực tuyến', en: 'Online' },
};

const bases: ComparedList<LegalBasis> = {
  part: 'LEGAL_BASES',
  title: { vi: 'Cơ sở pháp lý', en: 'Legal bases' },
  key: ({ number }) => number,
  words: ({ number, title }) => `${number}: ${title}`,
};
const parts: ComparedList<DossierPart> = {
  part: 'DOSSIER_PARTS',
  title: { vi: 'Thành phần hồ sơ', en: 'Dossier parts' },
  key: ({ title }) => title,
  words: ({ title, originalCopies, photocopies, note }) =>
    `${title} (bản chính ${originalCopies}, bản sao ${photocopies})${note ? `. ${note}` : ''}`,
};
const forms: ComparedList<ListedForm> = {
  part: 'FORMS',
  title: { vi: 'Biểu mẫu', en: 'Forms' },
  key: ({ code }) => code,
  words: ({ code, title }) => `${code}: ${title}`,
};
const records: ComparedList<KeptRecord> = {
  part: 'RECORDS',
  title: { vi: 'Hồ sơ cần lưu', en: 'Records to be kept' },
  key: ({ title }) => title,
  words: ({ title, retention, place }) => [title, retention, place].filter(Boolean).join('; '),
};
const steps: ComparedList<Step> = {
  part: 'STEPS',
  title: { vi: 'Trình tự', en: 'Steps' },
  key: ({ code }) => code,
  words: ({ content, roleName, hours, output, formCodes, after }) =>
    [
      content,
      roleName,
      `${String(hours).replace('.', ',')} giờ`,
      output && `kết quả: ${output}`,
      formCodes.length > 0 && `biểu mẫu: ${formCodes.join(', ')}`,
      after.length > 0 && `sau bước ${after.join(', ')}`,
    ]
      .filter(Boolean)
      .join('; '),
};

/** How the later procedure differs from the earlier one, part by part; empty when one of them is missing. */
export function compareProcedures(before: ProcedureRead | null, after: ProcedureRead | null): ContentChange[] {
  if (!before || !after) return [];
  return [
    ...texts.flatMap(({ part, title, of }) => compareText(part, title, of(before), of(after))),
    ...compareLists(bases, before.legalBases, after.legalBases),
    ...compareLists(parts, before.dossierParts, after.dossierParts),
    ...compareLists(forms, before.forms, after.forms),
    ...compareLists(records, before.records, after.records),
    ...compareLists(steps, before.steps, after.steps),
  ];
}
