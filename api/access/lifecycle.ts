import type { Lifecycle } from '../rules/lifecycle.js';
import { refuseForbidden } from './allows.js';

/** Answers whether the viewer is one of those a lifecycle names: a role on the record, or a part in it. */
export type Plays<Actor extends string> = (actor: Actor) => boolean;

/** The events the viewer may fire now; reaches the client as `viewerCan`. */
export function eventsFor<S extends string, E extends string, A extends string>(lifecycle: Lifecycle<S, E, A>, state: S, plays: Plays<A>): E[] {
  return lifecycle
    .next(state)
    .filter((transition) => transition.by.some((actor) => plays(actor)))
    .map((transition) => transition.event);
}

/**
 * The state after an event.
 * @throws Refusal TRANSITION_NOT_ALLOWED when the event is not possible in this state,
 *   FORBIDDEN when the viewer is not one of those who may fire it
 */
export function fire<S extends string, E extends string, A extends string>(lifecycle: Lifecycle<S, E, A>, state: S, event: E, plays: Plays<A>): S {
  const transition = lifecycle.transition(state, event);
  if (!transition.by.some((actor) => plays(actor))) refuseForbidden();
  return transition.to;
}
