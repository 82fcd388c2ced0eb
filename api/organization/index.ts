import { sql } from 'kysely';
import { holders } from '../access/index.js';
import { defineModule } from '../platform/module.js';
import type { Tx } from '../commands/index.js';
import { signerTitle } from '../trail/index.js';
import { Auditor, AuditorCertificate, AuditorConflict, Person, Post, RoleGrant } from './person.js';
import { holdersAt, holdersOfUnit, unitName } from './in-sql.js';
import { NumberSeries } from './numbers.js';
import './reads.js';
import { PersonResolver, UnitResolver } from './resolver.js';
import { Unit, UnitSuccession } from './unit.js';

export { UnitSuccession } from './unit.js';
export { NumberSeries } from './numbers.js';
export { AuditorConflict } from './person.js';
export { AuditorCertificate } from './person.js';
export { workingCalendar } from './calendar.js';
export { endRoles, giveRoles, peopleInRole } from './grants.js';
export {
  belongsTo,
  hasWithin,
  holdersOfUnit,
  holdersWithin,
  inForceOn,
  isWithin,
  lastUnitOf,
  personName,
  placeInWords,
  staffIds,
  unitName,
  unitNameHolds,
  unitsWithin,
} from './in-sql.js';
export { Auditor, Person, Post, RoleGrant } from './person.js';
export { byName } from './queries.js';
export { holdsWord, matches, vietnamese, searchWords } from './search.js';
export { nextNumber } from './numbers.js';
export { OfficeKind, Unit } from './unit.js';

async function currentTitle(tx: Tx, personId: string): Promise<string> {
  const { rows } = await sql<{ title: string }>`
    select p.title || ', ' || ${unitName(sql.ref('p.unit_id'))} as title
    from posts_on(${tx.today}) p
    where p.person_id = ${personId}
    order by p.from_date desc
    limit 1`.execute(tx.kysely);
  return rows[0]?.title ?? '';
}

/** Units, people, posts, dated roles, the auditor register. */
export const organization = defineModule({
  name: 'organization',
  entities: [Unit, UnitSuccession, Person, Post, RoleGrant, Auditor, AuditorCertificate, AuditorConflict, NumberSeries],
  resolvers: [UnitResolver, PersonResolver],
  contribute: () => {
    signerTitle.contribute(currentTitle);
    holders.contribute({ at: holdersAt, ofUnit: holdersOfUnit });
  },
});
