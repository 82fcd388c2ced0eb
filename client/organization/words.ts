import { defineWords } from '../i18n';
import { words } from './words.vi';

export const useOrganizationWords = defineWords(words, () => import('./words.en'));
