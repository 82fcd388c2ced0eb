import { refuseForbidden, type Viewer } from '../../access/index.js';
import { refuse } from '../../rules/refusal.js';
import { auditLifecycle, type AuditState } from '../rules/planning/index.js';
import type { Audit } from './audit.js';
import { type AuditRecord, isInTeam } from './policy.js';

/** @throws Refusal FORBIDDEN for people who are not in the team */
export function requireTeam(viewer: Viewer, { members }: Pick<AuditRecord, 'members'>): void {
  if (!isInTeam(viewer, members)) refuseForbidden();
}

/**
 * Passes if the audit is in one of these states.
 * @throws Refusal TRANSITION_NOT_ALLOWED, with the state and what comes next
 */
export function requireAuditState(audit: Audit, ...states: AuditState[]): void {
  if (states.includes(audit.state)) return;
  const { label, whatNext } = auditLifecycle.words[audit.state];
  refuse('TRANSITION_NOT_ALLOWED', {
    vi: `Chưa thể làm việc này: cuộc đánh giá đang ở trạng thái “${label.vi}”. ${whatNext.vi}`,
    en: `This is not possible now: the audit is “${label.en}”. ${whatNext.en}`,
  });
}
