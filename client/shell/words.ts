import { defineWords } from '../i18n/words';
import { words } from './words.vi';

/** Words of the frame, and the names of the roles. */
export const useShellWords = defineWords(words, { en: () => import('./words.en') });
