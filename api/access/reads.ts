import type { EntityClass } from '@mikro-orm/postgresql';
import type { GraphQLResolveInfo } from 'graphql';
import { sql } from 'kysely';
import { toConnection, type ConnectionOf, type PageArgs } from '../platform/graphql/connection.js';
import {
  either,
  mergeSelections,
  never,
  Reads,
  selectionOf,
  within,
  type ColumnOf,
  type Row,
  type RowOf,
  type Selection,
  type Sort,
  type Sql,
} from '../platform/reads/index.js';
import { refuse } from '../rules/refusal.js';
import type { Context, ReadContext } from './context.js';
import type { Role } from './rules/roles.js';
import { reach, type Viewer } from './viewer.js';

/** How every type of the product is read; modules define their own. */
export const reads = new Reads<ReadContext>();

const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True for a well-formed UUID. */
export const isId = (value: string) => idPattern.test(value);

/** @throws Refusal NOT_FOUND, always: unknown, or the viewer may not see it */
export function refuseNotFound(): never {
  refuse('NOT_FOUND', {
    vi: 'Không tìm thấy, hoặc bạn không được xem mục này. Hãy quay lại danh sách.',
    en: 'There is no such thing, or it is not for you to see. Go back to the list.',
  });
}

/** The read side of a request. @throws Refusal UNAUTHENTICATED without a session */
export function readContext(ctx: Context): ReadContext {
  if (!ctx.viewer) {
    refuse('UNAUTHENTICATED', { vi: 'Hãy đăng nhập để xem.', en: 'Sign in to see this.' });
  }
  return { viewer: ctx.viewer, now: ctx.now, today: ctx.today };
}

/** One record by id, as the GraphQL selection asks for it. @throws Refusal NOT_FOUND */
export async function readOne<T extends object>(
  ctx: Context,
  entity: EntityClass<T>,
  id: string,
  info: GraphQLResolveInfo | Selection,
): Promise<T> {
  if (!isId(id)) refuseNotFound();
  const asked = info instanceof Map ? info : selectionOf(info);
  const found = await reads.one(ctx.em, entity, asked, readContext(ctx), (row: Row) => [sql`${row('id')} = ${id}`]);
  return (found ?? refuseNotFound()) as T;
}

/** A short list as the GraphQL selection asks for it. */
export async function readMany<T extends object>(
  ctx: Context,
  entity: EntityClass<T>,
  info: GraphQLResolveInfo | Selection,
  options: { where?: (row: RowOf<T>) => Sql[]; orderBy?: (row: RowOf<T>) => Sql } = {},
): Promise<T[]> {
  const asked = info instanceof Map ? info : selectionOf(info);
  return (await reads.many(ctx.em, entity, asked, readContext(ctx), options)) as T[];
}

/** One page of a list as the GraphQL selection asks for it. */
export async function readPage<T extends object>(
  ctx: Context,
  entity: EntityClass<T>,
  info: GraphQLResolveInfo,
  args: PageArgs,
  list: { where?: (row: RowOf<T>) => Sql[]; sort: Sort<ColumnOf<T>> },
): Promise<ConnectionOf<T>> {
  const asked = selectionOf(info);
  const nodes = mergeSelections(mergeSelections(new Map(), within(asked, 'edges', 'node')), within(asked, 'nodes'));
  const page = await reads.page(ctx.em, entity, nodes, readContext(ctx), {
    ...list,
    first: args.first,
    after: args.after,
    previous: within(asked, 'pageInfo').has('hasPreviousPage'),
    total: asked.has('totalCount'),
  });
  return toConnection<T>(page);
}

/** Row condition: the row lies where the viewer holds one of the roles. */
export function withinReach(viewer: Viewer, wanted: readonly Role[], unitColumn: Sql, authorityColumn: Sql): Sql {
  const { unitIds, authorityIds } = reach(viewer, wanted);
  return either(anyOf(authorityColumn, authorityIds), anyOf(unitColumn, unitIds));
}

/** Row condition: the column is this id from a request; false if the text is not a UUID. */
export const isTheOne = (column: Sql, id: string): Sql => (isId(id) ? sql`${column} = ${id}` : never);

/** Row condition: the column is one of the ids. */
export function anyOf(column: Sql, ids: readonly string[]): Sql {
  return ids.length === 0 ? never : sql`${column} = any(${ids}::uuid[])`;
}
