import { defineWords } from '../i18n';
import { words } from './words.vi';

export const useDocumentWords = defineWords(words, () => import('./words.en'));
