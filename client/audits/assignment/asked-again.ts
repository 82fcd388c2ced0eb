import { auditLifecycle, type AuditState } from '../../../api/audits/rules/planning/audit-lifecycle';

interface When {
  dates: readonly string[];
  length: string;
  startTime: string;
}

/** Whether an amendment to this time sends an audit back to be announced and confirmed again (docs/decisions/006). */
export const isAskedAgain = (audit: When & { state: AuditState }, to: When) =>
  auditLifecycle.next(audit.state).some(({ event }) => event === 'reschedule') &&
  (audit.length !== to.length || audit.startTime !== to.startTime || audit.dates.join() !== to.dates.toSorted().join());
