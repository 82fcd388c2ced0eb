/** The languages in which a record holds its titles and names: `title` and `titleEn`, `name` and `nameEn`. */
export type RecordLanguage = 'vi' | 'en';

/** What differs between the languages besides their words. */
interface LanguageFacts {
  /** What those who read it call it. */
  name: string;
  /** Which of the two titles of a record is shown to them. */
  titles: RecordLanguage;
}

/** The languages of the interface, by their code of ISO 639-1; the first is the source of the others. */
export const languages = {
  vi: { name: 'Tiếng Việt', titles: 'vi' },
  en: { name: 'English', titles: 'en' },
} as const satisfies Record<string, LanguageFacts>;

/** The code of a language of the interface. */
export type Language = keyof typeof languages;

/** The codes, in the order in which people choose. */
export const languageCodes = Object.keys(languages) as Language[];

/** The language that somebody asked for by its code; Vietnamese where there is no such language. */
export const languageOf = (code: string | null | undefined): Language =>
  languageCodes.find((each) => each === code) ?? 'vi';

/** A text that a record holds in Vietnamese and in English, for a reader of this language. */
export const inTitlesOf = (language: Language, vi: string, en: string): string =>
  ({ vi, en })[languages[language].titles];

/** The first language of `Accept-Language`: browsers put the one that the reader likes best there. */
export const languageOfHeader = (header: string | undefined): Language =>
  languageOf(/^\w+/.exec(header ?? '')?.[0].toLowerCase());
