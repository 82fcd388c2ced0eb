import { sql } from 'kysely';
import { defineModule } from '../platform/module.js';
import type { Tx } from '../commands/index.js';
import { titleOf } from '../trail/index.js';
import { Auditor, AuditorCertificate, AuditorConflict, Person, Post, RoleGrant } from './person.js';
import { NumberSeries } from './numbers.js';
import { PersonResolver, UnitResolver } from './resolver.js';
import { Unit, UnitSuccession } from './unit.js';

export { endRoles, giveRoles, peopleInRole } from './grants.js';
export { Auditor, Person, Post, RoleGrant } from './person.js';
export { byName, holdsWord, matches, vietnamese, words } from './queries.js';
export { nextNumber } from './numbers.js';
export { certifiedUntil } from './reads.js';
export { OfficeKind, Unit } from './unit.js';

async function currentTitle(tx: Tx, personId: string): Promise<string> {
  const { rows } = await sql<{ title: string }>`
    select p.title || ', ' || u.name as title from post p join unit u on u.id = p.unit_id
    where p.person_id = ${personId} and p.from_date <= ${tx.today} and (p.to_date is null or p.to_date >= ${tx.today})
    order by p.from_date desc limit 1`.execute(tx.kysely);
  return rows[0]?.title ?? '';
}

/** Units, people, posts, dated roles, the auditor register. */
export const organization = defineModule({
  name: 'organization',
  entities: [Unit, UnitSuccession, Person, Post, RoleGrant, Auditor, AuditorCertificate, AuditorConflict, NumberSeries],
  resolvers: [UnitResolver, PersonResolver],
  contribute: () => titleOf.contribute(currentTitle),
});
