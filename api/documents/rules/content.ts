import type { CheckResult, CheckSeverity } from '../../rules/checks.js';
import type { Words } from '../../rules/refusal.js';
import { tidyText } from '../../rules/text.js';

/** Kinds of document. */
export type DocumentKind =
  | 'MANUAL' | 'POLICY' | 'OBJECTIVE' | 'SYSTEM_PROCEDURE' | 'ADMINISTRATIVE_PROCEDURE' | 'INSTRUCTION' | 'FORM' | 'REGULATION' | 'EXTERNAL';

/** The seven sections of a document, in the order of the paper, with their headings. */
export const sectionTitles = {
  purpose: { vi: 'Mục đích', en: 'Purpose' },
  scope: { vi: 'Phạm vi', en: 'Scope' },
  references: { vi: 'Tài liệu viện dẫn', en: 'Referenced documents' },
  definitions: { vi: 'Định nghĩa, viết tắt', en: 'Definitions and abbreviations' },
  content: { vi: 'Nội dung', en: 'Content' },
  forms: { vi: 'Biểu mẫu', en: 'Forms' },
  records: { vi: 'Hồ sơ cần lưu', en: 'Records to be kept' },
} as const satisfies Record<string, Words>;

/** One of the seven sections. */
export type Section = keyof typeof sectionTitles;

/** What a revision holds when it is submitted. */
export interface ContentFacts {
  kind: DocumentKind;
  /** Text of every section; missing or blank = not written. */
  sections: Partial<Record<Section, string | null>>;
  /** Whether a file was uploaded in place of written sections. */
  hasFile: boolean;
  /** Sections that another room fills, such as `content`, `forms` and `records` of a procedure. */
  filledElsewhere?: readonly Section[];
  /** Results of the checks that other rooms add, such as the time check of a procedure. */
  otherChecks?: readonly CheckResult[];
}

const ALL_SECTIONS = Object.keys(sectionTitles) as Section[];
const PROCEDURES: readonly DocumentKind[] = ['SYSTEM_PROCEDURE', 'ADMINISTRATIVE_PROCEDURE'];
const ALWAYS_NEEDED: readonly Section[] = ['purpose', 'scope', 'content'];

/** Whether documents of this kind have steps, a time limit and the rest of a procedure. */
export function isProcedure(kind: DocumentKind): boolean {
  return PROCEDURES.includes(kind);
}

/**
 * What is missing in a revision, with what other rooms found. A file stands for all sections. A
 * procedure needs purpose, scope and content; the other four sections are only warned of, as
 * "không có" is to be written there. Any other kind needs its content.
 */
export function contentChecks({ kind, sections, hasFile, filledElsewhere = [], otherChecks = [] }: ContentFacts): CheckResult[] {
  const written = (section: Section) => tidyText(sections[section]) !== '' || filledElsewhere.includes(section);
  const expected: readonly Section[] = isProcedure(kind) ? ALL_SECTIONS : ['content'];
  const missing = hasFile ? [] : expected.filter((section) => !written(section));
  return [...missing.map(missingSection), ...otherChecks];
}

function missingSection(section: Section): CheckResult {
  const blocking = ALWAYS_NEEDED.includes(section);
  const { vi, en } = sectionTitles[section];
  const severity: CheckSeverity = blocking ? 'BLOCKING' : 'WARNING';
  return {
    code: 'SECTION_MISSING',
    severity,
    field: `sections.${section}`,
    words: blocking
      ? { vi: `Hãy viết mục “${vi}”.`, en: `Write the section “${en}”.` }
      : { vi: `Mục “${vi}” đang trống: hãy viết, hoặc ghi “Không có”.`, en: `The section “${en}” is blank: write it, or put “None”.` },
  };
}
