import { sql } from 'kysely';
import type { Sql } from '../platform/reads/index.js';

/*
 * What other modules ask standards in SQL, as pieces for their statements, so that none of them names its tables.
 */

/**
 * The clauses of all sets, to join with: clause_id, set_id, set_code, number, title, title_en, position, is_leaf,
 * is_auditable.
 */
export const clauses: Sql = sql`(
  select c.id as clause_id, c.set_id, s.code as set_code, c.number, c.title, c.title_en, c.position, c.is_leaf,
    c.is_auditable
  from clause c
  join clause_set s on s.id = c.set_id)`;

/** Array of the numbers that match a clause, in any set: its own, its sub-clauses and the groups it belongs to. */
export const clauseNumbersAround = (number: string): Sql => sql`array(
  select c.number
  from clause c
  where c.number = ${number}
    or c.number like like_literal(${number}) || '.%'
    or ${number} like like_literal(c.number) || '.%')`;

/**
 * Array of the ids of a clause and its sub-clauses, and of the clauses to which these are mapped in other sets,
 * again with their sub-clauses.
 */
export const clausesMeant = (id: string): Sql => sql`array(
  with recursive below as (
    select c.id from clause c where c.id::text = ${id}
    union select c.id from clause c join below b on c.parent_id = b.id),
  mapped as (
    select m.to_id as id from clause_mapping m join below b on m.from_id = b.id
    union select m.from_id from clause_mapping m join below b on m.to_id = b.id
    union select c.id from clause c join mapped b on c.parent_id = b.id)
  select id from below
  union select id from mapped)`;
