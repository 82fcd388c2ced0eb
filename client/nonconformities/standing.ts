import { actionLifecycle, nonconformityLifecycle, type ActionState, type NonconformityEvent, type NonconformityState } from '../../api/nonconformities/rules/index';
import { actorWords, type Actor } from '../../api/rules/actors';
import { said } from '../i18n';
import type { Tone } from '../ui';

const tones: Record<NonconformityState, Tone> = {
  ISSUED: 'warning', DISPUTED: 'warning', RESPONDED: 'info', PLAN_APPROVED: 'info', ACTIONS_DONE: 'info', VERIFIED: 'info',
  CLOSED: 'success', CLOSED_INEFFECTIVE: 'danger', WITHDRAWN: 'neutral',
};
const actionTones: Record<ActionState, Tone> = { OPEN: 'info', DONE: 'warning', ACCEPTED: 'success', DROPPED: 'neutral' };

/** The way on from a state, beside which everything else is an exception. */
const ways: Partial<Record<NonconformityState, NonconformityEvent>> = {
  ISSUED: 'respond', DISPUTED: 'uphold', RESPONDED: 'approvePlan', ACTIONS_DONE: 'verify', VERIFIED: 'confirmEffective',
};

/** The tone of a state of a nonconformity. */
export const toneOf = (state: string): Tone => tones[state as NonconformityState];

/** The tone of a state of an action. */
export const actionToneOf = (state: string): Tone => actionTones[state as ActionState];

/** A state of a nonconformity in words. */
export const stateWord = (state: string): string => said(nonconformityLifecycle.words[state as NonconformityState].label);

/** A state of an action in words. */
export const actionStateWord = (state: string): string => said(actionLifecycle.words[state as ActionState].label);

/** What happens next in a state, in words. */
export const nextWords = (state: string): string => said(nonconformityLifecycle.words[state as NonconformityState].whatNext);

/** Whether nothing is owed any more. */
export const isOver = (state: string): boolean => nonconformityLifecycle.isTerminal(state as NonconformityState);

/** Who must act in a state, by role or part; the owners of the actions while these are carried out. */
export function actorsWords(state: string, or: string): string {
  const event = ways[state as NonconformityState];
  const actors: readonly Actor[] = state === 'PLAN_APPROVED' ? ['OWNER'] : event ? nonconformityLifecycle.transition(state as NonconformityState, event).by : [];
  const words = actors.map((actor) => said(actorWords[actor])).join(or);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Whether an event is the way on, which everybody hopes for; all others are exceptions. */
export const isWay = (event: NonconformityEvent): boolean => event === 'reportDone' || Object.values(ways).includes(event);
