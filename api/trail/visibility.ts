import type { SqlEntityManager } from '@mikro-orm/postgresql';
import { sql } from 'kysely';
import { reads, type ReadContext } from '../access/index.js';
import { alias, type RowOf, type Sql } from '../platform/reads/index.js';
import { defineExtensionPoint } from '../platform/module.js';
import { TrailEntry } from './trail-entry.js';

/** Which entries of a record's history the viewer may read, if not all of them. */
export interface EntryVisibility {
  /** Type of the record, as in `TrailEntry.subjectType`. */
  type: string;
  /** Holds for the entries (the row is one of `trail_entry`) that the viewer may read. */
  holds: (entry: RowOf<TrailEntry>, ctx: ReadContext) => Sql;
}

/** Contributed by modules whose records have a history before they are shown: drafts, findings. */
export const entryVisibility = defineExtensionPoint<EntryVisibility>('trail.entryVisibility');

/** Condition: the viewer may read the entry. */
export const entryVisible = (entry: RowOf<TrailEntry>, ctx: ReadContext): Sql => {
  const rules = entryVisibility.all.map(
    ({ type, holds }) => sql`when ${entry('subject_type')} = ${type} then ${holds(entry, ctx)}`,
  );
  return rules.length === 0 ? sql`true` : sql`case ${sql.join(rules, sql` `)} else true end`;
};

/**
 * The changes of an entry that the viewer may see. One command may change records that not everybody who sees
 * its subject may see, such as the work sheet of an audit.
 */
export function visibleChanges(entry: RowOf<TrailEntry>, ctx: ReadContext, em: SqlEntityManager): Sql {
  const cases = reads.guarded().map((entity) => {
    const { className, tableName } = em.getMetadata().get(entity);
    const row = alias(entity, 'shown');
    const shown = reads
      .restrictedFields(entity, row, ctx)
      .reduce<Sql>(
        (change, { name, seen }) =>
          sql`case when ${seen} then ${change} else ${change} #- array['set', ${name}] #- array['was', ${name}] end`,
        sql`change`,
      );
    return sql`
      when ${className} then (
        select ${shown}
        from ${sql.table(tableName)} shown
        where shown.id = (change->>'id')::uuid and ${reads.visible(entity, row, ctx)})`;
  });
  return sql`
    select coalesce(jsonb_agg(seen order by place) filter (where seen is not null), '[]')
    from (
      select place, case change->>'type' ${sql.join(cases, sql` `)} else change end as seen
      from jsonb_array_elements(${entry('changes')}::jsonb) with ordinality as entries(change, place)) as one`;
}
