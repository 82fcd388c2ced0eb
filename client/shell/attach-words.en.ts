import type { Words } from './attach-words.vi';

export const words = {
  hint: 'Photos, PDF, Word or Excel, at most 15 MB each.',
  add: 'Add a file or photo',
  remove: (name) => `Remove ${name}`,
  tooLarge: 'The file has more than 15 MB. Take a smaller photo or split it.',
  notSent: 'The file was not sent. Check the connection and choose it again; what you typed is kept.',
} satisfies Words;
