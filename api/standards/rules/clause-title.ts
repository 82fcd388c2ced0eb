/** The title of a clause without the square brackets, in which our own gloss of a clause without a title stands. */
export function withoutGloss(title: string): string {
  return title.replace(/^\[(.*)\]$/, '$1');
}

/** A clause's title as it stands by itself: in the language, with a capital, without the brackets of our own gloss. */
export function clauseTitle(clause: { title: string; titleEn: string }, language: 'vi' | 'en'): string {
  const title = withoutGloss(language === 'vi' ? clause.title : clause.titleEn);
  return title.charAt(0).toLocaleUpperCase('vi') + title.slice(1);
}
