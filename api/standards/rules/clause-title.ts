import { inTitlesOf, type Language } from '../../rules/languages.js';

/**
 * The title of a clause without square brackets. The brackets mark our own explanation of a clause that has no
 * title in the standard.
 */
export function withoutGloss(title: string): string {
  return title.replace(/^\[(.*)\]$/, '$1');
}

/** A clause's title for display: in the given language, with a capital letter, without the square brackets. */
export function clauseTitle(clause: { title: string; titleEn: string }, language: Language): string {
  const title = withoutGloss(inTitlesOf(language, clause.title, clause.titleEn));
  return title.charAt(0).toLocaleUpperCase('vi') + title.slice(1);
}
