import {
  actionLifecycle,
  actionWork,
  nonconformityLifecycle,
  nonconformityWork,
  type ActionState,
  type NonconformityEvent,
  type NonconformityState,
} from '../../api/nonconformities/rules/index';
import { tasksIn } from '../../api/rules/tasks';
import { formatDate, said } from '../i18n';
import { actingWords, asSentence } from '../shell/who-acts';
import type { Tone } from '../ui';
import type { Words } from './words.vi';

const tones: Record<NonconformityState, Tone> = {
  ISSUED: 'warning',
  DISPUTED: 'warning',
  RESPONDED: 'info',
  PLAN_APPROVED: 'info',
  ACTIONS_DONE: 'info',
  VERIFIED: 'info',
  CLOSED: 'success',
  CLOSED_INEFFECTIVE: 'danger',
  WITHDRAWN: 'neutral',
};
const actionTones: Record<ActionState, Tone> = {
  OPEN: 'info',
  DONE: 'warning',
  ACCEPTED: 'success',
  DROPPED: 'neutral',
};

/** The tone of a state of a nonconformity. */
export const toneOf = (state: NonconformityState): Tone => tones[state];

/** The tone of a state of an action. */
export const actionToneOf = (state: ActionState): Tone => actionTones[state];

/** A state of a nonconformity in words. */
export const stateWord = (state: NonconformityState): string => said(nonconformityLifecycle.words[state].label);

/** A state of an action in words. */
export const actionStateWord = (state: ActionState): string => said(actionLifecycle.words[state].label);

/** What of a nonconformity says what happens next, and who must act. */
export interface Status {
  state: NonconformityState;
  effectivenessDueOn?: string | null;
  actions: readonly { state: ActionState; extensionTo?: string | null }[];
}

const isOpen = ({ state }: Status['actions'][number]) => state === 'OPEN';
const isExtensionAsked = ({ actions }: Status) => actions.some((action) => isOpen(action) && action.extensionTo);

/** What happens next, in words: what the state says, with the day or the request on which it hangs. */
export function nextWords(whole: Status, t: Words): string {
  const { state, actions, effectivenessDueOn } = whole;
  if (state === 'VERIFIED' && effectivenessDueOn) return t.next.effectFrom(formatDate(effectivenessDueOn));
  if (state === 'PLAN_APPROVED' && !actions.some(isOpen)) return t.next.reportAgain;
  const usual = said(nonconformityLifecycle.words[state].whatNext);
  return state === 'PLAN_APPROVED' && isExtensionAsked(whole) ? `${usual} ${t.next.extension}` : usual;
}

/** Whether nothing is left to do. */
export const isOver = (state: NonconformityState): boolean => nonconformityLifecycle.isTerminal(state);

/** Who must act, by role or part: any of them, or, while actions are carried out, each. */
export function actorsWords(whole: Status, t: Words): string {
  const words = [
    ...actingWords(nonconformityWork, { ...whole }),
    ...whole.actions.flatMap((action) => actingWords(actionWork, { ...action, nonconformity: whole })),
  ];
  return asSentence(words, whole.state === 'PLAN_APPROVED' ? t.whoAnd : t.whoOr);
}

/** Whether an event is the way on, which everybody hopes for; all others are exceptions. */
export const isNextStep = (event: NonconformityEvent): boolean =>
  nonconformityLifecycle.open.some((state) =>
    tasksIn(nonconformityWork.tasks, state).some((task) => task.event === event),
  );
