import { sql } from 'kysely';
import { holdsAnywhere, reads, withinReach } from '../access/index.js';
import { defineRoom } from '../platform/room.js';
import { titleOf, type Tx } from '../trail/index.js';
import { Auditor, AuditorConflict, Person, Post, RoleGrant } from './person.js';
import { NumberSeries } from './numbers.js';
import { PersonResolver, UnitResolver } from './resolver.js';
import { Unit } from './unit.js';

export { endRoles, giveRoles, holdersOf, type GrantRequest } from './grants.js';
export { Auditor, AuditorConflict, Person, Post, RoleGrant } from './person.js';
export { byName, holdsWord, matches, vietnamese, words } from './queries.js';
export { nextNumber, NumberSeries } from './numbers.js';
export { OfficeKind, Unit, UnitKind } from './unit.js';

const isCurrent = (row: (column: string) => ReturnType<typeof sql>, today: string) =>
  sql`${row('from_date')} <= ${today} and (${row('to_date')} is null or ${row('to_date')} >= ${today})`;

reads.define(Person, {
  visible: () => sql`true`,
  fields: {
    currentPost: {
      one: () => Post,
      on: (person, post, { today }) => sql`${post('person_id')} = ${person('id')} and ${isCurrent(post, today)}`,
      orderBy: (post) => sql`${post('from_date')} desc`,
    },
    auditor: { one: () => Auditor, on: (person, auditor) => sql`${auditor('person_id')} = ${person('id')}` },
  },
});

/** Those who arrange audits learn of the conflicts that auditors declare. */
const arrangers = ['LEAD_AGENCY', 'ADMINISTRATOR'] as const;

reads.define(AuditorConflict, {
  visible: (row, { viewer, today }) => sql`(exists (select 1 from unit cu
      where (cu.id = ${row('unit_id')} or cu.id in (select po.unit_id from post po where po.person_id = ${row('person_id')} and ${isCurrent((column) => sql.ref(`po.${column}`), today)}))
        and ${withinReach(viewer, arrangers, sql.ref('cu.id'), sql.ref('cu.authority_id'))})
    or exists (select 1 from auditor own where own.id = ${row('auditor_id')} and own.person_id = ${viewer.personId}))`,
});

reads.define(Auditor, {
  fields: { conflictsShown: { sql: (row, { viewer }) => (holdsAnywhere(viewer, arrangers) ? sql`true` : sql`${row('person_id')} = ${viewer.personId}`) } },
});

reads.define(Unit, {
  fields: {
    posts: {
      many: () => Post,
      on: (unit, post, { today }) => sql`${post('unit_id')} = ${unit('id')} and ${isCurrent(post, today)}`,
      orderBy: (post) => sql`${post('id')}`,
    },
  },
});

async function currentTitle(tx: Tx, personId: string): Promise<string> {
  const { rows } = await sql<{ title: string }>`
    select p.title || ', ' || u.name as title from post p join unit u on u.id = p.unit_id
    where p.person_id = ${personId} and p.from_date <= ${tx.today} and (p.to_date is null or p.to_date >= ${tx.today})
    order by p.from_date desc limit 1`.execute(tx.kysely);
  return rows[0]?.title ?? '';
}

/** Units, people, posts, dated roles, the auditor register. */
export const organization = defineRoom({
  name: 'organization',
  entities: [Unit, Person, Post, RoleGrant, Auditor, AuditorConflict, NumberSeries],
  resolvers: [UnitResolver, PersonResolver],
  contribute: () => titleOf.fill(currentTitle),
});
