import type { MikroORM } from '@mikro-orm/postgresql';
import { sql } from 'kysely';

/**
 * How a migration marks a table or column that no entity declares any more. It is kept, because migrations only
 * add.
 */
const unusedMark = 'unused since %';

/**
 * What would have to change in the database so that it matches the entities; nothing if the migrations are
 * complete. Functions, views, triggers, partial and trigram indexes are written by hand: the differ does not
 * know them, and would drop them.
 * @returns SQL statements
 */
export async function schemaDifference(orm: MikroORM): Promise<string[]> {
  const script = await orm.schema.getUpdateSchemaSQL({ wrap: false });
  const unused = await unusedParts(orm);
  return script
    .split(';\n')
    .map((statement) => statement.trim().replace(/;$/, ''))
    .filter((statement) => statement !== '' && !/^drop (function|view|trigger|index)/.test(statement))
    .filter((statement) => !isAboutUnused(statement, unused));
}

interface UnusedPart {
  table: string;
  /** Null: the whole table. */
  column: string | null;
}

/** Tables and columns that migrations marked as unused, in a comment. */
async function unusedParts(orm: MikroORM): Promise<UnusedPart[]> {
  const { rows } = await sql<UnusedPart>`
    select c.relname as table, a.attname as column
    from pg_description d
      join pg_class c on c.oid = d.objoid and d.classoid = 'pg_class'::regclass
      left join pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid and d.objsubid > 0
    where d.description like ${unusedMark}`.execute(orm.em.fork().getKysely());
  return rows;
}

/** Whether a statement only drops what is marked as unused: a table, columns, or their indexes and constraints. */
function isAboutUnused(statement: string, unused: readonly UnusedPart[]): boolean {
  const [, table] = /^(?:drop table if exists|alter table) "(\w+)"/.exec(statement) ?? [];
  const ofTable = unused.filter((part) => part.table === table);
  if (ofTable.some(({ column }) => column === null)) return true;
  const dropped = [...statement.matchAll(/drop (?:column|constraint) (?:if exists )?"(\w+)"/g)].map(
    ([, name]) => name!,
  );
  const parts = statement.replace(/^alter table "\w+" /, '').split(', ');
  return (
    dropped.length > 0 &&
    dropped.length === parts.length &&
    dropped.every((name) => ofTable.some(({ column }) => name === column || name === `${table}_${column}_foreign`))
  );
}
