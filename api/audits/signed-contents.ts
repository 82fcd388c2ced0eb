import type { Audit } from './audit.js';
import type { FindingCount } from './counts.js';
import type { PlannedAudit } from './facts.js';
import type { Finding } from './finding.js';
import type { AuditPlace } from './policy.js';
import type { Programme } from './programme.js';
import type { Round } from './round.js';

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

type SignedEntry = Pick<PlannedAudit, 'number' | 'dates' | 'length' | 'startTime' | 'assignments'> & {
  auditee: Pick<PlannedAudit['auditee'], 'unitId'>;
};

/** What the signature under a version of a round's plan covers. @param reason of an amendment */
export function signedPlan(audits: readonly SignedEntry[], planVersion: number, reason?: string): object {
  return {
    planVersion,
    reason,
    audits: audits.map(({ number, auditee, dates, length, startTime, assignments }) => ({
      number,
      auditeeId: auditee.unitId,
      dates,
      length,
      startTime,
      assignments,
    })),
  };
}

/** What the auditee's head confirms: when, about what and by whom. */
export const signedAuditPlan = (
  {
    number,
    dates,
    length,
    startTime,
    scopeClauses,
    agenda,
  }: Pick<Audit, 'number' | 'dates' | 'length' | 'startTime' | 'scopeClauses' | 'agenda'>,
  members: AuditPlace['members'],
): object => ({ number, dates, length, startTime, scopeClauses, agenda, members });

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
