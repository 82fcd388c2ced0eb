import { refuse, type Wording } from './refusal.js';

/** One way out of a state, as written in a lifecycle's table. */
export interface Move<State extends string, By extends string = string> {
  /** The state afterwards. */
  to: State;
  /** Who may do it: one of these suffices. */
  by: readonly By[];
  /** What the event needs, such as `reason`, `sign`, `agenda`. The command checks it. */
  needs?: readonly string[];
}

/** A move together with its event and the state it starts from. */
export interface Transition<State extends string, Event extends string, By extends string = string> {
  event: Event;
  from: State;
  to: State;
  by: readonly By[];
  needs: readonly string[];
}

/** What a state is called, and what happens next and who must act, in plain words. */
export interface StateWords {
  label: Wording;
  whatNext: Wording;
}

/** Moves of an end state: none. */
export type Terminal = Readonly<Record<never, never>>;
export const terminal: Terminal = Object.freeze({});

/** A lifecycle as a module writes it in `rules/`. */
export interface LifecycleDefinition<State extends string, Event extends string, By extends string> {
  /** What the record is called in the middle of a sentence. */
  thing: Wording;
  /** The state of a new record. */
  initial: State;
  /** The table: state → event → move. A state without moves must be `terminal`. */
  states: { [S in State]: { [E in Event]?: Move<State, By> } };
  /** The words of every state. */
  words: { [S in State]: StateWords };
  /** The words of every event, as a verb: "gửi soát xét", "submit for review". */
  verbs: { [E in Event]: Wording };
}

/** A checked lifecycle. Pure, and the same on server and client. */
export interface Lifecycle<
  State extends string,
  Event extends string,
  By extends string = string,
  /** The states in which nothing can happen any more. */
  End extends State = never,
> {
  readonly name: string;
  readonly thing: Wording;
  readonly initial: State;
  /** All states, in the order of the table. */
  readonly states: readonly State[];
  /** All events, in the order of the verbs. */
  readonly events: readonly Event[];
  /** The states that are not terminal. */
  readonly open: readonly Exclude<State, End>[];
  readonly words: { readonly [S in State]: StateWords };
  readonly verbs: { readonly [E in Event]: Wording };
  /** Whether nothing can follow. */
  isTerminal(state: State): boolean;
  /** Everything that can happen in a state. */
  next(state: State): Transition<State, Event, By>[];
  /** The events that someone who is one of these actors may fire in a state (`viewerCan`). */
  eventsFor(state: State, actors: Iterable<By>): Event[];
  /**
   * The transition for an event in a state.
   * @throws Refusal TRANSITION_NOT_ALLOWED, naming the state and what can be done in it.
   */
  transition(state: State, event: Event): Transition<State, Event, By>;
}

/** The states of a lifecycle: `StateOf<typeof revisionLifecycle>`. */
export type StateOf<L> = L extends { states: readonly (infer State)[] } ? State : never;

/**
 * Builds a lifecycle from its table and checks it.
 * @throws Error if the initial state or a target does not exist, a state cannot be reached, a state
 *   that is not terminal has no way to an end, or a move names nobody who may do it.
 */
export function defineLifecycle<
  State extends string,
  Event extends string,
  By extends string = string,
  End extends State = never,
>(name: string, definition: LifecycleDefinition<State, Event, By>): Lifecycle<State, Event, By, End> {
  const { thing, initial, words, verbs } = definition;
  const states = Object.keys(definition.states) as State[];
  const moves = new Map(states.map((state) => [state, transitionsOf(state, definition.states[state])]));
  check(name, definition, moves);

  const next = (state: State) => moves.get(state) ?? fail(name, `there is no state ${state}`);
  const isTerminal = (state: State) => next(state).length === 0;

  return {
    name,
    thing,
    initial,
    states,
    words,
    verbs,
    next,
    isTerminal,
    events: Object.keys(verbs) as Event[],
    open: states.filter((state) => !isTerminal(state)) as Exclude<State, End>[],
    eventsFor(state, actors) {
      const held = new Set(actors);
      return next(state)
        .filter((move) => move.by.some((actor) => held.has(actor)))
        .map((move) => move.event);
    },
    transition(state, event) {
      return (
        next(state).find((move) => move.event === event) ??
        refuse('TRANSITION_NOT_ALLOWED', refusalWords(definition, state, event, next(state)))
      );
    },
  };
}

function transitionsOf<State extends string, Event extends string, By extends string>(
  from: State,
  moves: { [E in Event]?: Move<State, By> },
): Transition<State, Event, By>[] {
  return (Object.entries(moves) as [Event, Move<State, By>][]).map(([event, { to, by, needs = [] }]) => ({
    event,
    from,
    to,
    by,
    needs,
  }));
}

function fail(name: string, fault: string): never {
  throw new Error(`Lifecycle ${name}: ${fault}`);
}

function check<State extends string, Event extends string, By extends string>(
  name: string,
  { initial, states, verbs }: LifecycleDefinition<State, Event, By>,
  moves: Map<State, Transition<State, Event, By>[]>,
): void {
  if (!moves.has(initial)) fail(name, `the initial state ${initial} does not exist`);
  for (const [state, ways] of moves) {
    if (ways.length === 0 && states[state] !== terminal) fail(name, `${state} is a dead end`);
    for (const { event, to, by } of ways) {
      if (!moves.has(to)) fail(name, `${event} leads from ${state} to ${to}, which does not exist`);
      if (!(event in verbs)) fail(name, `${event} has no words`);
      if (by.length === 0) fail(name, `nobody may ${event} in ${state}`);
    }
  }
  const reached = reachable(initial, moves);
  for (const [state, ways] of moves) {
    if (!reached.has(state)) fail(name, `${state} cannot be reached`);
    if (ways.length > 0 && ![...reachable(state, moves)].some((end) => states[end] === terminal)) {
      fail(name, `${state} is a dead end: no way leads to an end`);
    }
  }
}

function reachable<State extends string, Event extends string, By extends string>(
  start: State,
  moves: Map<State, Transition<State, Event, By>[]>,
): Set<State> {
  const reached = new Set([start]);
  for (const state of reached) {
    for (const { to } of moves.get(state) ?? []) reached.add(to);
  }
  return reached;
}

function refusalWords<State extends string, Event extends string, By extends string>(
  { thing, words, verbs }: LifecycleDefinition<State, Event, By>,
  state: State,
  event: Event,
  next: Transition<State, Event, By>[],
): Wording {
  const { label, whatNext } = words[state];
  const verb: Wording = verbs[event] ?? { vi: event, en: event };
  const byPeople = next.filter((move) => move.by.some((actor) => (actor as string) !== 'SYSTEM'));
  const can = (language: keyof Wording) => byPeople.map((move) => verbs[move.event][language]).join(', ');
  return {
    vi:
      `Chưa thể ${verb.vi}: ${thing.vi} đang ở trạng thái “${label.vi}”. ` +
      (byPeople.length > 0 ? `Lúc này có thể: ${can('vi')}.` : whatNext.vi),
    en:
      `It is not possible to ${verb.en} now: ${thing.en} is “${label.en}”. ` +
      (byPeople.length > 0 ? `What can be done: ${can('en')}.` : whatNext.en),
  };
}
