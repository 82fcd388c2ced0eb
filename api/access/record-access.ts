import { sql } from 'kysely';
import type { Row, Sql } from '../platform/reads/index.js';
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
import { gatesOf, kindOf, tasksIn, type TaskCondition, type TaskRule, type Work } from '../rules/tasks.js';
import type { ReadContext } from './context.js';
import { PartsSql, type SqlBinding } from './parts-sql.js';
import { either } from './reads.js';
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
}

/** Records that belong to another record. */
export interface WaitingRecords {
  waitsForViewer(row: Row, ctx: ReadContext): Sql;
  waitsFor(row: Row, ctx: ReadContext): Sql;
}

/** What the general mechanism must know about a type of records, besides its pure rules. */
export interface RecordOptions<Event extends string, Recorded> extends SqlBinding {
  /** Records that belong to it and have tasks of their own. Whoever has such a task must also act on this record. */
  children?: readonly { access: WaitingRecords; table: string; by: string; when: Condition }[];
  /** Reasons against an event that cannot be written as gates. */
  isPossible?: (event: Event, record: Recorded, today: LocalDate, viewer: Viewer) => boolean;
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
  /** @throws Error if a task is of a kind that the catalogue does not have */
  constructor(
    readonly rules: Work<State, Event, By, End, Role, P, T>,
    private readonly options: RecordOptions<Event, Recorded>,
  ) {
    for (const { task } of this.#tasks()) namedKinds.add(this.#kindOf(task));
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

  /** Row condition: one of the tasks of the record is the viewer's. */
  waitsForViewer(row: Row, ctx: ReadContext): Sql {
    const own = this.#tasks().map(
      ({ state, task }) => sql`(${row('state')} = ${state} and ${this.#isViewers(row, ctx, state, task)})`,
    );
    const ofChildren = this.#children(row, ctx).map(
      ({ access, child, table, where }) => sql`
        exists (select 1 from ${table} where ${where} and ${access.waitsForViewer(child, ctx)})`,
    );
    return either(...own, ...ofChildren);
  }

  /** SELECT of the ids of the people whose tasks the record has now. */
  waitsFor(row: Row, ctx: ReadContext): Sql {
    const own = this.#tasks().map(({ state, task }) => {
      const found = this.#sql(row, ctx);
      const people = sql.join(
        this.#partsOf(state, task).map((part) => found.players(part)),
        sql` union `,
      );
      return sql`
        select w.id from (${people}) w(id) where ${row('state')} = ${state} and ${this.#holds(found, state, task)}`;
    });
    const ofChildren = this.#children(row, ctx).map(
      ({ access, child, table, where }) => sql`
        select w.id from ${table} cross join lateral (${access.waitsFor(child, ctx)}) w(id) where ${where}`,
    );
    return sql`${sql.join([...own, ...ofChildren], sql` union `)}`;
  }

  /** Whether the viewer plays a part in the record, by its name. */
  viewerPlays(name: P | T, row: Row, ctx: ReadContext): Sql {
    return sql`coalesce(${this.#sql(row, ctx).viewerPlays(this.#part(name))}, false)`;
  }

  /** SELECTs of the viewer's tasks, in the shape of `TaskSource`, one for each task rule. */
  tasks(ctx: ReadContext, subject: TaskSubject): Sql[] {
    const row: Row = (column) => sql.ref(`${subject.alias}.${column}`);
    const listed = this.#tasks().filter(({ task }) => !task.unlisted);
    return listed.map(
      ({ state, task }) => sql`
      select ${this.#kindOf(task)}::text as kind, ${subject.type}::text as subject_type,
        ${subject.id} as subject_id, ${subject.title} as title, ${subject.place} as place,
        ${this.#sql(row, ctx).due(task.due)} as due_on, ${row('state_since')} as since
      from ${subject.from}
      where ${row('state')} = ${state} and ${subject.where ?? sql`true`} and ${this.#isViewers(row, ctx, state, task)}`,
    );
  }

  /** The records that belong to this one, while they may have tasks. */
  #children(row: Row, ctx: ReadContext): { access: WaitingRecords; child: Row; table: Sql; where: Sql }[] {
    return (this.options.children ?? []).map(({ access, table, by, when }) => {
      const child: Row = (column) => sql.ref(`child.${column}`);
      return {
        access,
        child,
        table: sql`${sql.table(table)} child`,
        where: sql`${child(by)} = ${row('id')} and ${this.#sql(row, ctx).condition(when)}`,
      };
    });
  }

  #kindOf(task: TaskRule<Event, By | T>): TaskKind {
    const kind = kindOf(this.rules.kind, task);
    if (!knownKinds.has(kind)) throw new Error(`${kind} is no kind of task of the catalogue`);
    return kind as TaskKind;
  }

  /** All tasks with their states. */
  #tasks(): { state: State; task: TaskRule<Event, By | T> }[] {
    const { lifecycle, tasks } = this.rules;
    return (lifecycle.open as readonly State[]).flatMap((state) =>
      tasksIn(tasks, state).map((task) => ({ state, task })),
    );
  }

  #isViewers(row: Row, ctx: ReadContext, state: State, task: TaskRule<Event, By | T>): Sql {
    const found = this.#sql(row, ctx);
    const mine = either(...this.#partsOf(state, task).map((part) => found.viewerPlays(part)));
    return sql`(${this.#holds(found, state, task)} and ${mine})`;
  }

  #holds(found: PartsSql, state: State, { event, when }: TaskRule<Event, By | T>): Sql {
    const conditions: Condition[] = [...gatesOf(this.rules, state, event), ...(when ? [when] : [])];
    return found.condition({ all: conditions });
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

  #sql(row: Row, ctx: ReadContext): PartsSql {
    return new PartsSql(row, this.rules.parts.places, this.options, ctx);
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
