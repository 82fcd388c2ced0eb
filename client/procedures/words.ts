import { defineWords } from '../i18n';
import { words } from './words.vi';

export const useProcedureWords = defineWords(words, () => import('./words.en'));
