import { defineWords } from '../i18n/words';
import { words } from './words.vi';

/** The few words that widgets say themselves: close, required, no results. */
export const useUiWords = defineWords(words, { en: () => import('./words.en') });
