import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { reads, type ReadContext } from '../access/index.js';
import type { Row, Sql } from '../platform/reads/index.js';
import { definePoint } from '../platform/room.js';
import { TrailEntry } from './trail-entry.js';

/** Which entries of a record's story are for the viewer, where not all of them are. */
export interface TellingRule {
  /** Type of the record, as in `TrailEntry.subjectType`. */
  type: string;
  /** Holds for the entries (the row is one of `trail_entry`) that the viewer may read. */
  holds: (entry: Row, ctx: ReadContext) => Sql;
}

/** Filled by rooms whose records have a story before they are shown: drafts, findings. */
export const tellingRule = definePoint<TellingRule>('trail.tellingRule');

const isTold = (entry: Row, ctx: ReadContext): Sql => {
  const rules = tellingRule.all.map(
    ({ type, holds }) => sql`when ${entry('subject_type')} = ${type} then ${holds(entry, ctx)}`,
  );
  return rules.length === 0 ? sql`true` : sql`case ${sql.join(rules, sql` `)} else true end`;
};

/**
 * What an entry says that changed, as far as the viewer may see the records it changed: one command
 * may change records that are not for everyone who sees its subject (the work sheet of an audit).
 */
function toldChanges(entry: Row, ctx: ReadContext, em: SqlEntityManager): Sql {
  const cases = reads.guarded().map((entity) => {
    const { className, tableName } = em.getMetadata().get(entity);
    const row: Row = (column) => sql.ref(`told.${column}`);
    const shown = reads
      .secrets(entity, row, ctx)
      .reduce<Sql>(
        (change, { name, seen }) =>
          sql`case when ${seen} then ${change} else ${change} #- array['set', ${name}] #- array['was', ${name}] end`,
        sql`change`,
      );
    return sql`when ${className} then (select ${shown} from ${sql.table(tableName)} told where told.id = (change->>'id')::uuid and ${reads.visible(entity, row, ctx)})`;
  });
  return sql`select coalesce(jsonb_agg(shown order by place) filter (where shown is not null), '[]')
    from (select place, case change->>'type' ${sql.join(cases, sql` `)} else change end as shown
      from jsonb_array_elements(${entry('changes')}::jsonb) with ordinality as entries(change, place)) as one`;
}

/** Says how the trail is read. */
export function defineTrailReads(): void {
  reads.define(TrailEntry, { visible: isTold, fields: { changes: { sql: toldChanges } } });
}
