import type { Audit } from '../planning/audit.js';
import type { TeamAssignment } from '../rules/planning/index.js';

/** What the auditee's head confirms: days, scope and team. */
export const signedAuditPlan = (
  {
    number,
    dates,
    length,
    startTime,
    scopeClauses,
    agenda,
  }: Pick<Audit, 'number' | 'dates' | 'length' | 'startTime' | 'scopeClauses' | 'agenda'>,
  members: readonly TeamAssignment[],
): object => ({ number, dates, length, startTime, scopeClauses, agenda, members });
