import { defineWords } from '../i18n';
import { words } from './words.vi';

export const useIdentityWords = defineWords(words, () => import('./words.en'));
