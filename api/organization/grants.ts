import { sql } from 'kysely';
import { newId } from '../platform/ids.js';
import type { Role } from '../access/index.js';
import type { Tx } from '../commands/index.js';
import { Person, RoleGrant } from './person.js';
import { Unit } from './unit.js';

/** A role to give for a time, and the record that gives it. */
export interface GrantRequest {
  personId: string;
  role: Role;
  unitId: string;
  /** First and last day on which it holds. */
  from: string;
  to: string | null;
  reason: string;
  givenBy: string;
}

/** Gives dated roles in the transaction of a command. */
export function giveRoles(tx: Tx, requests: GrantRequest[]): RoleGrant[] {
  return requests.map(({ personId, unitId, ...rest }) =>
    tx.create(RoleGrant, {
      id: newId(tx.now),
      person: tx.em.getReference(Person, personId),
      unit: tx.em.getReference(Unit, unitId),
      ...rest,
    }),
  );
}

/** Ends every role that the records have given: the given day is the last on which they hold. */
export async function endRoles(tx: Tx, givenBy: readonly string[], lastDay: string): Promise<void> {
  await sql`update role_grant set to_date = ${lastDay} where given_by = any(${givenBy}::uuid[]) and (to_date is null or to_date > ${lastDay})`.execute(
    tx.kysely,
  );
}

/** The people who hold a role where a record belongs, on a day. */
export async function peopleInRole(
  tx: Tx,
  role: Role,
  unitId: string,
  onDay: string = tx.today,
): Promise<{ personId: string; fullName: string }[]> {
  const { rows } = await sql<{ person_id: string; full_name: string }>`
    select distinct g.person_id, p.full_name from role_grant g
    join person p on p.id = g.person_id
    join unit held on held.id = g.unit_id
    join unit at on at.path <@ held.path and at.authority_id is not distinct from held.authority_id
    where at.id = ${unitId} and g.role = ${role} and g.from_date <= ${onDay} and (g.to_date is null or g.to_date >= ${onDay})`.execute(
    tx.kysely,
  );
  return rows.map((row) => ({ personId: row.person_id, fullName: row.full_name }));
}
