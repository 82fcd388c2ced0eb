import { sql } from 'kysely';
import type { Row, Sql } from '../platform/reads/index.js';

/**
 * Condition: the person works here and has no closed account. A person without an account counts too, because
 * one can still be made.
 */
export const canAct = (person: Row<'id' | 'is_active'>): Sql =>
  sql`(
  ${person('is_active')}
  and not exists (
    select 1
    from account ca
    where ca.person_id = ${person('id')} and not ca.is_active))`;
