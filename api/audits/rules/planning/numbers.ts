import { numberByPattern } from '../../../rules/numbering.js';

/** The number of an audit, such as DG-2026-01-03: year, round of the year, audit of the round. */
export function auditNumber(year: number, round: number, seq: number, pattern = 'DG-{year}-{round:2}-{seq:2}'): string {
  return numberByPattern(pattern, { year, round, seq });
}

/** The number of a round, such as DG-2026-01: year and round of the year. */
export function roundNumber(year: number, round: number, pattern = 'DG-{year}-{round:2}'): string {
  return numberByPattern(pattern, { year, round });
}
