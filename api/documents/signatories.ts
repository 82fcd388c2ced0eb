import { sql } from 'kysely';
import { isId } from '../access/index.js';
import { Person } from '../organization/index.js';
import { refuse } from '../rules/refusal.js';
import type { Tx } from '../trail/index.js';

/**
 * A person who may be named as reviewer or approver: someone who holds a post or a role in the authority.
 * @throws Refusal INVALID_INPUT on the field
 */
export async function signatory(tx: Tx, field: string, personId: string | null | undefined, authorityId: string): Promise<Person | null> {
  if (!personId) return null;
  const { rows } = isId(personId)
    ? await sql`select 1 from person p where p.id = ${personId} and p.is_active and (
        exists (select 1 from post o join unit u on u.id = o.unit_id where o.person_id = p.id and u.authority_id = ${authorityId}
          and o.from_date <= ${tx.today} and (o.to_date is null or o.to_date >= ${tx.today}))
        or exists (select 1 from role_grant g where g.person_id = p.id and g.unit_id = ${authorityId}
          and g.from_date <= ${tx.today} and (g.to_date is null or g.to_date >= ${tx.today})))`.execute(tx.kysely)
    : { rows: [] };
  if (rows.length > 0) return tx.em.findOneOrFail(Person, personId);
  return refuse('INVALID_INPUT', {
    vi: 'Người này không công tác tại cơ quan của tài liệu. Hãy chọn người khác.',
    en: 'This person does not work in the authority of the document. Choose someone else.',
  }, { field });
}
