import { defineWords } from '../i18n';
import { words } from './words.vi';

export const useAuditWords = defineWords(words, () => import('./words.en'));
