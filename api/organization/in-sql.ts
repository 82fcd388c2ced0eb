import { sql } from 'kysely';
import { anyOf, reachingRoles, type Role } from '../access/index.js';
import { either, type Row, type Sql } from '../platform/reads/index.js';
import { holdsWord } from './search.js';

/*
 * What other modules ask organization in SQL, as pieces for their statements, so that none of them names
 * its tables. A statement that joins instead of asking takes one of these, which a migration makes:
 *
 * - `in_force(from_date, to_date, day)`: both dates included;
 * - `roles_on(day)`: grant_id, person_id, role, unit_id, authority_id, path;
 * - `posts_on(day)`: post_id, person_id, unit_id, authority_id, office_kind, path, title, from_date;
 * - `posts_ever`: the same without a day: person_id, unit_id, authority_id, title, from_date, to_date;
 * - `place`: a unit with its authority: id, code, name, search, position, kind, office_kind, path,
 *   parent_id, above_id (itself at the top), is_authority, cluster, latitude, longitude, reception_weekday,
 * active_from, active_to, authority_id,
 *   authority_name, authority_position, words;
 * - `people`: id, code, full_name, is_active;
 * - `auditor_register`: person_id, lead_qualified, fields, earlier_audits, maximum_load, unavailable_on,
 *   certified_until;
 * - `own_conflict`: what auditors have declared and not withdrawn: person_id, with_unit_id or
 *   with_person_id, reason, declared_at.
 *
 * `unit`, `authority`, `person` and `day` stand for pieces of SQL: a column, a parameter, a subselect.
 * Roles are held on one unit and cover all below it up to the border of another authority, except for
 * `reachingRoles`; who covers a record is asked with `holdersAt`.
 */

const oneOf = (column: Sql, roles: readonly Role[]): Sql => sql`${column} = any(${[...roles]}::text[])`;

/** Condition: a row with `from_date` and `to_date` (null: no end) holds on the day; both dates included. */
export const inForceOn = (row: Row<'from_date' | 'to_date'>, day: Sql | string): Sql =>
  sql`in_force(${row('from_date')}, ${row('to_date')}, ${day})`;

/**
 * SELECT of the ids of the people whose roles cover the unit on a day: held on it or above it in the same
 * authority, or above it anywhere for roles that reach across. `rolesAt` answers the opposite question. A
 * person may occur more than once.
 */
export const holdersAt = (unit: Sql, roles: readonly Role[], day: Sql | string): Sql => sql`
  select held.person_id
  from place held_at
  join roles_on(${day}) held on held.path @> held_at.path
  where held_at.id = ${unit}
    and ${oneOf(sql.ref('held.role'), roles)}
    and (held.authority_id is not distinct from held_at.authority_id or ${oneOf(sql.ref('held.role'), reachingRoles)})`;

/** SELECT of the ids of the people who hold one of the roles at this very unit; roles held above it do not count. */
export const holdersOfUnit = (unit: Sql, roles: readonly Role[], day: Sql | string): Sql => sql`
  select held.person_id
  from roles_on(${day}) held
  where held.unit_id = ${unit} and ${oneOf(sql.ref('held.role'), roles)}`;

/** SELECT of the ids of the people who hold one of the roles in the authority, at its top or in one of its units. */
export const holdersWithin = (authority: Sql, roles: readonly Role[], day: Sql | string): Sql => sql`
  select held.person_id
  from roles_on(${day}) held
  where held.authority_id = ${authority} and ${oneOf(sql.ref('held.role'), roles)}`;

/** SELECT of the ids of the people who hold a post in the authority. */
export const staffIds = (authority: Sql, day: Sql | string): Sql => sql`
  select staff.person_id
  from posts_on(${day}) staff
  where staff.authority_id = ${authority}`;

/** Condition: the person holds a post or a role in the authority. */
export const belongsTo = (person: Sql, authority: Sql, day: Sql | string): Sql => sql`(
  exists (
    select 1 from posts_on(${day}) kept
    where kept.person_id = ${person} and kept.authority_id = ${authority})
  or exists (
    select 1 from roles_on(${day}) held
    where held.person_id = ${person} and held.authority_id = ${authority}))`;

/** The unit of the post that a person holds or held last: present posts first, then the one that ended last. */
export const lastUnitOf = (person: Sql): Sql => sql`(
  select p.unit_id
  from post p
  where p.person_id = ${person}
  order by coalesce(p.to_date, 'infinity') desc, p.from_date desc
  limit 1)`;

/** The name of a unit. */
export const unitName = (unit: Sql): Sql => sql`(select named.name from place named where named.id = ${unit})`;

/** The name of a unit with that of its authority behind it, where that is another one: "Phòng Kinh tế, UBND xã A". */
export const placeInWords = (unit: Sql): Sql => sql`(select named.words from place named where named.id = ${unit})`;

/** The name of a person. */
export const personName = (person: Sql): Sql =>
  sql`(select named.full_name from people named where named.id = ${person})`;

/** Condition: the name of the unit has the word in it, with or without diacritics; `also` that of its authority. */
export const unitNameHolds = (unit: Sql, word: string, also: 'unit' | 'authority' = 'unit'): Sql => sql`${unit} in (
  select u.id
  from unit u
  ${also === 'authority' ? sql`left join unit a on a.id = u.authority_id` : sql``}
  where ${either(holdsWord(sql`u.search`, word), ...(also === 'authority' ? [holdsWord(sql`a.search`, word)] : []))})`;

/** Array of the ids of a unit and of all below it, of all authorities; empty if there is no such unit. */
export const unitsWithin = (top: Sql): Sql => sql`array(
  select below.id
  from place below
  join place top on below.path <@ top.path
  where top.id = ${top})`;

/** Condition: one of the units is the top one or lies below it. */
export const hasWithin = (top: Sql, units: readonly string[]): Sql => sql`exists (
  select 1
  from place below
  join place top on below.path <@ top.path
  where top.id = ${top} and ${anyOf(sql.ref('below.id'), units)})`;

/** Condition: the unit is the other one or lies below it. */
export const isWithin = (unit: Sql, top: Sql): Sql => sql`exists (
  select 1
  from place below
  join place top on below.path <@ top.path
  where below.id = ${unit} and top.id = ${top})`;
