import type { LocalDate } from './calendar.js';
import type { Lifecycle } from './lifecycle.js';
import { fulfils, type Condition, type Part, type Parts, type Path, type RoleWay } from './parts.js';

/**
 * What only the database can answer, beside {@link Condition}: used by parts that say whose task it is,
 * never by parts that decide what somebody may do.
 */
export type TaskCondition =
  | Condition
  /** Nobody holds one of the roles there, not counting the people that `except` names. */
  | { nobody: Pick<RoleWay<string>, 'roles' | 'at' | 'direct'>; except?: Path }
  /** The person whom the record names there holds one of the roles. */
  | { holder: Path; roles: readonly string[]; at: string }
  /** The record has been in its state for more than so many days (24 hours each). */
  | { waited: number }
  /** A condition that the module writes in SQL itself, by its name. */
  | { named: string }
  | { not: TaskCondition }
  | { all: readonly TaskCondition[] }
  | { any: readonly TaskCondition[] };

/** The day by which a task is due: a day of the record or of its list of days, moved by some calendar days. */
export type DueDay =
  | { day: Path; plus?: number }
  /** The day in Asia/Ho_Chi_Minh of an instant. */
  | { dayOf: Path; plus?: number }
  /** The last day of a year. */
  | { endOfYear: Path; plus?: number }
  | { firstOf: Path; plus?: number }
  | { lastOf: Path; plus?: number };

/** What somebody has to do while a record is in a state. */
export interface TaskRule<Event extends string, Actor extends string> {
  /** The event of the lifecycle that should happen next. */
  event: Event;
  /** Whose task it is; left out: of everybody who may do it. */
  of?: readonly Actor[];
  /** Only then, beside the gates of the event. */
  when?: Condition;
  /** It is a task only if the usual person cannot act; screens do not name these people. */
  standIn?: boolean;
  /** A step towards the event; the people who do it may not be allowed to fire the event themselves. */
  step?: boolean;
  /** The record waits for these people, but they cannot do anything yet, so My work does not list it. */
  unlisted?: boolean;
  /** Null: no day is set. */
  due: DueDay | null;
  /** Last part of the kind in My work, if it is not the event; with a dot it is the whole kind. */
  as?: string;
}

/** A state in which nobody has to act: the system fires the event when it is due. */
export interface SystemTask<Event extends string> {
  system: Event;
  /** The record can stay in this state for good. */
  rests?: boolean;
}

/** A state whose task belongs to the parent record. */
export interface TaskOfOwner {
  /** Property of that record, such as `nonconformity`. */
  owner: string;
}

/** What has to be done in every state that is not an end, by whom and by when. */
export type TaskTable<Open extends string, Event extends string, Actor extends string> = {
  [S in Open]: readonly TaskRule<Event, Actor>[] | SystemTask<Event> | TaskOfOwner;
};

/** Everything that says who acts on the records of one type. Each module writes it once. */
export interface Work<
  State extends string,
  Event extends string,
  By extends string,
  End extends State,
  R extends string,
  P extends string,
  T extends string,
> {
  /** First part of the kinds of its tasks in My work, such as `nonconformity`. */
  kind: string;
  lifecycle: Lifecycle<State, Event, By, End>;
  parts: Parts<R, P>;
  /** Parts that only say whose task it is, among those who may do it. */
  taskParts?: Record<T, Part<R, TaskCondition>>;
  /** What must hold of the record before an event, by the names that the lifecycle's `needs` use. */
  gates?: Record<string, Condition>;
  tasks: TaskTable<Exclude<State, End>, Event, NoInfer<By | T>>;
}

/**
 * Checks what a module says of who acts on its records.
 * @throws Error for an open state without a task, an end with one, a task that cannot be done in its
 *   state, a name that is neither a role nor a part, or one that is both a part and a task part
 */
export function defineWork<
  State extends string,
  Event extends string,
  By extends string,
  End extends State,
  R extends string,
  P extends string,
  T extends string = never,
>(roles: readonly R[], work: Work<State, Event, By, End, R, P, T>): Work<State, Event, By, End, R, P, T> {
  const { lifecycle, parts, taskParts } = work;
  const fail = (fault: string): never => {
    throw new Error(`Tasks of the ${lifecycle.name}: ${fault}`);
  };
  const known = new Set<string>([...roles, ...Object.keys(parts.parts), ...Object.keys(taskParts ?? {}), 'SYSTEM']);
  const mayAct = new Set<string>([...roles, ...Object.keys(parts.parts), 'SYSTEM']);
  for (const name of Object.keys(taskParts ?? {})) if (mayAct.has(name)) fail(`${name} is a part and a task part`);
  for (const state of lifecycle.states) {
    for (const { event, by } of lifecycle.next(state)) {
      for (const actor of by) if (!mayAct.has(actor)) fail(`${actor} may ${event}, but is neither a role nor a part`);
    }
  }
  const table = work.tasks as Partial<
    Record<State, readonly TaskRule<Event, string>[] | SystemTask<Event> | TaskOfOwner>
  >;
  const open: readonly State[] = lifecycle.open;
  for (const state of Object.keys(table) as State[]) {
    if (!open.includes(state)) fail(`${state} is an end or no state, and has a task`);
  }
  for (const state of open) {
    const entry = table[state] ?? fail(`nothing is to be done in ${state}`);
    if ('system' in entry) {
      const isPossible = lifecycle
        .next(state)
        .some(({ event, by }) => event === entry.system && by.includes('SYSTEM' as By));
      if (!isPossible) fail(`the system does not ${entry.system} in ${state}`);
      continue;
    }
    if ('owner' in entry) continue;
    const rules: readonly TaskRule<Event, string>[] = entry;
    if (rules.length === 0) fail(`nothing is to be done in ${state}`);
    for (const { event, of = [] } of rules) {
      if (!lifecycle.next(state).some((move) => move.event === event)) fail(`${event} is not possible in ${state}`);
      for (const actor of of) if (!known.has(actor)) fail(`${actor} has a task, but is neither a role nor a part`);
    }
  }
  return work;
}

/** The tasks of a state; none where the system acts. */
export function tasksIn<S extends string, E extends string, A extends string>(
  tasks: TaskTable<S, E, A>,
  state: string,
): readonly TaskRule<E, A>[] {
  const entry = (tasks as Record<string, TaskTable<S, E, A>[S] | undefined>)[state];
  return Array.isArray(entry) ? (entry as readonly TaskRule<E, A>[]) : [];
}

/** The kinds of all tasks of a type of records, as My work names them: `nonconformity.respond`. */
export function taskKinds<E extends string, A extends string>(work: {
  kind: string;
  lifecycle: { open: readonly string[] };
  tasks: TaskTable<never, E, A>;
}): string[] {
  const tasks = work.lifecycle.open.flatMap((state) => tasksIn(work.tasks, state)).filter(({ unlisted }) => !unlisted);
  return [...new Set(tasks.map((task) => kindOf(work.kind, task)))];
}

/** The kind of one task. */
export const kindOf = (kind: string, { as, event }: { as?: string; event: string }): string =>
  as?.includes('.') ? as : `${kind}.${as ?? event}`;

/** The gates of an event in a state: what must hold of the record before it. */
export function gatesOf<S extends string, E extends string>(
  { lifecycle, gates = {} }: { lifecycle: Lifecycle<S, E, string>; gates?: Record<string, Condition> },
  state: S,
  event: E,
): Condition[] {
  const needs = lifecycle.next(state).find((move) => move.event === event)?.needs ?? [];
  return needs.flatMap((need) => gates[need] ?? []);
}

/** Who must act on a record now, by role or part, each once, in the order of the table: what a screen shows. */
export function actorsToAct<S extends string, E extends string, By extends string, A extends string>(
  work: { lifecycle: Lifecycle<S, E, By>; gates?: Record<string, Condition>; tasks: TaskTable<never, E, A> },
  record: { state: string },
  today: LocalDate,
): (By | A)[] {
  const state = record.state as S;
  const entry = (work.tasks as Record<string, readonly unknown[] | SystemTask<E> | TaskOfOwner | undefined>)[state];
  if (entry && 'system' in entry) return entry.rests ? [] : ['SYSTEM' as By];
  const actors = tasksIn(work.tasks, state)
    .filter(({ standIn }) => !standIn)
    .filter(({ event, when }) =>
      [...gatesOf(work, state, event), ...(when ? [when] : [])].every((each) => fulfils(each, record, today)),
    )
    .flatMap(({ event, of }): readonly (By | A)[] => of ?? work.lifecycle.transition(state, event).by);
  return [...new Set(actors)];
}
