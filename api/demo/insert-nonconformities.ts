import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { nonconformityNumber } from '../nonconformities/rules/index.js';
import { localDate, yearOf } from '../rules/calendar.js';
import type { SampleFiles } from './files.js';
import { NumberSeries } from '../organization/index.js';
import {
  ActionExtension,
  ActionProgress,
  CorrectiveAction,
  Nonconformity,
  Verification,
} from '../nonconformities/index.js';
import { insertRows, insertTrail } from './insert.js';
import type { SampleNonconformity } from './nonconformity-book.js';

/**
 * Numbers the nonconformities in the order of their issue, without a gap in each authority and year, and
 * inserts them with their actions and their trail. Numbers go on where the series stand.
 */
export async function insertNonconformities(
  em: SqlEntityManager,
  records: readonly SampleNonconformity[],
  files: SampleFiles,
): Promise<void> {
  const { rows: series } = await sql<{ authority_id: string; year: number; last: number }>`
    select authority_id, year, last from number_series where series = 'KPH'`.execute(em.getKysely());
  const last = new Map(series.map(({ authority_id, year, last: number }) => [`${authority_id} ${year}`, number]));
  for (const record of [...records].sort((a, b) => a.issue.issuedAt.getTime() - b.issue.issuedAt.getTime())) {
    const year = yearOf(localDate(record.issue.issuedAt));
    const key = `${record.issue.authority.id} ${year}`;
    const number = (last.get(key) ?? 0) + 1;
    last.set(key, number);
    record.number = nonconformityNumber(year, number);
  }
  const rows = records.map((record) => record.rows(files));
  await insertRows(
    em,
    Nonconformity,
    rows.map(({ nonconformity }) => nonconformity),
  );
  await insertRows(
    em,
    CorrectiveAction,
    rows.flatMap(({ actions }) => actions),
  );
  await insertRows(
    em,
    ActionExtension,
    rows.flatMap(({ extensions }) => extensions),
  );
  await insertRows(
    em,
    ActionProgress,
    rows.flatMap(({ progress }) => progress),
  );
  await insertRows(
    em,
    Verification,
    rows.flatMap(({ verifications }) => verifications),
  );
  await insertTrail(
    em,
    rows.flatMap(({ events }) => events),
  );
  await sql`delete from number_series where series = 'KPH'`.execute(em.getKysely());
  await insertRows(
    em,
    NumberSeries,
    [...last].map(([key, number]) => {
      const [authority_id, year] = key.split(' ');
      return { authority_id, series: 'KPH', year: Number(year), last: number };
    }),
  );
}
