import { sql } from 'kysely';
import { holdsAnywhere, reads, withinReach, type ReadContext } from '../access/index.js';
import { many, one, type RowOf, type Sql } from '../platform/reads/index.js';
import { Auditor, AuditorConflict, Person, Post } from './person.js';
import { inForceOn } from './in-sql.js';
import { vietnamese } from './search.js';
import { Unit } from './unit.js';

/** SQL: the last day on which an auditor has a valid certificate, of any kind (R07). */
const certifiedUntil = (auditorId: Sql): Sql =>
  sql`(select max(ac.valid_until) from auditor_certificate ac where ac.auditor_id = ${auditorId})`;

/**
 * Roles that are responsible for all authorities below: they need the contact details of people there, and see
 * the conflicts that these people declare.
 */
const arrangers = ['LEAD_AGENCY', 'ADMINISTRATOR'] as const;

/**
 * Condition: the viewer may read the contact details of the person: one's own, those of colleagues in the
 * authority, and, as lead agency or administrator, those of all people below.
 */
const contactSeen = (
  person: RowOf<Person>,
  { viewer, today }: ReadContext,
) => sql`(${person('id')} = ${viewer.personId} or exists (
  select 1
  from posts_on(${today}) cp
  where cp.person_id = ${person('id')}
    and (cp.authority_id = ${viewer.authorityId}::uuid
      or ${withinReach(viewer, arrangers, sql.ref('cp.unit_id'), sql.ref('cp.authority_id'))})))`;

reads.define(Person, {
  visible: () => sql`true`,
  restrictedFields: { email: contactSeen, phone: contactSeen },
  fields: {
    contactShown: { sql: contactSeen },
    currentPost: one(() => Post, {
      on: (person, post, { today }) => sql`${post('person_id')} = ${person('id')} and ${inForceOn(post, today)}`,
      orderBy: (post) => sql`${post('from_date')} desc`,
    }),
    auditor: one(() => Auditor, { on: (person, auditor) => sql`${auditor('person_id')} = ${person('id')}` }),
  },
});

reads.define(AuditorConflict, {
  visible: (row, { viewer, today }) => sql`(
    exists (
      select 1
      from unit cu
      where (cu.id = ${row('unit_id')}
          or cu.id in (select po.unit_id from posts_on(${today}) po where po.person_id = ${row('person_id')}))
        and ${withinReach(viewer, arrangers, sql.ref('cu.id'), sql.ref('cu.authority_id'))})
    or exists (
      select 1
      from auditor own
      where own.id = ${row('auditor_id')} and own.person_id = ${viewer.personId}))`,
});

reads.define(Auditor, {
  fields: {
    conflictsShown: {
      sql: (row, { viewer }) =>
        holdsAnywhere(viewer, arrangers) ? sql`true` : sql`${row('person_id')} = ${viewer.personId}`,
    },
    certifiedUntil: { sql: (row) => certifiedUntil(row('id')) },
  },
});

/** The predecessors or the successors of a unit, by name. */
const related = (own: 'unit_id' | 'predecessor_id', other: 'unit_id' | 'predecessor_id') =>
  many<ReadContext, Unit, Unit>(() => Unit, {
    on: (unit, relative) => sql`${relative('id')} in (
      select us.${sql.ref(other)}
      from unit_succession us
      where us.${sql.ref(own)} = ${unit('id')})`,
    orderBy: (relative) => vietnamese(relative('name')),
  });

reads.define(Unit, {
  fields: {
    predecessors: related('unit_id', 'predecessor_id'),
    successors: related('predecessor_id', 'unit_id'),
    posts: many(() => Post, {
      on: (unit, post, { today }) => sql`${post('unit_id')} = ${unit('id')} and ${inForceOn(post, today)}`,
      orderBy: (post) => sql`${post('id')}`,
    }),
  },
});
