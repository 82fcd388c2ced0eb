import { defineWords } from '../../i18n';
import { words } from './words.vi';

export const useAssignmentWords = defineWords(words, () => import('./words.en'));
