import { defineWords } from '../../i18n';
import { words } from './words.vi';

export const useFieldworkWords = defineWords(words, { en: () => import('./words.en') });
