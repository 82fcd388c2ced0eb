import type { Audit } from '../planning/audit.js';
import type { Round } from '../planning/round.js';
import type { FindingCount } from './counts.js';
import type { Finding } from './finding.js';

/** What the signatures under a report cover. */
export function signedReport(
  { number, report, closingMinutes }: Pick<Audit, 'number' | 'report' | 'closingMinutes'>,
  findings: readonly Finding[],
): object {
  return {
    number,
    report,
    closingMinutes,
    findings: findings
      .filter(({ state }) => state !== 'DROPPED')
      .map(({ position, category, requirement, evidence, gap, clause, unit }) => ({
        position,
        category,
        requirement,
        evidence,
        gap,
        clauseId: clause?.id ?? null,
        unitId: unit.id,
      })),
  };
}

/** What the signature under the consolidated report of a round covers. */
export const signedRound = (
  { number, conclusion }: Pick<Round, 'number' | 'conclusion'>,
  counts: readonly FindingCount[] | null,
): object => ({ number, conclusion, counts });
