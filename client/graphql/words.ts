import { defineWords } from '../i18n/words';
import { words } from './words.vi';

/** Words of the transport: lost connection, ended session, faults. */
export const useTransportWords = defineWords(words, { en: () => import('./words.en') });
