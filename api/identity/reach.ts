import { sql, type Kysely } from 'kysely';
import { refuseForbidden, withinReach, type Viewer } from '../access/index.js';
import { lastUnitOf } from '../organization/index.js';

/**
 * Administrators may only manage people in the units that their role covers. The person's present post counts,
 * or the last one. People who have never held a post are managed by an administrator of the whole tree.
 * @throws Refusal FORBIDDEN
 */
export async function assertReaches(db: Kysely<any>, viewer: Viewer, personId: string): Promise<void> {
  const ownUnits = viewer.grants.filter(({ role }) => role === 'ADMINISTRATOR').map(({ unitId }) => unitId);
  const covers = withinReach(viewer, ['ADMINISTRATOR'], sql.ref('home.id'), sql.ref('home.authority_id'));
  const { rows } = await sql`
    select 1
    from (values (${lastUnitOf(sql`${personId}::uuid`)})) asked(unit_id)
    left join place home on home.id = asked.unit_id
    where case
      when home.id is not null then ${covers}
      else exists (
        select 1
        from place top
        where top.parent_id is null and top.id = any(${ownUnits}::uuid[]))
      end`.execute(db);
  if (rows.length === 0) refuseForbidden();
}
