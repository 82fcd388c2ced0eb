import { clauseTitle } from '../../api/standards/rules/clause-title';
import { language } from '../i18n';

/** Number and title of a clause, in the language of the screen. */
export const clauseLabel = (clause: { number: string; title: string; titleEn: string }): string =>
  `${clause.number} ${clauseTitle(clause, language())}`;
