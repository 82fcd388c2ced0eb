import type { Programme } from './programme.js';

/** What the signature under a year's programme covers. */
export const signedProgramme = ({
  year,
  edition,
  title,
  purpose,
  scope,
}: Pick<Programme, 'year' | 'edition' | 'title' | 'purpose' | 'scope'>): object => ({
  year,
  edition,
  title,
  purpose,
  scope,
});
