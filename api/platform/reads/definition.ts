import type { EntityClass, SqlEntityManager } from '@mikro-orm/postgresql';
import type { PathOf, Row, RowOf, Sql } from './columns.js';

/** How a GraphQL field that is no plain property is read. */
export type FieldRead<Ctx, T = any> =
  /** an expression over the row */
  | { sql: (row: RowOf<T>, ctx: Ctx, em: SqlEntityManager) => Sql }
  | Relation<Ctx, T>
  /**
   * computed by a field resolver from these properties, given as dotted paths; a function if later modules add
   * paths
   */
  | { needs: readonly PathOf<T>[] | (() => readonly string[]) };

/** Records of another type that belong to a row; made with `one` and `many`. */
export interface Relation<Ctx, T = any> {
  relation: 'one' | 'many';
  of: () => EntityClass<object>;
  on: (row: RowOf<T>, other: Row, ctx: Ctx) => Sql;
  orderBy?: ((other: Row) => Sql) | undefined;
}

/** How a relation is found. */
interface Finds<Ctx, T, Other> {
  /** Holds for the records that belong to the row. */
  on: (row: RowOf<T>, other: RowOf<Other>, ctx: Ctx) => Sql;
  orderBy?: (other: RowOf<Other>) => Sql;
}

/** The one related record for which `on` holds; with `orderBy`, the first one in that order. */
export const one = <Ctx, T extends object, Other extends object>(
  of: () => EntityClass<Other>,
  { on, orderBy }: Finds<Ctx, T, Other>,
): Relation<Ctx, T> => ({ relation: 'one', of, on, orderBy });

/** All related records for which `on` holds. */
export const many = <Ctx, T extends object, Other extends object>(
  of: () => EntityClass<Other>,
  { on, orderBy }: Finds<Ctx, T, Other>,
): Relation<Ctx, T> => ({ relation: 'many', of, on, orderBy });

/** How records of one type are read. */
export interface ReadDefinition<Ctx, T = any> {
  /** Holds for the rows the viewer may see; applied to lists, single reads and relations alike. */
  visible?: (row: RowOf<T>, ctx: Ctx) => Sql;
  /** Columns that not everybody who sees the row may see; the others get null. */
  restrictedFields?: { [Name in keyof T & string]?: (row: RowOf<T>, ctx: Ctx) => Sql };
  fields?: Record<string, FieldRead<Ctx, T>>;
}

/** One way to sort a list: the expression must not be null; ties are broken by id. */
export interface Sort<Column extends string = any> {
  by: (row: Row<Column>) => Sql;
  /** PostgreSQL type of the expression, to compare cursors with. */
  type: 'text' | 'date' | 'timestamptz' | 'integer';
  direction?: 'asc' | 'desc';
}
