import { compareText, type ContentChange } from '../../rules/compare.js';
import type { Words } from '../../rules/refusal.js';
import { sectionTitles, type Section } from './content.js';

/** Differences of the written sections. */
export function compareSections(before: readonly { key: string; body: string }[], after: readonly { key: string; body: string }[]): ContentChange[] {
  const keys = new Set([...after, ...before].map(({ key }) => key));
  const body = (sections: readonly { key: string; body: string }[], key: string) => sections.find((section) => section.key === key)?.body;
  return [...keys].flatMap((key) => compareText(key, sectionTitle(key), body(before, key), body(after, key)));
}

/** The heading of a section: one of the seven, or the heading that the document gives itself. */
export function sectionTitle(key: string): Words {
  return key in sectionTitles ? sectionTitles[key as Section] : { vi: key, en: key };
}
