import type { Tone } from '../ui';
import type { IconName } from '../ui';
import { actorWords, type Actor } from '../../api/rules/actors';
import type { Lifecycle } from '../../api/rules/lifecycle';
import { clauseTitle } from '../../api/rules/text';
import { language, said } from '../i18n';
import type { FindingCategory, CheckItemResult } from '../../api/audits/rules/finding-categories';
import { auditLifecycle, type AuditState } from '../../api/audits/rules/audit-lifecycle';
import type { FindingState } from '../../api/audits/rules/finding-lifecycle';
import type { ProgrammeState } from '../../api/audits/rules/programme-lifecycle';
import type { RoundState } from '../../api/audits/rules/round-lifecycle';

/** How grave a category is, by tone. */
export const categoryTone: Record<FindingCategory, Tone> = {
  MAJOR: 'danger',
  MINOR: 'warning',
  OBSERVATION: 'info',
  OPPORTUNITY: 'info',
  STRENGTH: 'success',
  CONFORMING: 'success',
};

/** The shape of a result, so that it is told without colour too. */
export const resultIcon: Record<CheckItemResult, IconName> = {
  NOT_CHECKED: 'circle',
  CONFORMING: 'check',
  OBSERVATION: 'eye',
  OPPORTUNITY: 'up',
  MINOR: 'warning',
  MAJOR: 'danger',
  STRENGTH: 'flag',
  NOT_APPLICABLE: 'minus',
};

/** The tone of a result. */
export const resultTone: Record<CheckItemResult, Tone> = {
  ...categoryTone,
  NOT_CHECKED: 'neutral',
  NOT_APPLICABLE: 'neutral',
};

export const auditTone: Record<AuditState, Tone> = {
  PLANNED: 'neutral',
  ANNOUNCED: 'info',
  CONFIRMED: 'info',
  IN_PROGRESS: 'warning',
  FIELDWORK_DONE: 'info',
  REPORTED: 'info',
  CLOSED: 'success',
  CANCELLED: 'neutral',
};

export const roundTone: Record<RoundState, Tone> = {
  PREPARING: 'neutral',
  ASSIGNED: 'info',
  APPROVED: 'info',
  RUNNING: 'warning',
  REPORTED: 'info',
  CLOSED: 'success',
  CANCELLED: 'neutral',
};

export const programmeTone: Record<ProgrammeState, Tone> = { DRAFT: 'neutral', APPROVED: 'info', CLOSED: 'success' };

export const findingTone: Record<FindingState, Tone> = {
  DRAFT: 'neutral',
  SENT: 'info',
  AGREED: 'info',
  SHOWN: 'warning',
  ACKNOWLEDGED: 'success',
  DISPUTED: 'danger',
  ISSUED: 'success',
  DROPPED: 'neutral',
};

/** Number and title of a clause, in the language of the screen. */
export const clauseLabel = (clause: { number: string; title: string; titleEn: string }): string =>
  `${clause.number} ${clauseTitle(clause, language())}`;

/** Events that go back or aside: whoever may fire them need not. */
export const asides: readonly string[] = [
  'cancel',
  'reopen',
  'reopenFieldwork',
  'amendPlan',
  'return',
  'revise',
  'sendBack',
];

/** Who must act next in a state, in words; ways back and the system are left out. */
export function whoActs<S extends string, E extends string>(lifecycle: Lifecycle<S, E>, state: S): string | undefined {
  const actors = lifecycle
    .next(state)
    .filter(({ event }) => !asides.includes(event))
    .flatMap(({ by }) => by)
    .filter((actor) => actor !== 'SYSTEM');
  const named = [...new Set(actors)].map((actor: Actor) => said(actorWords[actor]));
  const text = named.join(', ');
  return text ? text.charAt(0).toLocaleUpperCase('vi') + text.slice(1) : undefined;
}

interface When {
  dates: readonly string[];
  length: string;
  startTime: string;
}

/** Whether an amendment to this time sends an audit back to be announced and confirmed again (docs/decisions/006). */
export const isAskedAgain = (audit: When & { state: AuditState }, to: When) =>
  auditLifecycle.next(audit.state).some(({ event }) => event === 'reschedule') &&
  (audit.length !== to.length || audit.startTime !== to.startTime || audit.dates.join() !== to.dates.toSorted().join());
