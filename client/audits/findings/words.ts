import { defineWords } from '../../i18n';
import { words } from './words.vi';

export const useFindingsWords = defineWords(words, { en: () => import('./words.en') });
