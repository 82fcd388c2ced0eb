import type { Audit } from '../planning/audit.js';
import type { AuditPlace } from '../planning/policy.js';

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
