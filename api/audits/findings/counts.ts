import { type Kysely, sql } from 'kysely';
import type { Sql } from '../../platform/reads/index.js';
import { clauses } from '../../standards/index.js';
import type { FindingCategory } from '../fieldwork/kinds.js';

// oxlint-disable-next-line typescript/no-explicit-any -- no schema type: columns are named in SQL
type Database = Kysely<any>;

/** How many findings of a category there are, in one office, authority and clause. */
export interface FindingCount {
  authorityId: string;
  authorityName: string;
  unitId: string;
  unitName: string;
  clauseNumber: string | null;
  clauseTitle: string | null;
  clauseTitleEn: string | null;
  category: FindingCategory;
  count: number;
}

/** Which of the counted findings the viewer may see. */
export interface AccessConditions {
  /** A SELECT that gives a row when the round or audit itself may be seen. */
  seen: Sql;
  /** Condition on the rows of `f`. */
  visible: Sql;
}

const everybody: AccessConditions = { seen: sql`select 1`, visible: sql`true` };

/**
 * Counts the findings of a round or audit that were not dropped, with one statement.
 * @returns null when the round or audit may not be seen
 */
export async function countFindings(
  db: Database,
  of: { roundId: string } | { auditId: string },
  { seen, visible }: AccessConditions = everybody,
): Promise<FindingCount[] | null> {
  const within = 'roundId' in of ? sql`a.round_id = ${of.roundId}` : sql`a.id = ${of.auditId}`;
  const { rows } = await sql<{ counts: FindingCount[] }>`
    select (
      select coalesce(json_agg(
        json_build_object(
          'authorityId', authority_id,
          'authorityName', authority_name,
          'unitId', unit_id,
          'unitName', unit_name,
          'clauseNumber', number,
          'clauseTitle', title,
          'clauseTitleEn', title_en,
          'category', category,
          'count', count)
        order by position, unit_position, clause_position),
        '[]')
    from (
      select a.authority_id, top.name as authority_name, f.unit_id, u.name as unit_name,
        c.number, c.title, c.title_en, f.category,
        min(a.position) as position, min(u.position) as unit_position, min(c.position) as clause_position,
        count(*)::int as count
      from finding f
      join audit a on a.id = f.audit_id
      join place top on top.id = a.authority_id
      join place u on u.id = f.unit_id
      left join ${clauses} c on c.clause_id = f.clause_id
      where ${within} and f.state <> 'DROPPED' and f.category is not null and ${visible}
      group by a.authority_id, top.name, f.unit_id, u.name, c.clause_id, c.number, c.title, c.title_en, f.category
    ) grouped) as counts
    where exists (${seen})`.execute(db);
  return rows[0]?.counts ?? null;
}
