import type { EntityClass, SqlEntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { FormerVerb, Verb } from '../access/index.js';
import type { Change } from '../commands/index.js';
import { newId } from '../platform/ids.js';
import type { ColumnNameOf } from '../platform/reads/index.js';
import { TrailEntry } from '../trail/index.js';

/** Rows of one statement: PostgreSQL reads them as one JSON parameter. */
const batch = 2000;

/** What a column of a property holds: the id of a record that it refers to, a code where it is an enum. */
type Cell<Value> = Value extends { unwrap(): unknown }
  ? string
  : Value extends Date
    ? Date | string
    : Value extends string
      ? string
      : Value extends readonly (infer Entry)[]
        ? readonly Entry[]
        : Value;

/** A row of an entity's table, by the columns of its properties; what is left out gets the column's default or null. */
export type SampleRow<T> = {
  [Key in keyof T & string as ColumnNameOf<T, Key>]?: Cell<T[Key]> | undefined;
};

/** The row itself, if each of its columns is one of the entity's. */
type OnlyColumns<T, R> = R & Record<Exclude<keyof R, keyof SampleRow<T>>, never>;

/**
 * Inserts many rows at once; a column that no property of the entity has does not compile.
 * Only for the sample data: everything else goes through commands.
 */
export async function insertRows<T extends object, R extends SampleRow<T>>(
  em: SqlEntityManager,
  entity: EntityClass<T>,
  rows: readonly OnlyColumns<T, R>[],
): Promise<void> {
  await insertInto(em, em.getMetadata().get(entity).tableName, rows);
}

/** Rows of several tables, each under the name of its entity. */
export type RowsOf<Entities> = { [Name in keyof Entities]: SampleRow<InstanceOf<Entities[Name]>>[] };
type InstanceOf<Entity> = Entity extends { prototype: infer T } ? T : never;

/** Empty lists for the rows of these entities. */
export const noRows = <Entities extends Record<string, EntityClass<object>>>(entities: Entities): RowsOf<Entities> =>
  Object.fromEntries(Object.keys(entities).map((name) => [name, []])) as unknown as RowsOf<Entities>;

/** Inserts rows of several tables, in the order of the entities. */
export async function insertAll<Entities extends Record<string, EntityClass<object>>>(
  em: SqlEntityManager,
  entities: Entities,
  rows: RowsOf<Entities>,
): Promise<void> {
  for (const [name, entity] of Object.entries(entities))
    await insertInto(em, em.getMetadata().get(entity).tableName, rows[name] as object[]);
}

/** Inserts rows into a table that belongs to no entity: one that joins the records of two. */
export async function insertInto(em: SqlEntityManager, table: string, rows: readonly object[]): Promise<void> {
  for (let from = 0; from < rows.length; from += batch) {
    const part = rows.slice(from, from + batch);
    const columns = sql.join([...new Set(part.flatMap((row) => Object.keys(row)))].map((name) => sql.ref(name)));
    await sql`insert into ${sql.table(table)} (${columns})
      select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(part)}::json)`.execute(
      em.getKysely(),
    );
  }
}
/** What happened in the sample's past, as a row of the trail. */
export interface PastEvent {
  at: Date;
  actor: { id: string; fullName: string } | null;
  verb: Verb | FormerVerb;
  subjectType: string;
  subjectId: string;
  unitId?: string | null;
  authorityId?: string | null;
  reason?: string | null;
  /** What it changed, where the history says more than the verb. */
  changes?: Change[];
}

/** Writes the sample's past into the trail; the sealing job takes it from there. */
export async function insertTrail(em: SqlEntityManager, events: PastEvent[]): Promise<void> {
  await insertRows(
    em,
    TrailEntry,
    events.map(({ at, actor, verb, subjectType, subjectId, unitId, authorityId, reason, changes }) => ({
      id: newId(at),
      at,
      actor_id: actor?.id ?? null,
      actor_name: actor?.fullName ?? 'Hệ thống',
      verb,
      subject_type: subjectType,
      subject_id: subjectId,
      unit_id: unitId ?? null,
      authority_id: authorityId ?? null,
      reason: reason ?? null,
      changes: changes ?? [],
      position: null,
      previous_hash: null,
      hash: null,
    })),
  );
}
