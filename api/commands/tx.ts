import {
  LockMode,
  type EntityClass,
  type EventSubscriber,
  type FilterQuery,
  type FlushEventArgs,
  type RequiredEntityData,
  type SqlEntityManager,
} from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import {
  isId,
  reads,
  refuseNotFound,
  type Context,
  type ReadContext,
  type Verb,
  type Viewer,
} from '../access/index.js';
import type { Clock } from '../platform/clock.js';
import { newId } from '../platform/ids.js';
import { alias } from '../platform/reads/index.js';
import { defineExtensionPoint } from '../platform/module.js';
import { refuse } from '../rules/refusal.js';
import type { Change, CommandEntry } from './entry.js';

/** A record as the trail names it. */
export interface Subject {
  id: string;
}

/** Where a record belongs, for the trail. */
export interface EntryDetails {
  unitId?: string | null;
  authorityId?: string | null;
  reason?: string | null;
  /** Another verb than the command's, where one command stands for several events. */
  verb?: Verb;
  /** The event follows by itself from what the person did: the trail names the system. */
  bySystem?: boolean;
}

/** Collects what every flush of a transaction changes. */
class ChangeLog implements EventSubscriber {
  readonly changes: Change[] = [];

  onFlush({ uow }: FlushEventArgs): void {
    for (const set of uow.getChangeSets()) {
      const { className, properties } = set.meta;
      if (silent.has(className)) continue;
      const shown = (values: Record<string, unknown> | undefined) =>
        Object.fromEntries(
          Object.entries(values ?? {}).filter(
            ([name]) =>
              properties[name as never] &&
              !(properties[name as never] as { hidden?: boolean }).hidden &&
              name !== 'version',
          ),
        );
      const after = shown(set.payload as Record<string, unknown>);
      const kind = set.type === 'create' ? 'create' : set.type === 'delete' ? 'delete' : 'update';
      const before = set.originalEntity as Record<string, unknown> | undefined;
      this.changes.push({
        type: className,
        id: String((set.entity as Subject).id),
        kind,
        set: kind === 'delete' ? {} : after,
        ...(kind === 'update' && {
          was: Object.fromEntries(Object.keys(after).map((name) => [name, before?.[name] ?? null])),
        }),
      });
    }
  }
}

/** What entries call the system itself. */
export const systemName = 'Hệ thống';

/** Types that are bookkeeping of the commands themselves. */
const silent = new Set(['TrailEntry', 'Receipt', 'Session']);

/**
 * What a command works with: one transaction, one person, one moment. Made by `command()`; when the command
 * refuses, everything in it is undone.
 */
export class Tx {
  readonly #log = new ChangeLog();
  readonly #touched = new Set<Subject>();
  readonly #entries: { subject: Subject; type: string; whereabouts: EntryDetails }[] = [];

  constructor(
    readonly em: SqlEntityManager,
    readonly viewer: Viewer,
    /** Null when a job of the system acts. */
    readonly ctx: Context | null,
    readonly now: Date,
    readonly today: string,
    readonly clock: Clock,
    private readonly verb: Verb,
  ) {
    em.getEventManager().registerSubscriber(this.#log);
  }

  get isSystem(): boolean {
    return this.ctx === null;
  }

  get readContext(): ReadContext {
    return { viewer: this.viewer, now: this.now, today: this.today };
  }

  /** Kysely inside this transaction. */
  get kysely() {
    return this.em.getKysely();
  }

  /**
   * Loads a record for change and locks its row.
   * @param version the version the person saw; left out where the system acts
   * @throws Refusal NOT_FOUND (unknown, or the viewer may not see it), VERSION_CONFLICT
   */
  async lock<T extends object>(entity: EntityClass<T>, id: string, version?: number): Promise<T> {
    await this.#assertVisible(entity, [id]);
    const found = await this.em.findOne(entity, { id } as FilterQuery<NoInfer<T>>, {
      lockMode: LockMode.PESSIMISTIC_WRITE,
      refresh: true,
    });
    if (!found) refuseNotFound();
    if (version !== undefined && (found as { version?: number }).version !== version) {
      refuse('VERSION_CONFLICT', {
        vi: 'Người khác vừa sửa bản ghi này. Hãy tải lại để xem bản mới rồi làm tiếp; nội dung bạn gõ vẫn được giữ.',
        en: 'Someone changed this meanwhile. Reload to see the new state and go on; what you typed is kept.',
      });
    }
    return found;
  }

  /**
   * Loads several records for change and locks their rows, with two statements however many there are.
   * @returns them in the order of their ids
   * @throws Refusal NOT_FOUND when one is unknown, or the viewer may not see it
   */
  async lockAll<T extends Subject>(entity: EntityClass<T>, ids: readonly string[]): Promise<T[]> {
    await this.#assertVisible(entity, ids);
    const where = { id: { $in: [...ids] } } as never;
    const found = await this.em.find(entity, where, {
      lockMode: LockMode.PESSIMISTIC_WRITE,
      refresh: true,
      orderBy: { id: 'asc' } as never,
    });
    return found.length < new Set(ids).size ? refuseNotFound() : found;
  }

  /** Loads a record that is only read. @throws Refusal NOT_FOUND */
  async find<T extends object>(entity: EntityClass<T>, id: string): Promise<T> {
    await this.#assertVisible(entity, [id]);
    return (await this.em.findOne(entity, { id } as FilterQuery<NoInfer<T>>)) ?? refuseNotFound();
  }

  /** Makes a new record of this transaction. */
  create<T extends object>(entity: EntityClass<T>, data: Partial<RequiredEntityData<T>> | Record<string, unknown>): T {
    const made = this.em.create(entity, data as RequiredEntityData<T>);
    this.em.persist(made);
    return made;
  }

  /**
   * Writes a trail entry about the record when the command ends. The first one holds everything
   * that the command changed (of a job: what has no entry of its own); every command records at least one.
   */
  record(subject: Subject, whereabouts: EntryDetails = {}): void {
    this.#entries.push({ subject, type: subject.constructor.name, whereabouts });
  }

  /**
   * Gives the record a new version although only records that belong to it change (its team, its questions), so
   * that a person who saw the old ones gets VERSION_CONFLICT.
   */
  touch(record: Subject): void {
    this.#touched.add(record);
  }

  /** Flushes and writes the trail; called once, by `command()`. */
  async finish(): Promise<void> {
    await this.em.flush();
    await this.#raiseVersions();
    // A job that finds everything done by another process has nothing to record.
    if (this.isSystem && this.#entries.length === 0 && this.#log.changes.length === 0) return;
    if (this.#entries.length === 0) throw new Error(`${this.verb} changed data and recorded nothing`);
    const subjects = new Set(this.#entries.map((entry) => entry.subject.id));
    const changesOf = Map.groupBy(this.#log.changes, ({ id }) => id);
    const own = (id: string) => changesOf.get(id) ?? [];
    const holdsAll = subjects.size === 1 || !this.isSystem;
    const ofFirst = holdsAll
      ? this.#log.changes
      : [...this.#log.changes.filter(({ id }) => !subjects.has(id)), ...own(this.#entries[0]!.subject.id)];
    const [write] = entryWriter.all;
    if (!write) throw new Error('No module writes the entries of commands');
    this.#entries.forEach(({ subject, type, whereabouts }, index) =>
      write(this, {
        id: newId(this.now),
        at: this.now,
        actorId: this.isSystem || whereabouts.bySystem ? null : this.viewer.personId,
        actorName: whereabouts.bySystem ? systemName : this.viewer.fullName,
        verb: whereabouts.verb ?? this.verb,
        subjectType: type,
        subjectId: subject.id,
        unitId: whereabouts.unitId ?? null,
        authorityId: whereabouts.authorityId ?? null,
        reason: whereabouts.reason ?? null,
        changes: index === 0 || subjects.size === 1 ? ofFirst : own(subject.id),
      }),
    );
    await this.em.flush();
  }

  async #raiseVersions(): Promise<void> {
    for (const { id, constructor } of this.#touched) {
      if (this.#log.changes.some((change) => change.id === id)) continue;
      const { tableName } = this.em.getMetadata().get(constructor as EntityClass<object>);
      await sql`update ${sql.table(tableName)} set version = version + 1 where id = ${id}`.execute(this.kysely);
    }
  }

  async #assertVisible(entity: EntityClass<object>, ids: readonly string[]): Promise<void> {
    if (!ids.every(isId)) refuseNotFound();
    if (this.isSystem) return;
    const table = this.em.getMetadata().get(entity).tableName;
    const { rows } = await sql`
      select 1
      from ${sql.table(table)} t
      where t.id = any(${ids}::uuid[])
        and ${reads.visible(entity, alias(entity, 't'), this.readContext)}`.execute(this.kysely);
    if (rows.length < new Set(ids).size) refuseNotFound();
  }
}

/** Filled by the trail: keeps an entry in the transaction of the command. Without it no command ends. */
export const entryWriter = defineExtensionPoint<(tx: Tx, entry: CommandEntry) => void>('commands.entryWriter');
