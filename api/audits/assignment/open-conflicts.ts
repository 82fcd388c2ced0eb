import { sql } from 'kysely';
import { Field, ID, ObjectType } from 'type-graphql';
import { isoRoles, type ReadContext, withinReach } from '../../access/index.js';
import { Instant } from '../../platform/graphql/scalars.js';
import { either, type RowOf, type Sql } from '../../platform/reads/index.js';
import type { Audit } from '../planning/audit.js';

/**
 * A member of the team who may not audit here because of a declared conflict of interest (R06): a replacement
 * must be found.
 */
@ObjectType({ simpleResolvers: true })
export class OpenConflict {
  /** The member. */
  @Field(() => ID) personId!: string;
  @Field(() => String) name!: string;
  /** True if the member declared it in the register, false if the auditee did. */
  @Field(() => Boolean)
  isOwn!: boolean;
  /** When it was declared; null where that is not known. */
  @Field(() => Instant, { nullable: true }) declaredAt!: string | null;
  /** For those who may read the declaration. */
  @Field(() => String, { nullable: true }) reason!: string | null;
}

/**
 * A unit of the place where the conflict `c` was declared: the unit that is named, or one where the named person holds
 * a post.
 */
const isPlaceOfConflict = (place: string, today: string): Sql => sql`(
  ${sql.ref(`${place}.id`)} = c.with_unit_id
  or ${sql.ref(`${place}.id`)} in (
    select po.unit_id
    from posts_on(${today}) po
    where po.person_id = c.with_person_id))`;

/** A role that is responsible for the auditee, held at this very unit by the person whom the conflict `c` names. */
const namesKeyPerson = (unit: string, today: string): Sql => sql`exists (
  select 1
  from roles_on(${today}) g
  where g.person_id = c.with_person_id
    and g.unit_id = ${sql.ref(`${unit}.id`)}
    and g.role = any(${[...isoRoles, 'UNIT_HEAD']}::text[]))`;

/**
 * The conflicts between auditors and an auditee that are not withdrawn, declared by either side (R06), one row
 * each: `person_id`, `is_own`, `declared_at`, `reason`. A conflict that an auditor declared with a unit counts
 * in every unit above it. One with a person counts wherever that person holds a post or a role that is
 * responsible for the auditee. This is defined only here; the rule uses it too.
 * @param unit alias of the auditee's row of `place`
 * @param today the day on which posts and roles must be in force
 */
export const conflictsAt = (unit: string, today: string): Sql => sql`(
  select d.person_id, false as is_own, d.declared_at, d.reason
  from conflict_declaration d
  where d.unit_id = ${sql.ref(`${unit}.id`)} and d.withdrawn_at is null
  union all
  select c.person_id, true, c.declared_at, c.reason
  from own_conflict c
  where exists (
      select 1
      from place inside
      where inside.path <@ ${sql.ref(`${unit}.path`)} and ${isPlaceOfConflict('inside', today)})
    or ${namesKeyPerson(unit, today)})`;

/** The conflicts with members of teams, one row each: `audit_id` beside the columns of `conflictsAt`. */
export const openConflicts = (today: string): Sql => sql`(
  select a.id as audit_id, c.*
  from audit a
  join place u on u.id = a.unit_id
  cross join lateral ${conflictsAt('u', today)} c
  join team_member m on m.audit_id = a.id and m.person_id = c.person_id)`;

/** An audit in which a conflict must be resolved before it goes on. */
export const isNotOpened = (audit: RowOf<Audit>): Sql =>
  sql`${audit('state')} in ('PLANNED', 'ANNOUNCED', 'CONFIRMED')`;

/** The people of the lead agency who arrange the round of an audit. */
const arrangesRound = (audit: RowOf<Audit>, { viewer }: ReadContext): Sql => sql`exists (
  select 1
  from round lr
  where lr.id = ${audit('round_id')}
    and ${either(
      withinReach(viewer, ['LEAD_AGENCY', ...isoRoles], sql.ref('lr.lead_agency_id'), sql.ref('lr.lead_agency_id')),
    )})`;

/**
 * Who sees that an audit cannot go on, and because of whom: those who arrange it, its lead, those who sign for
 * the auditee, and the member.
 */
const learns = (audit: RowOf<Audit>, ctx: ReadContext): Sql =>
  either(
    withinReach(
      ctx.viewer,
      ['LEAD_AGENCY', 'ADMINISTRATOR', 'ISO_HEAD', 'ISO_SECRETARY'],
      audit('unit_id'),
      audit('authority_id'),
    ),
    arrangesRound(audit, ctx),
    sql`exists (
      select 1
      from team_member lm
      where lm.audit_id = ${audit('id')}
        and lm.person_id = ${ctx.viewer.personId}
        and (lm.part = 'LEAD' or lm.person_id = s.person_id))`,
  );

/**
 * Who may read the reason of a declaration: the member and those who arrange audits there; the auditee only for
 * its own declarations.
 */
const readsReason = (audit: RowOf<Audit>, { viewer }: ReadContext): Sql =>
  either(
    sql`s.person_id = ${viewer.personId}`,
    withinReach(viewer, ['LEAD_AGENCY', 'ADMINISTRATOR'], audit('unit_id'), audit('authority_id')),
    sql`(
      not s.is_own
      and ${withinReach(viewer, ['ISO_HEAD', 'ISO_SECRETARY'], audit('unit_id'), audit('authority_id'))})`,
  );

/** The open conflicts of one audit that the viewer may see, as a JSON list. */
export const openConflictsOf = (audit: RowOf<Audit>, ctx: ReadContext): Sql => sql`(
  select coalesce(json_agg(json_build_object(
    'personId', s.person_id,
    'name', p.full_name,
    'isOwn', s.is_own,
    'declaredAt', s.declared_at,
    'reason', case when ${readsReason(audit, ctx)} then s.reason end) order by p.full_name, s.is_own), '[]')
  from ${openConflicts(ctx.today)} s
  join people p on p.id = s.person_id
  where s.audit_id = ${audit('id')} and ${isNotOpened(audit)} and ${learns(audit, ctx)})`;
