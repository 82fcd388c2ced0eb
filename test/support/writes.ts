type Sql = <Row>(text: string, ...values: unknown[]) => Promise<Row[]>;

/** What every request leaves behind: sessions, receipts, counters of failed passwords. */
const leftOut = ['session', 'receipt', 'rate_limit', 'migration'];

/**
 * Notes every row that is written from now on, in every table of the database but those that every request writes.
 * A row of a transaction that is rolled back is no longer noted.
 */
async function noteWrites(sql: Sql): Promise<void> {
  await sql('create schema test');
  await sql('create unlogged table test.written (table_name text not null)');
  await sql(`create function test.note() returns trigger language plpgsql as $$
    begin
      insert into test.written values (tg_table_name);
      return null;
    end $$`);
  const tables = await sql<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' and not table_name = any($1)`,
    leftOut,
  );
  for (const { name } of tables)
    await sql(
      `
        create trigger test_note after insert or update
        or delete on "${name}" for each row execute function test.note()`,
    );
}

/** Says how many rows of each table were written since it was first asked: the same twice means that nothing was. */
export function writesOf(sql: Sql): () => Promise<Record<string, number>> {
  let noting: Promise<void> | undefined;
  return async () => {
    noting ??= noteWrites(sql);
    await noting;
    const rows = await sql<{ name: string; rows: number }>(
      'select table_name as name, count(*)::int as rows from test.written group by 1 order by 1',
    );
    return Object.fromEntries(rows.map((row) => [row.name, row.rows]));
  };
}
