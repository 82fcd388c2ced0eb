import type { Lifecycle } from '../rules/lifecycle.js';
import { refuseForbidden } from './allows.js';

/**
 * The state after an event. The same lifecycle also says beforehand what a viewer may do
 * (`lifecycle.eventsFor`; the client gets it as `viewerCan`).
 * @param actors what the viewer is to the record: roles held on it and parts in it
 * @throws Refusal TRANSITION_NOT_ALLOWED when the event is not possible in this state,
 *   FORBIDDEN when the viewer is not one of those who may fire it
 */
export function fire<S extends string, E extends string, A extends string>(
  lifecycle: Lifecycle<S, E, A>,
  state: S,
  event: E,
  actors: Iterable<A>,
): S {
  const transition = lifecycle.transition(state, event);
  const held = new Set<string>(actors);
  if (!transition.by.some((actor) => held.has(actor))) refuseForbidden();
  return transition.to;
}
