import {
  ReferenceKind,
  type EntityClass,
  type EntityMetadata,
  type EntityProperty,
  type SqlEntityManager,
} from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { rowOf, type ColumnOf, type Row, type RowOf, type Sql } from './columns.js';
import type { ReadDefinition, Sort } from './definition.js';
import { MalformedRequest } from './malformed.js';
import { mergeSelections, selection, type Selection } from './selection.js';

/** What a list is asked for. */
export interface ListRequest<Column extends string = any> {
  where?: (row: Row<Column>) => Sql[];
  sort: Sort<Column>;
  /** 1 to 100. */
  first: number;
  /** Cursor of the last row of the page before. */
  after?: string | null | undefined;
  /** Whether the request asks if there are rows before the page. */
  previous?: boolean;
}

/** A page of plain objects. */
export interface Page {
  rows: Record<string, unknown>[];
  cursors: string[];
  hasNextPage: boolean;
  /** False too where it was not asked. */
  hasPreviousPage: boolean;
  total: number | null;
}

interface Built {
  rows: (Record<string, unknown> & { __cursor: string })[];
  previous: boolean;
  total: number | null;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const all = (conditions: Sql[]): Sql => (conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `));

/**
 * Reads records with one SQL statement. It selects exactly what the request asks for, relations included, and
 * only what the viewer may see. Properties come from the ORM's metadata; everything else is defined per type.
 * @typeParam Ctx what visibility and computed fields depend on, such as the viewer and the day
 */
export class Reads<Ctx> {
  readonly #definitions = new Map<EntityClass<object>, ReadDefinition<Ctx>>();

  /**
   * Defines how a type is read. A later module may add fields to the type of an earlier one.
   * @throws Error if a field or the row visibility is defined twice, because the second definition would
   *   silently replace the first
   */
  define<T extends object>(entity: EntityClass<T>, definition: ReadDefinition<Ctx, T>): void {
    const before = this.#definitions.get(entity) ?? {};
    const isSaid = (what: string) => new Error(`${entity.name}: ${what} has been said before`);
    if (before.visible && definition.visible) throw isSaid('who may see it');
    this.#definitions.set(entity, {
      visible: definition.visible ?? before.visible,
      restrictedFields: together(before.restrictedFields, definition.restrictedFields, (name) =>
        isSaid(`who may see ${name}`),
      ),
      fields: together(before.fields, definition.fields, (name) => isSaid(`how to read ${name}`)),
    } as ReadDefinition<Ctx>);
  }

  /** The condition under which the viewer may see a row of the type. */
  visible<T extends object>(entity: EntityClass<T>, row: RowOf<T>, ctx: Ctx): Sql {
    return this.#definitions.get(entity)?.visible?.(row, ctx) ?? sql`true`;
  }

  /** True when the type says who may see its rows. */
  isGuarded(entity: EntityClass<object>): boolean {
    return this.#definitions.get(entity)?.visible !== undefined;
  }

  /** The types that say who may see their rows. */
  guarded(): EntityClass<object>[] {
    return [...this.#definitions].filter(([, { visible }]) => visible).map(([entity]) => entity);
  }

  /** Properties of the type that not everyone may see, with the condition under which the viewer sees them. */
  restrictedFields<T extends object>(entity: EntityClass<T>, row: RowOf<T>, ctx: Ctx): { name: string; seen: Sql }[] {
    const restrictedFields = this.#definitions.get(entity)?.restrictedFields ?? {};
    return Object.entries(restrictedFields).flatMap(([name, seen]) => (seen ? [{ name, seen: seen(row, ctx) }] : []));
  }

  /** All records that fulfil `where`, as plain objects. Only for short lists. */
  async many<T extends object>(
    em: SqlEntityManager,
    entity: EntityClass<T>,
    asked: Selection,
    ctx: Ctx,
    options: { where?: (row: RowOf<T>) => Sql[]; orderBy?: (row: RowOf<T>) => Sql } = {},
  ): Promise<Record<string, unknown>[]> {
    const builder = new Builder(em, this.#definitions, ctx);
    const statement = builder.many(entity, asked, options.where ?? (() => []), options.orderBy);
    const { rows } = await sql<{ value: Record<string, unknown>[] }>`select ${statement} as value`.execute(
      em.getKysely(),
    );
    return rows[0]?.value ?? [];
  }

  /** The first record that fulfils `where` and may be seen, as a plain object. */
  async one<T extends object>(
    em: SqlEntityManager,
    entity: EntityClass<T>,
    asked: Selection,
    ctx: Ctx,
    where: (row: RowOf<T>) => Sql[],
  ): Promise<Record<string, unknown> | null> {
    const builder = new Builder(em, this.#definitions, ctx);
    const statement = builder.one(entity, asked, where);
    const { rows } = await sql<{ value: Record<string, unknown> | null }>`select ${statement} as value`.execute(
      em.getKysely(),
    );
    return rows[0]?.value ?? null;
  }

  /**
   * One page of a list.
   * @throws MalformedRequest for a cursor that does not belong to this list
   * @throws Error for a type that does not say who may see its rows: everybody would see all of them
   */
  async page<T extends object>(
    em: SqlEntityManager,
    entity: EntityClass<T>,
    asked: Selection,
    ctx: Ctx,
    request: ListRequest<ColumnOf<T>> & { total: boolean },
  ): Promise<Page> {
    if (!this.isGuarded(entity)) throw new Error(`${entity.name} is listed: say in reads.define who may see it`);
    const builder = new Builder(em, this.#definitions, ctx);
    const { rows } = await sql<{ value: Built }>`select ${builder.page(entity, asked, request)} as value`.execute(
      em.getKysely(),
    );
    const built = rows[0]!.value;
    const kept = built.rows.slice(0, request.first);
    return {
      rows: kept,
      cursors: kept.map((row) => row.__cursor),
      hasNextPage: built.rows.length > request.first,
      hasPreviousPage: built.previous,
      total: built.total,
    };
  }
}

/** Both records in one. @throws what `twice` makes for a name that is in both */
function together<Value>(
  before: Record<string, Value> | undefined,
  after: Record<string, Value> | undefined,
  twice: (name: string) => Error,
): Record<string, Value> {
  for (const name of Object.keys(after ?? {})) if (Object.hasOwn(before ?? {}, name)) throw twice(name);
  return { ...before, ...after };
}

/** How deep lists may stand inside lists in one read: each level multiplies the number of rows. */
const deepestList = 3;

/** Builds one statement; numbers its aliases. */
class Builder<Ctx> {
  #aliases = 0;
  #lists = 0;

  constructor(
    private readonly em: SqlEntityManager,
    private readonly definitions: Map<EntityClass<object>, ReadDefinition<Ctx>>,
    private readonly ctx: Ctx,
  ) {}

  one(entity: EntityClass<object>, asked: Selection, where: (row: Row) => Sql[], orderBy?: (row: Row) => Sql): Sql {
    const { from, row, columns, conditions } = this.#source(entity, asked, where);
    const order = orderBy ? inOrder(row, orderBy) : sql``;
    return sql`(
      select row_to_json(r)
      from (select ${columns} from ${from} where ${conditions} ${order} limit 1) r)`;
  }

  many(entity: EntityClass<object>, asked: Selection, where: (row: Row) => Sql[], orderBy?: (row: Row) => Sql): Sql {
    const { from, row, columns, conditions } = this.#withinList(() => this.#source(entity, asked, where));
    const order = inOrder(row, orderBy);
    return sql`(
      select coalesce(json_agg(row_to_json(r)), '[]')
      from (select ${columns} from ${from} where ${conditions} ${order}) r)`;
  }

  page(entity: EntityClass<object>, asked: Selection, request: ListRequest & { total: boolean }): Sql {
    const { meta, alias, from, row, columns, conditions } = this.#withinList(() =>
      this.#source(entity, asked, request.where ?? (() => [])),
    );
    const { sort } = request;
    const direction = sql.raw(sort.direction ?? 'asc');
    const order = sql`order by ${sort.by(row)} ${direction}, ${row('id')} ${direction}`;
    const after = request.after ? sql`and ${this.#beyond(row, sort, request.after)}` : sql``;
    const previous =
      request.after && request.previous
        ? sql`exists (
            select 1
            from ${from}
            where ${conditions} and not ${this.#beyond(row, sort, request.after)})`
        : sql`false`;
    const place = sql`json_build_array((${sort.by(row)})::text, ${row('id')}::text)::text`;
    const cursor = sql`encode(convert_to(${place}, 'UTF8'), 'base64')`;
    const rows = sql`(
      select coalesce(json_agg(row_to_json(r)), '[]')
      from (
        select ${columns}, translate(${cursor}, E'\n', '') as "__cursor"
        from (
          select ${sql.ref(alias)}.*
          from ${from}
          where ${conditions} ${after}
          ${order}
          limit ${sql.lit(request.first + 1)}) ${sql.ref(alias)}
        ${order}) r)`;
    const total = request.total
      ? sql`(select count(*) from ${sql.table(meta.tableName)} ${sql.ref(alias)} where ${conditions})`
      : sql`null`;
    return sql`json_build_object('rows', ${rows}, 'previous', ${previous}, 'total', ${total})`;
  }

  /** The row comes after the one that the cursor names. */
  #beyond(row: Row, sort: Sort, cursor: string): Sql {
    const [value, id] = decodeCursor(cursor, sort.type);
    const than = sql.raw(sort.direction === 'desc' ? '<' : '>');
    return sql`(${sort.by(row)}, ${row('id')}) ${than} (${value}::${sql.raw(sort.type)}, ${id}::uuid)`;
  }

  /** @throws MalformedRequest when there are too many lists around this one */
  #withinList<Built>(build: () => Built): Built {
    if (this.#lists === deepestList) throw new MalformedRequest(`More than ${deepestList} lists within each other`);
    this.#lists += 1;
    try {
      return build();
    } finally {
      this.#lists -= 1;
    }
  }

  #source(entity: EntityClass<object>, asked: Selection, where: (row: Row) => Sql[]) {
    const meta = this.em.getMetadata().get(entity) as EntityMetadata;
    const alias = `t${this.#aliases++}`;
    const row = rowOf(alias);
    const definition = this.definitions.get(entity);
    const visible = definition?.visible ? [definition.visible(row, this.ctx)] : [];
    return {
      meta,
      alias,
      row,
      from: sql`${sql.table(meta.tableName)} ${sql.ref(alias)}`,
      columns: this.#columns(meta, definition, row, asked),
      conditions: all([...where(row), ...visible]),
    };
  }

  #columns(meta: EntityMetadata, definition: ReadDefinition<Ctx> | undefined, row: Row, asked: Selection): Sql {
    const wanted = mergeSelections(selection('id'), asked);
    for (const name of asked.keys()) {
      const field = definition?.fields?.[name];
      if (field && 'needs' in field) {
        wanted.delete(name);
        mergeSelections(wanted, selection(...(typeof field.needs === 'function' ? field.needs() : field.needs)));
      }
    }
    const columns = [...wanted].map(([name, inner]) => {
      const value = this.#value(meta, definition, row, name, inner);
      return sql`${value} as ${sql.ref(name)}`;
    });
    return sql.join(columns);
  }

  #value(
    meta: EntityMetadata,
    definition: ReadDefinition<Ctx> | undefined,
    row: Row,
    name: string,
    inner: Selection,
  ): Sql {
    const field = definition?.fields?.[name];
    if (field && 'sql' in field) return sql`(${field.sql(row, this.ctx, this.em)})`;
    if (field && 'relation' in field)
      return this[field.relation](field.of(), inner, (other) => [field.on(row, other, this.ctx)], field.orderBy);
    const property = meta.properties[name] as EntityProperty | undefined;
    if (!property) throw new Error(`${meta.className}.${name} is in the schema, but nothing says how to read it`);
    const value = this.#property(property, row, inner);
    const seen = definition?.restrictedFields?.[name]?.(row, this.ctx);
    return seen ? sql`case when ${seen} then ${value} end` : value;
  }

  #property(property: EntityProperty, row: Row, inner: Selection): Sql {
    if (property.kind === ReferenceKind.SCALAR) return row(property.fieldNames[0]!);
    const target = property.targetMeta!.class as EntityClass<object>;
    if (property.kind === ReferenceKind.ONE_TO_MANY) {
      const owner = property.targetMeta!.properties[property.mappedBy as string] as EntityProperty;
      return this.many(
        target,
        inner,
        (other) => [sql`${other(owner.fieldNames[0]!)} = ${row('id')}`],
        orderOf(property),
      );
    }
    const key = row(property.fieldNames[0]!);
    if ([...inner.keys()].every((name) => name === 'id') && !this.definitions.get(target)?.visible) {
      return sql`case when ${key} is not null then json_build_object('id', ${key}) end`;
    }
    return this.one(target, inner, (other) => [sql`${other('id')} = ${key}`]);
  }
}

/** ORDER BY that leaves no choice to the database: rows alike in everything else stand in the order of their ids. */
const inOrder = (row: Row, orderBy?: (row: Row) => Sql): Sql =>
  sql`order by ${sql.join([...(orderBy ? [orderBy(row)] : []), row('id')])}`;

/** The order a to-many relation declares, as SQL over its rows. */
function orderOf(property: EntityProperty): ((row: Row) => Sql) | undefined {
  const orders = [property.orderBy ?? []].flat() as Record<string, string>[];
  const entries = orders.flatMap((order) => Object.entries(order));
  if (entries.length === 0) return undefined;
  return (row) =>
    sql.join(
      entries.map(([name, direction]) => {
        const of = property.targetMeta!.properties[name] as EntityProperty;
        return sql`${row(of.fieldNames[0]!)} ${sql.raw(/desc/i.test(direction) ? 'desc' : 'asc')}`;
      }),
    );
}

/** How PostgreSQL writes a value of each type. */
const written: Record<Sort['type'], RegExp> = {
  text: /^[^\0]*$/s,
  date: /^(\d{4,}-\d{2}-\d{2}|infinity)$/,
  timestamptz: /^\d{4,}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d+)?[+-]\d{2}(:\d{2})?$/,
  integer: /^-?\d{1,10}$/,
};

function decodeCursor(cursor: string, type: Sort['type']): [value: string, id: string] {
  try {
    const decoded: unknown = JSON.parse(Buffer.from(cursor, 'base64').toString('utf8'));
    if (Array.isArray(decoded) && decoded.length === 2 && decoded.every((part) => typeof part === 'string')) {
      const [value, id] = decoded as [string, string];
      if (written[type].test(value) && uuid.test(id)) return [value, id];
    }
  } catch {
    // refused below
  }
  throw new MalformedRequest('Not a cursor of this list');
}
