import { defineWords } from '../../i18n';
import { words } from './words.vi';

export const useFieldworkWords = defineWords(words, () => import('./words.en'));
