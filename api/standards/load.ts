import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { newId } from '../platform/ids.js';
import { readTable } from '../platform/tsv.js';

const sets = [
  {
    code: 'ISO9001_2008',
    file: 'clauses-iso-9001-2008',
    title: 'TCVN ISO 9001:2008',
    titleEn: 'ISO 9001:2008',
    isDraft: false,
    isCurrent: false,
  },
  {
    code: 'ISO9001_2015',
    file: 'clauses-iso-9001-2015',
    title: 'TCVN ISO 9001:2015',
    titleEn: 'ISO 9001:2015',
    isDraft: false,
    isCurrent: true,
  },
  {
    code: 'ISO9001_2026',
    file: 'clauses-iso-9001-2026-draft',
    title: 'ISO 9001:2026 (dự thảo)',
    titleEn: 'ISO 9001:2026 (draft)',
    isDraft: true,
    isCurrent: false,
  },
] as const;

type Column = 'number' | 'title_vi' | 'title_en' | 'parent' | 'leaf' | 'auditable' | 'usual_unit_vi' | 'change';

/**
 * Loads the clause sets and their mapping (data/*.tsv) into a database that has none. They belong to the
 * product, so every database gets them, with or without the sample data.
 */
export async function loadStandards(em: SqlEntityManager): Promise<void> {
  const kysely = em.getKysely();
  const { rows } = await sql`select 1 from clause_set limit 1`.execute(kysely);
  if (rows.length > 0) return;
  const ids = new Map<string, string>();
  for (const set of sets) {
    const setId = newId();
    await sql`insert into clause_set (id, code, title, title_en, is_draft, is_current)
      values (${setId}, ${set.code}, ${set.title}, ${set.titleEn}, ${set.isDraft}, ${set.isCurrent})`.execute(kysely);
    const table = readTable<Column>(`api/standards/data/${set.file}.tsv`);
    for (const clause of table) ids.set(`${set.code} ${clause.number}`, newId());
    const clauses = table.map((clause, position) => ({
      id: ids.get(`${set.code} ${clause.number}`),
      set_id: setId,
      number: clause.number,
      title: clause.title_vi,
      title_en: clause.title_en,
      parent_id: clause.parent ? ids.get(`${set.code} ${clause.parent}`) : null,
      is_leaf: clause.leaf === 'yes',
      is_auditable: clause.auditable === 'yes',
      usual_unit: clause.usual_unit_vi || null,
      change: clause.change || null,
      position,
    }));
    await sql`
      insert into clause
      select * from json_populate_recordset(null::clause, ${JSON.stringify(clauses)}::json)`.execute(kysely);
  }
  const mapping = readTable<'from_set' | 'from_number' | 'to_set' | 'to_number'>(
    'api/standards/data/clause-mapping.tsv',
  ).map((row) => ({
    id: newId(),
    from_id: ids.get(`${row.from_set} ${row.from_number}`),
    to_id: ids.get(`${row.to_set} ${row.to_number}`),
  }));
  await sql`
    insert into clause_mapping
    select * from json_populate_recordset(null::clause_mapping, ${JSON.stringify(mapping)}::json)`.execute(kysely);
}
