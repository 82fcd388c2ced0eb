import { inTitlesOf } from '../../api/rules/languages';
import { language } from './language';

/** The title of a record that has two, for the language of the interface. */
export const titleOf = (record: { title: string; titleEn: string }): string =>
  inTitlesOf(language(), record.title, record.titleEn);

/** The other one of the two titles of a record. */
export const otherTitleOf = (record: { title: string; titleEn: string }): string =>
  inTitlesOf(language(), record.titleEn, record.title);

/** The name of a record that has two, for the language of the interface. */
export const nameOf = (record: { name: string; nameEn: string }): string =>
  inTitlesOf(language(), record.name, record.nameEn);

/** The text of a record that has two, for the language of the interface. */
export const textOf = (record: { text: string; textEn: string }): string =>
  inTitlesOf(language(), record.text, record.textEn);
