import { addDays, type LocalDate } from '../../../rules/calendar.js';
import { refuse, type Wording } from '../../../rules/refusal.js';
import type { AuditState } from './audit-lifecycle.js';
import type { RoundState } from './round-lifecycle.js';

/** Days after closing during which the team keeps its grants on the auditee. */
export const GRANT_DAYS_AFTER_CLOSING = 90;

/** The last day of the team's grants on the auditee. */
export function grantsUntil(closedOn: LocalDate): LocalDate {
  return addDays(closedOn, GRANT_DAYS_AFTER_CLOSING);
}

/**
 * Gate of a round's `report`: every audit is CLOSED or CANCELLED.
 * @throws Refusal RULE_VIOLATED, rule AUDITS_OPEN.
 */
export function requireAuditsOver(states: readonly AuditState[]): void {
  requireAllOver(states, 'AUDITS_OPEN', { vi: 'cuộc đánh giá', en: 'audits' });
}

/**
 * Gate of a programme's `close`: every round is CLOSED or CANCELLED.
 * @throws Refusal RULE_VIOLATED, rule ROUNDS_OPEN.
 */
export function requireRoundsOver(states: readonly RoundState[]): void {
  requireAllOver(states, 'ROUNDS_OPEN', { vi: 'đợt đánh giá', en: 'rounds' });
}

function requireAllOver(states: readonly string[], rule: string, things: Wording): void {
  const open = states.filter((state) => state !== 'CLOSED' && state !== 'CANCELLED').length;
  if (open === 0) return;
  refuse(
    'RULE_VIOLATED',
    {
      vi: `Còn ${open} ${things.vi} chưa kết thúc: hãy kết thúc hoặc hủy trước.`,
      en: `${open} ${things.en} are still open: close or cancel them first.`,
    },
    { rule },
  );
}
