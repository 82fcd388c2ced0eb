import { defineWords } from '../i18n';
import { words } from './words.vi';

export const useMyWorkWords = defineWords(words, () => import('./words.en'));
