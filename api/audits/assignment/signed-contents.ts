import type { PlannedAudit } from './plan-data.js';

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
