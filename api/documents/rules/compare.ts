import { compareText, type ContentChange } from '../../rules/compare.js';
import type { Wording } from '../../rules/refusal.js';
import { sectionTitles, type SectionKey } from './content.js';

/** Differences of the written sections. */
export function compareSections(
  before: readonly { key: string; body: string }[],
  after: readonly { key: string; body: string }[],
): ContentChange[] {
  const keys = new Set([...after, ...before].map(({ key }) => key));
  const body = (sections: readonly { key: string; body: string }[], key: string) =>
    sections.find((section) => section.key === key)?.body;
  return [...keys].flatMap((key) => compareText(key, sectionTitle(key), body(before, key), body(after, key)));
}

/** The file that holds a content, as it is hashed. */
export interface HashedFile {
  name: string;
  sha256: string;
}

/** Whether another file holds the content; two files of the same name have different hashes. */
export function compareFiles(before: HashedFile | null, after: HashedFile | null): ContentChange[] {
  const words = (file: HashedFile | null) => file && `${file.name} (SHA-256 ${file.sha256.slice(0, 12)}…)`;
  return compareText('FILE', { vi: 'Tệp nội dung', en: 'File of the content' }, words(before), words(after));
}

/** The heading of a section: one of the seven, or the heading that the document gives itself. */
export function sectionTitle(key: string): Wording {
  return key in sectionTitles ? sectionTitles[key as SectionKey] : { vi: key, en: key };
}
