import { Migration } from '@mikro-orm/migrations';

/**
 * What other modules ask organization in SQL. PostgreSQL puts the text of each function and view into
 * the statement that uses it, so indexes serve as if it were written there; a `left join` that a statement
 * takes no column from is dropped.
 */
export default class OrganizationInSql extends Migration {
  override up(): void {
    // Whether something that is dated holds on a day: both dates belong to it, and without a last day it goes on.
    this.addSql(`create function in_force(from_date date, to_date date, day date) returns boolean
      language sql immutable parallel safe
      as $$ select from_date <= day and (to_date is null or to_date >= day) $$`);
    // The roles that are held on a day, with the unit where each is held.
    this.addSql(`create function roles_on(day date)
      returns table (grant_id uuid, person_id uuid, role text, unit_id uuid, authority_id uuid, path ltree)
      language sql stable parallel safe
      as $$
        select g.id, g.person_id, g.role, g.unit_id, u.authority_id, u.path
        from role_grant g
        left join unit u on u.id = g.unit_id
        where in_force(g.from_date, g.to_date, day)
      $$`);
    // The posts that are held on a day, with the unit of each.
    this.addSql(`create function posts_on(day date)
      returns table (post_id uuid, person_id uuid, unit_id uuid, authority_id uuid, office_kind text, path ltree,
        title text, from_date date)
      language sql stable parallel safe
      as $$
        select p.id, p.person_id, p.unit_id, u.authority_id, u.office_kind, u.path, p.title, p.from_date
        from post p
        left join unit u on u.id = p.unit_id
        where in_force(p.from_date, p.to_date, day)
      $$`);
    // Where a record belongs, in words and in the order of the tree: a unit with its authority and the level above.
    this.addSql(`create view place as
      select u.id, u.code, u.name, u.search, u.position, u.kind, u.office_kind, u.path, u.parent_id,
        coalesce(u.parent_id, u.id) as above_id,
        u.is_authority, u.cluster, u.latitude, u.longitude, u.reception_weekday, u.active_from, u.active_to,
        u.authority_id, a.name as authority_name, a.position as authority_position,
        concat_ws(', ', u.name, case when a.id <> u.id then a.name end) as words
      from unit u
      left join unit a on a.id = u.authority_id`);
    this.addSql(`create view people as
      select p.id, p.code, p.full_name, p.is_active
      from person p`);
    // All posts that anybody holds or has held: where somebody worked before matters for independence (R02).
    this.addSql(`create view posts_ever as
      select p.person_id, p.unit_id, u.authority_id, p.title, p.from_date, p.to_date
      from post p
      left join unit u on u.id = p.unit_id`);
    // The auditor register, an entry a person.
    this.addSql(`create view auditor_register as
      select a.person_id, a.lead_qualified, a.fields, a.earlier_audits, a.maximum_load, a.unavailable_on,
        (select max(c.valid_until) from auditor_certificate c where c.auditor_id = a.id) as certified_until
      from auditor a`);
    // The conflicts of interest that auditors have declared and not withdrawn: with a unit or with a person.
    this.addSql(`create view own_conflict as
      select a.person_id, c.unit_id as with_unit_id, c.person_id as with_person_id, c.reason, c.declared_at
      from auditor_conflict c
      join auditor a on a.id = c.auditor_id
      where c.withdrawn_at is null`);
  }
}
