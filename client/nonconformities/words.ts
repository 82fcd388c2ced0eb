import { defineWords } from '../i18n/words';
import { words } from './words.vi';

/** Words of nonconformities and corrective actions; states and verbs come from the lifecycles. */
export const useNonconformityWords = defineWords(words, { en: () => import('./words.en') });
