import type { MikroORM } from '@mikro-orm/postgresql';

/**
 * What would have to change in the database for it to be what the entities declare; nothing, when
 * the migrations are complete. Functions, views, triggers, partial and trigram indexes are
 * written by hand: the differ does not know them, and would drop them.
 * @returns SQL statements
 */
export async function schemaDifference(orm: MikroORM): Promise<string[]> {
  const script = await orm.schema.getUpdateSchemaSQL({ wrap: false });
  return script
    .split(';\n')
    .map((statement) => statement.trim().replace(/;$/, ''))
    .filter((statement) => statement !== '' && !/^drop (function|view|trigger|index)/.test(statement));
}
