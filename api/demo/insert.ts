import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import type { FormerVerb, Verb } from '../access/index.js';
import { newId } from '../platform/ids.js';
import type { Change } from '../commands/index.js';

/** Rows of one statement: PostgreSQL reads them as one JSON parameter. */
const batch = 2000;

/**
 * Inserts many rows at once. Columns that a row leaves out get the column's default or null.
 * Only for the sample data: everything else goes through commands.
 */
export async function insertRows(em: SqlEntityManager, table: string, rows: Record<string, unknown>[]): Promise<void> {
  for (let from = 0; from < rows.length; from += batch) {
    const part = rows.slice(from, from + batch);
    const columns = sql.join([...new Set(part.flatMap((row) => Object.keys(row)))].map((name) => sql.ref(name)));
    await sql`insert into ${sql.table(table)} (${columns})
      select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(part)}::json)`.execute(
      em.getKysely(),
    );
  }
}

/** What happened in the sample's past, as a row of the trail. */
export interface PastEvent {
  at: Date;
  actor: { id: string; fullName: string } | null;
  verb: Verb | FormerVerb;
  subjectType: string;
  subjectId: string;
  unitId?: string | null;
  authorityId?: string | null;
  reason?: string | null;
  /** What it changed, where the history tells more than the verb. */
  changes?: Change[];
}

/** Writes the sample's past into the trail; the sealing job takes it from there. */
export async function insertTrail(em: SqlEntityManager, events: PastEvent[]): Promise<void> {
  await insertRows(
    em,
    'trail_entry',
    events.map(({ at, actor, verb, subjectType, subjectId, unitId, authorityId, reason, changes }) => ({
      id: newId(at),
      at,
      actor_id: actor?.id ?? null,
      actor_name: actor?.fullName ?? 'Hệ thống',
      verb,
      subject_type: subjectType,
      subject_id: subjectId,
      unit_id: unitId ?? null,
      authority_id: authorityId ?? null,
      reason: reason ?? null,
      changes: changes ?? [],
      position: null,
      previous_hash: null,
      hash: null,
    })),
  );
}
