import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { UnitSuccession, Unit } from '../organization/index.js';
import { newId } from '../platform/ids.js';
import { parseList, readTable } from '../platform/tsv.js';
import { addDays } from '../rules/calendar.js';
import { insertRows } from './insert.js';
import type { SampleUnit } from './sample-types.js';

type Column = 'code' | 'name_vi' | 'name_en' | 'kind' | 'successor_codes';

/** Inserts the wards and communes that were merged or divided when today's units began, and what became of each. */
export async function insertFormerUnits(
  em: SqlEntityManager,
  units: Map<string, SampleUnit>,
  since: string,
): Promise<void> {
  const rows = readTable<Column>('api/demo/data/former-units.tsv').map((row) => ({ ...row, id: newId() }));
  const province = units.get('LH')!;
  await insertRows(
    em,
    Unit,
    rows.map(({ id, code, name_vi, name_en, kind }, index) => ({
      id,
      code,
      name: name_vi,
      name_en,
      kind,
      parent_id: province.id,
      path: `LH.${code.replaceAll('-', '_')}`,
      is_authority: false,
      position: units.size + index,
      active_to: addDays(since, -1),
    })),
  );
  await insertRows(
    em,
    UnitSuccession,
    rows.flatMap((row) =>
      parseList(row.successor_codes).map((code) => ({ unit_id: units.get(code)!.id, predecessor_id: row.id })),
    ),
  );
}
