import { pino } from 'pino';
import { expect, inject, test } from 'vitest';
import { fillWithSample } from '#api/demo/index.js';
import { startServer } from '#api/server.js';
import { nonconformityLifecycle } from '#api/nonconformities/rules/index.js';
import { readConfig } from '#api/platform/config.js';
import { modules } from '#api/modules.js';
import { sampleClock } from '../../support/clock.js';
import { createDatabase, dropDatabase, on } from '../../support/database.js';

type Row = Record<string, any>;

test.each([
  ['the last minutes of a year', '2026-12-31T23:50:00+07:00'],
  ['within the New Year holidays', '2027-02-07T07:10:00+07:00'],
  ['a leap day', '2028-02-29T07:10:00+07:00'],
])('the sample is whole on any day: %s', async (_day, moment) => {
  const [name, at] = [`day_${Date.parse(moment)}`, new Date(moment)];
  const settings = { ...readConfig({}), port: 0, dataDir: inject('dataDir') };
  await createDatabase(inject('databaseUrl'), name);
  const server = await startServer(settings, on(inject('databaseUrl'), name), {
    clock: sampleClock(at),
    jobs: false,
    log: pino({ level: 'silent' }),
    prepare: fillWithSample,
  });
  try {
    const pool = await server.orm.em.getConnection().getNativeClient();
    const query = async (text: string, ...values: unknown[]): Promise<Row[]> => (await pool.query(text, values)).rows;
    const moments = await query(
      `
        select table_name as name, column_name as part from information_schema.columns
        where table_schema = 'public' and data_type = 'timestamp with time zone' and column_name <> 'expires_at'`,
    );
    expect(moments.length).toBeGreaterThan(40);
    for (const { name: table, part } of moments)
      expect(
        await query(`select 1 from "${table}" where "${part}" > $1 limit 1`, at),
        `${table}.${part} after the moment itself`,
      ).toEqual([]);
    const states = async (table: string) =>
      (await query(`select distinct state from ${table} order by 1`)).map(({ state }) => state);
    expect(await states('round')).toEqual(['CLOSED', 'PREPARING', 'RUNNING']);
    expect(
      await states('nonconformity'),
      'a nonconformity in every state, made in api/demo/nonconformity-scenarios.ts',
    ).toEqual(nonconformityLifecycle.states.toSorted());
    for (const job of modules.flatMap((module) => module.jobs ?? [])) await job.run(server);
    expect(await query(`select 1 from inspection where state in ('DUE', 'IN_PROGRESS') limit 1`)).toHaveLength(1);
  } finally {
    await server.stop();
    await dropDatabase(inject('databaseUrl'), name);
  }
});
