import { defineWords } from '../../i18n';
import { words } from './words.vi';

export const useAssignmentWords = defineWords(words, { en: () => import('./words.en') });
