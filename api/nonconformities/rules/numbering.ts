import { numberByPattern } from '../../rules/numbering.js';

/** How nonconformities are numbered where an authority has no pattern of its own. */
export const DEFAULT_PATTERN = 'KPH-{year}-{seq:3}';

/**
 * The number of a nonconformity, unique in its authority and year.
 * @param seq 1 for the first of the year
 * @param pattern with {year} and {seq}, `{seq:3}` for three digits
 */
export function nonconformityNumber(year: number, seq: number, pattern = DEFAULT_PATTERN): string {
  return numberByPattern(pattern, { year, seq });
}
