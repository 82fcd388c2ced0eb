import type { EntityClass } from '@mikro-orm/postgresql';
import { sql, type RawBuilder } from 'kysely';

/** A piece of SQL with its parameters. */
export type Sql = RawBuilder<unknown>;

/**
 * Names a column of the current row: `row('unit_id')`.
 * @typeParam Column the columns that there are; a function that needs only some of them says which
 */
export type Row<Column extends string = any> = (column: Column) => Sql;

/** Names a column of an entity's table. A name that is no column does not compile. */
export type RowOf<T> = Row<ColumnOf<T>>;

/**
 * Key under which an entity declares, for the compiler only, the names of columns that differ from their
 * property, and which `readonly` properties have a column: `declare [ColumnNames]?: { from: 'from_date' }`.
 */
export declare const ColumnNames: unique symbol;

/**
 * The columns of an entity: its properties in small letters with underscores, a reference with `_id`. Lists of
 * other records and `readonly` properties have no column: they are computed when read.
 */
export type ColumnOf<T> = { [Key in keyof T & string]: ColumnNameOf<T, Key> }[keyof T & string];

/** The column of one property; never where it has none. */
export type ColumnNameOf<T, Key extends keyof T & string> = Key extends keyof NamesIn<T>
  ? NamesIn<T>[Key] & string
  : IsReadonly<T, Key> extends true
    ? never
    : Value<T, Key> extends List<unknown>
      ? never
      : Value<T, Key> extends Reference<unknown>
        ? `${Snake<Key>}_id`
        : Snake<Key>;

/**
 * A path to a property from an entity over its references and lists, such as `unit.authority.id`.
 * @typeParam Hops how many references and lists may lie on the way
 */
export type PathOf<T, Hops extends 0[] = [0, 0, 0]> = {
  [Key in keyof T & string]: Value<T, Key> extends List<infer Other> | Reference<infer Other>
    ? Hops extends [0, ...infer Fewer extends 0[]]
      ? `${Key}.${PathOf<Other, Fewer>}`
      : never
    : Value<T, Key> extends (...args: never[]) => unknown
      ? never
      : Key;
}[keyof T & string];

/** A `Collection` of the ORM, by its shape. */
interface List<Other> {
  loadItems(...args: never[]): Promise<Other[]>;
}

/** A `Ref` of the ORM, by its shape. */
interface Reference<Other> {
  unwrap(): Other;
}

type Value<T, Key extends keyof T> = Exclude<T[Key], null | undefined>;
type NamesIn<T> = typeof ColumnNames extends keyof T ? Exclude<T[typeof ColumnNames], undefined> : unknown;
type IsReadonly<T, Key extends keyof T> = IsSame<Pick<T, Key>, Readonly<Pick<T, Key>>>;
// The compiler compares two such functions exactly, `readonly` included.
/* oxlint-disable typescript/no-unnecessary-type-parameters */
type IsSame<One, Other> = (<X>() => X extends One ? 1 : 2) extends <X>() => X extends Other ? 1 : 2 ? true : false;
/* oxlint-enable typescript/no-unnecessary-type-parameters */
type Snake<Name extends string> = Name extends `${infer Letter}${infer Rest}`
  ? `${Letter extends Lowercase<Letter> ? Letter : `_${Lowercase<Letter>}`}${Snake<Rest>}`
  : '';

/** Names the columns of a table or subselect that stands in a statement under this name. */
export const rowOf =
  (name: string): Row =>
  (column: string) =>
    sql.ref(`${name}.${column}`);

/** The row of an entity in a statement written by hand: `alias(Nonconformity, 'n')` for `from nonconformity n`. */
export const alias = <T extends object>(_entity: EntityClass<T>, name: string): RowOf<T> => rowOf(name);

/** Paths below a field that a later module adds to a type: the class of the type does not know the field. */
export const pathsWithin = <Other>(field: string, paths: readonly PathOf<Other>[]): string[] =>
  paths.map((path) => `${field}.${path}`);
