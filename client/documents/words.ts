import { defineWords } from '../i18n';
import { words } from './words.vi';

export const useDocumentWords = defineWords(words, { en: () => import('./words.en') });
