import type { CheckProblem, CheckSeverity } from '../../rules/checks.js';
import type { Wording } from '../../rules/refusal.js';
import { tidyText } from '../../rules/text.js';
import { isProcedure, type DocumentKind } from './kinds.js';

/** The seven sections of a document, in the order of the paper, with their headings. */
export const sectionTitles = {
  PURPOSE: { vi: 'Mục đích', en: 'Purpose' },
  SCOPE: { vi: 'Phạm vi', en: 'Scope' },
  REFERENCES: { vi: 'Tài liệu viện dẫn', en: 'Referenced documents' },
  DEFINITIONS: { vi: 'Định nghĩa, viết tắt', en: 'Definitions and abbreviations' },
  CONTENT: { vi: 'Nội dung', en: 'Content' },
  FORMS: { vi: 'Biểu mẫu', en: 'Forms' },
  RECORDS: { vi: 'Hồ sơ cần lưu', en: 'Records to be kept' },
} as const satisfies Record<string, Wording>;

/** One of the seven sections. */
export type SectionKey = keyof typeof sectionTitles;

/** What a revision holds when it is submitted. */
export interface ContentFacts {
  kind: DocumentKind;
  /** The written sections. Documents other than procedures may have headings of their own. */
  sections: readonly { key: string; body: string }[];
  /** Whether a file was uploaded in place of written sections. */
  hasFile: boolean;
  /** From the second revision on: the rows of its table of amendments. Left out for the first. */
  changeRows?: readonly { request: string; description: string }[] | undefined;
  /** Sections that another module fills, such as CONTENT, FORMS and RECORDS of a procedure. */
  filledElsewhere?: readonly SectionKey[];
  /** Results of the checks that other modules add, such as the time check of a procedure. */
  otherChecks?: readonly CheckProblem[];
}

const ALL_SECTIONS = Object.keys(sectionTitles) as SectionKey[];
const ALWAYS_NEEDED: ReadonlySet<SectionKey> = new Set(['PURPOSE', 'SCOPE', 'CONTENT']);

/**
 * What is missing in a revision, and the problems that other modules found. A file replaces all sections. A
 * procedure needs purpose, scope and content; for the other four sections there is only a warning, because
 * "không có" should be written there. Any other kind needs some text, under any heading. From the second
 * revision on, the table of amendments must say what changes.
 */
export function contentChecks({ changeRows, ...facts }: ContentFacts): CheckProblem[] {
  const entryVisible =
    changeRows?.some(({ request, description }) => tidyText(request) !== '' || tidyText(description) !== '') ?? true;
  return [...(entryVisible ? [] : [nothingAmended]), ...sectionChecks(facts)];
}

function sectionChecks({
  kind,
  sections,
  hasFile,
  filledElsewhere = [],
  otherChecks = [],
}: Omit<ContentFacts, 'changeRows'>): CheckProblem[] {
  const written = new Set<string>(filledElsewhere);
  for (const { key, body } of sections) if (tidyText(body) !== '') written.add(key);
  if (hasFile) return [...otherChecks];
  if (!isProcedure(kind)) return [...(written.size > 0 ? [] : [nothingWritten]), ...otherChecks];
  return [...ALL_SECTIONS.filter((section) => !written.has(section)).map(missingSection), ...otherChecks];
}

const nothingAmended: CheckProblem = {
  code: 'AMENDMENT_MISSING',
  severity: 'BLOCKING',
  field: 'changeRows',
  words: {
    vi: 'Hãy ghi ít nhất một dòng trong bảng “Sửa đổi tài liệu”: lần này sửa đổi gì, vì sao.',
    en: 'Write at least one row of the table of amendments: what changes this time, and why.',
  },
};

const nothingWritten: CheckProblem = {
  code: 'SECTION_MISSING',
  severity: 'BLOCKING',
  field: 'sections.CONTENT',
  words: {
    vi: 'Hãy viết nội dung, hoặc tải lên tệp Word, PDF.',
    en: 'Write the content, or upload a Word or PDF file.',
  },
};

function missingSection(section: SectionKey): CheckProblem {
  const blocking = ALWAYS_NEEDED.has(section);
  const { vi, en } = sectionTitles[section];
  const severity: CheckSeverity = blocking ? 'BLOCKING' : 'WARNING';
  return {
    code: 'SECTION_MISSING',
    severity,
    field: `sections.${section}`,
    words: blocking
      ? { vi: `Hãy viết mục “${vi}”.`, en: `Write the section “${en}”.` }
      : {
          vi: `Mục “${vi}” đang trống: hãy viết, hoặc ghi “Không có”.`,
          en: `The section “${en}” is blank: write it, or put “None”.`,
        },
  };
}
