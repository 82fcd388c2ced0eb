import { sql } from 'kysely';
import { newId } from '../platform/ids.js';
import type { Role } from '../access/index.js';
import type { Tx } from '../commands/index.js';
import { holdersAt, personName } from './in-sql.js';
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

/** Ends every role that the records have given; the day is the last one on which they hold. */
export async function endRoles(tx: Tx, givenBy: readonly string[], lastDay: string): Promise<void> {
  await sql`
    update role_grant set to_date = ${lastDay}
    where given_by = any(${givenBy}::uuid[])
      and (to_date is null or to_date > ${lastDay})`.execute(tx.kysely);
}

/** The people whose role covers the unit where a record belongs, on a day. */
export async function peopleInRole(
  tx: Tx,
  role: Role,
  unitId: string,
  onDay: string = tx.today,
): Promise<{ personId: string; fullName: string }[]> {
  const { rows } = await sql<{ person_id: string; full_name: string }>`
    select distinct holder.person_id, ${personName(sql.ref('holder.person_id'))} as full_name
    from (${holdersAt(sql`${unitId}::uuid`, [role], onDay)}) holder`.execute(tx.kysely);
  return rows.map((row) => ({ personId: row.person_id, fullName: row.full_name }));
}
