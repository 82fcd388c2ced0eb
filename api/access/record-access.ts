import { sql } from 'kysely';
import { always, either, every, never, rowOf, type Row, type Sql } from '../platform/reads/index.js';
import type { LocalDate } from '../rules/calendar.js';
import {
  actorsIn,
  fulfils,
  pathsOf,
  type Condition,
  type Part,
  type Parts,
  type Path,
  type Player,
} from '../rules/parts.js';
import { gatesOf, kindOf, tasksIn, type DueDay, type TaskCondition, type TaskRule, type Work } from '../rules/tasks.js';
import type { ReadContext } from './context.js';
import { PartsSql, type KnownRows, type SqlBinding } from './parts-sql.js';
import { roles as allRoles, type Role } from './roles.js';
import { allTaskKinds, type TaskKind } from './rules/verbs.js';
import { holds, type Viewer } from './viewer.js';

/** How the records of a type are listed in My work. */
export interface TaskSubject {
  /** FROM clause with an alias for the record's own row: `nonconformity n`. */
  from: Sql;
  /** The alias of the record's row. */
  alias: string;
  /** GraphQL type and id of the record to open. */
  type: string;
  id: Sql;
  title: Sql;
  /** The unit it concerns, in words; SQL. */
  place: Sql;
  /** Only these rows, besides the states. */
  where?: Sql;
  /** Records that the record refers to and that `from` joins: the path, and the alias of their row. */
  joined?: Record<Path, string>;
}

/** Records that belong to another record. */
export interface WaitingRecords {
  waitsForViewer(row: Row, ctx: ReadContext, known?: KnownRows): Sql;
  waitsFor(row: Row, ctx: ReadContext, known?: KnownRows): Sql;
}

/** What the general mechanism must know about a type of records, besides its pure rules. */
export interface RecordOptions<Event extends string, Recorded> extends SqlBinding {
  /**
   * Records that belong to it and have tasks of their own. Whoever has such a task must also act on this record.
   * `path` leads from such a record to this one, `by` is its column with the id of this one.
   */
  children?: readonly { access: WaitingRecords; path: Path; table: string; by: string; when: Condition }[];
  /** Reasons against an event that cannot be written as gates. */
  isPossible?: (event: Event, record: Recorded, today: LocalDate, viewer: Viewer) => boolean;
}

/** A task in the states in which it is the same people's, under the same conditions. */
interface OpenTask<State extends string> {
  states: State[];
  /** Whoever plays one of these has the task. */
  parts: Part<Role, TaskCondition>[];
  conditions: TaskCondition[];
}

/** A task as My work lists it. */
interface ListedTask<State extends string> extends OpenTask<State> {
  kind: TaskKind;
  due: DueDay | null;
}

/** Puts together what is alike but for the states. */
function byStates<State extends string, T extends OpenTask<State>>(tasks: readonly T[]): T[] {
  const groups = Map.groupBy(tasks, (task) => JSON.stringify({ ...task, states: [] }));
  return [...groups.values()].map((alike) => ({ ...alike[0]!, states: alike.flatMap(({ states }) => states) }));
}

const knownKinds: ReadonlySet<string> = new Set(allTaskKinds);
const namedKinds = new Set<TaskKind>();

/** The kinds of tasks in My work of all record types defined so far. */
export const kindsOfTasks = (): ReadonlySet<TaskKind> => namedKinds;

/**
 * Who acts on the records of one type, derived from the lifecycle, the parts and the tasks: what a viewer
 * may do (`viewerCan`), what waits for the viewer, for whom a record waits, and My work.
 */
export class RecordAccess<
  State extends string,
  Event extends string,
  By extends string,
  End extends State,
  P extends string,
  T extends string,
  Recorded extends { state: State },
> {
  /** The tasks of all open states, whatever My work calls them. */
  readonly #open: OpenTask<State>[];
  /** Those that My work lists. */
  readonly #listed: ListedTask<State>[];

  /** @throws Error if a task is of a kind that the catalogue does not have */
  constructor(
    readonly rules: Work<State, Event, By, End, Role, P, T>,
    private readonly options: RecordOptions<Event, Recorded>,
  ) {
    const tasks = (rules.lifecycle.open as readonly State[]).flatMap((state) =>
      tasksIn(rules.tasks, state).map((task) => ({
        states: [state],
        parts: this.#partsOf(state, task),
        conditions: [...gatesOf(rules, state, task.event), ...(task.when ? [task.when] : [])],
        kind: this.#kindOf(task),
        due: task.due,
        isListed: !task.unlisted,
      })),
    );
    for (const { kind } of tasks) namedKinds.add(kind);
    this.#open = byStates(tasks.map(({ states, parts, conditions }) => ({ states, parts, conditions })));
    this.#listed = byStates(tasks.filter(({ isListed }) => isListed));
  }

  /** The facts that {@link eventsOf} needs of a record, as paths of the read kit. */
  get needs(): Path[] {
    const { parts, gates } = this.rules;
    const whole = [...Object.values<Part<Role>>(parts.parts), ...Object.values(parts.places)];
    return [...new Set(['state', ...pathsOf(...whole, ...Object.values(gates ?? {}))])];
  }

  /** All roles and parts of the viewer: roles held where the record belongs, and parts in the record. */
  actorsOf(viewer: Viewer, record: Recorded, today: LocalDate): By[] {
    const actors: string[] = actorsIn(this.rules.parts, allRoles, record, playerOf(viewer), today);
    return actors as By[];
  }

  /** The events that the viewer may fire now: those of the lifecycle, without those whose gates are closed. */
  eventsOf(viewer: Viewer, record: Recorded, today: LocalDate): Event[] {
    const { isPossible } = this.options;
    const isOpen = (event: Event) =>
      gatesOf(this.rules, record.state, event).every((gate) => fulfils(gate, record, today)) &&
      (isPossible?.(event, record, today, viewer) ?? true);
    return this.rules.lifecycle.eventsFor(record.state, this.actorsOf(viewer, record, today)).filter(isOpen);
  }

  /**
   * Row condition: one of the tasks of the record is the viewer's.
   * @param known rows of records it refers to, by path, that the statement has already
   */
  waitsForViewer(row: Row, ctx: ReadContext, known: KnownRows = {}): Sql {
    const found = this.#sql(row, ctx, known);
    const ofChildren = this.#children(row, ctx, known).map(({ access, child, table, isOwn, when, parent }) => {
      const waits = access.waitsForViewer(child, ctx, parent);
      return waits === never ? never : every(when, sql`exists (select 1 from ${table} where ${isOwn} and ${waits})`);
    });
    return either(...this.#open.map((task) => this.#isViewers(found, row, task)), ...ofChildren);
  }

  /**
   * SELECT of the ids of the people whose tasks the record has, those included whose day is still to come: who must
   * act does not depend on the day, and a screen says it before.
   */
  waitsFor(row: Row, ctx: ReadContext, known: KnownRows = {}): Sql {
    const found = this.#sql(row, ctx, known);
    const own = this.#open.map((task) => {
      const people = sql.join(
        task.parts.map((part) => found.players(part)),
        sql` union `,
      );
      const conditions = task.conditions.filter((condition) => !('reached' in condition));
      return sql`select w.id from (${people}) w(id) where ${this.#isOpen(found, row, { ...task, conditions })}`;
    });
    const ofChildren = this.#children(row, ctx, known).map(
      ({ access, child, table, isOwn, when, parent }) => sql`
        select w.id from ${table} cross join lateral (${access.waitsFor(child, ctx, parent)}) w(id)
        where ${isOwn} and ${when}`,
    );
    return sql`${sql.join([...own, ...ofChildren], sql` union `)}`;
  }

  /** Row condition: the viewer plays a part in the record, by its name; false or null where not. */
  viewerPlays(name: P | T, row: Row, ctx: ReadContext): Sql {
    return this.#sql(row, ctx).viewerPlays(this.#part(name));
  }

  /**
   * SELECTs of the viewer's tasks, in the shape of `TaskSource`, one for each task rule. A rule whose tasks can never
   * be the viewer's, who holds none of its roles, has none.
   */
  tasks(ctx: ReadContext, subject: TaskSubject): Sql[] {
    const row = rowOf(subject.alias);
    const joined = Object.entries(subject.joined ?? {}).map(([path, alias]) => [path, rowOf(alias)] as const);
    const found = this.#sql(row, ctx, Object.fromEntries(joined));
    return this.#listed.flatMap((task) => {
      const isViewers = every(subject.where ?? always, this.#isViewers(found, row, task));
      if (isViewers === never) return [];
      return sql`
        select ${task.kind}::text as kind, ${subject.type}::text as subject_type,
          ${subject.id} as subject_id, ${subject.title} as title, ${subject.place} as place,
          ${found.due(task.due)} as due_on, ${row('state_since')} as since
        from ${subject.from}
        where ${isViewers}`;
    });
  }

  /** The records that belong to this one, while they may have tasks. */
  #children(row: Row, ctx: ReadContext, known: KnownRows) {
    const beyond = Object.entries(known);
    return (this.options.children ?? []).map(({ access, path, table, by, when }) => {
      const child = rowOf('child');
      return {
        access,
        child,
        parent: { [path]: row, ...Object.fromEntries(beyond.map(([further, other]) => [`${path}.${further}`, other])) },
        table: sql`${sql.table(table)} child`,
        isOwn: sql`${child(by)} = ${row('id')}`,
        when: this.#sql(row, ctx, known).condition(when),
      };
    });
  }

  #kindOf(task: TaskRule<Event, By | T>): TaskKind {
    const kind = kindOf(this.rules.kind, task);
    if (!knownKinds.has(kind)) throw new Error(`${kind} is no kind of task of the catalogue`);
    return kind as TaskKind;
  }

  /** The record is in one of the states of the task, and its conditions hold. */
  #isOpen(found: PartsSql, row: Row, { states, conditions }: OpenTask<State>): Sql {
    const [state, ...others] = states;
    const isThere =
      others.length === 0 ? sql`${row('state')} = ${state}` : sql`${row('state')} = any(${[...states]}::text[])`;
    return every(isThere, found.condition({ all: conditions }));
  }

  #isViewers(found: PartsSql, row: Row, task: OpenTask<State>): Sql {
    const mine = either(...task.parts.map((part) => found.viewerPlays(part)));
    return mine === never ? never : every(this.#isOpen(found, row, task), mine);
  }

  #partsOf(state: State, { event, of }: TaskRule<Event, By | T>): Part<Role, TaskCondition>[] {
    const actors: readonly (By | T)[] = of ?? this.rules.lifecycle.transition(state, event).by;
    return actors.filter((actor) => actor !== 'SYSTEM').map((actor) => this.#part(actor));
  }

  #part(name: string): Part<Role, TaskCondition> {
    const { parts, taskParts } = this.rules;
    const part =
      (parts.parts as Record<string, Part<Role>>)[name] ??
      (taskParts as Record<string, Part<Role, TaskCondition>> | undefined)?.[name];
    if (part) return part;
    if (!allRoles.includes(name as Role)) throw new Error(`${name} is neither a role nor a part`);
    return { words: { vi: '', en: '' }, any: [{ roles: [name as Role], at: 'here' }] };
  }

  #sql(row: Row, ctx: ReadContext, known: KnownRows = {}): PartsSql {
    return new PartsSql(row, this.rules.parts.places, this.options, ctx, known);
  }
}

/**
 * Derives who acts on records of a type: `accessTo<Recorded>()(rules, options)`.
 * @typeParam Recorded what the rules must know of a record; an entity has it, and so has a row that was read
 */
export const accessTo =
  <Recorded extends { state: string }>() =>
  <
    State extends Recorded['state'],
    Event extends string,
    By extends string,
    End extends State,
    P extends string,
    T extends string,
  >(
    rules: Work<State, Event, By, End, Role, P, T>,
    options: RecordOptions<Event, Recorded>,
  ) =>
    new RecordAccess<State, Event, By, End, P, T, Recorded & { state: State }>(rules, options);

/** All roles and parts that a viewer has in a record that has been read, for types that need nothing else. */
export const actorsFor = <P extends string>(
  parts: Parts<Role, P>,
  viewer: Viewer,
  record: object,
  today: LocalDate,
): (Role | P)[] => actorsIn(parts, allRoles, record, playerOf(viewer), today);

/** A viewer as the pure rules see a person. */
function playerOf(viewer: Viewer): Player<Role> {
  return {
    personId: viewer.personId,
    holds: (wanted, { unitId, authorityId }, direct) =>
      direct
        ? viewer.grants.some((grant) => wanted.includes(grant.role) && grant.unitId === unitId)
        : holds(viewer, wanted, { unitId: unitId ?? undefined, authorityId: authorityId ?? undefined }),
  };
}
