import { IsOptional } from 'class-validator';
import { sql } from 'kysely';
import { ArgsType, Field, ID, registerEnumType } from 'type-graphql';
import {
  anyOf,
  holdersAt,
  isTheOne,
  reads,
  withinReach,
  type ReadContext,
  type Role,
  type Viewer,
} from '../access/index.js';
import { holdsWord, Person, Unit, vietnamese, words } from '../organization/index.js';
import { PageArgs } from '../platform/graphql/connection.js';
import { Text } from '../platform/graphql/validation.js';
import type { Row, Sort, Sql } from '../platform/reads/index.js';
import { Inspection } from './inspection.js';
import type { InspectionState } from './rules/index.js';
import { InspectionSchedule } from './schedule.js';
import { InspectionStates } from './states.js';
import { InspectionTemplate, TemplateVersion } from './template.js';

/** Orders of the list. */
export const InspectionOrder = {
  /** Those on which something happened last come first. */
  NEWEST: 'NEWEST',
  /** The earliest due day first. */
  DUE_FIRST: 'DUE_FIRST',
  /** The latest due day first. */
  DUE_LAST: 'DUE_LAST',
  /** The worst score first; forms without a score last. */
  SCORE_LOW_FIRST: 'SCORE_LOW_FIRST',
  /** The best score first; forms without a score last. */
  SCORE_HIGH_FIRST: 'SCORE_HIGH_FIRST',
} as const;
export type InspectionOrder = (typeof InspectionOrder)[keyof typeof InspectionOrder];
registerEnumType(InspectionOrder, { name: 'InspectionOrder' });

/** Filters of the list of inspections. */
@ArgsType()
export class InspectionsArgs extends PageArgs {
  /** Of this unit. */
  @Field(() => ID, { nullable: true }) unitId?: string | null;
  /** Of units of this authority. */
  @Field(() => ID, { nullable: true }) authorityId?: string | null;
  /** Of this template. */
  @Field(() => ID, { nullable: true }) templateId?: string | null;
  /** In one of these states. */
  @Field(() => [InspectionStates], { nullable: true }) states?: InspectionState[] | null;
  /** Such as 2026-W47 or 2026-11. */
  @IsOptional()
  @Text(1, 20)
  @Field(() => String, { nullable: true })
  period?: string | null;
  /** Submitted late, or not submitted and past its due day. */
  @Field(() => Boolean, { nullable: true })
  late?: boolean | null;
  /** Those that I fill in, as head of the unit or as substitute. */
  @Field(() => Boolean, { nullable: true })
  mine?: boolean | null;
  /** Those submitted that wait for my decision. */
  @Field(() => Boolean, { nullable: true }) toDecide?: boolean | null;
  /** With a failed critical question. */
  @Field(() => Boolean, { nullable: true }) failedCritical?: boolean | null;
  /** Words of unit, authority or template, with or without diacritics. */
  @IsOptional()
  @Text(0, 200)
  @Field(() => String, { nullable: true })
  search?: string | null;
  @Field(() => InspectionOrder, { defaultValue: InspectionOrder.NEWEST }) order!: InspectionOrder;
}

/**
 * The form is this person's to fill in: named as substitute, or the nearest head. A head of the
 * authority fills in an office's form only where the office has no head.
 */
export function isMine(row: Row, viewer: Viewer, today: string): Sql {
  const heads = viewer.grants.filter(({ role }) => role === 'UNIT_HEAD');
  const own = heads.map(({ unitId }) => unitId);
  const covered = heads.flatMap(({ unitIds }) => unitIds);
  const vacant = sql`not exists (select 1 from role_grant g where g.unit_id = ${row('unit_id')} and g.role = 'UNIT_HEAD'
    and g.from_date <= ${today} and (g.to_date is null or g.to_date >= ${today}))`;
  return sql`(${row('substitute_id')} = ${viewer.personId} or ${anyOf(row('unit_id'), own)} or (${anyOf(row('unit_id'), covered)} and ${vacant}))`;
}

/** Calendar days after which a form that waits for the quality manager waits for the level above too. */
const patience = 7;

/**
 * The form is submitted and waits for this person: the quality manager, and the level above where
 * there is no other quality manager or it has waited a week.
 */
export function awaits(row: Row, { viewer, today, now }: ReadContext): Sql {
  const reaches = (roles: Role[]) => withinReach(viewer, roles, row('unit_id'), row('authority_id'));
  const isAbove = sql`case when ${row('unit_id')} = ${row('authority_id')} then ${reaches(['LEAD_AGENCY'])} else ${reaches(['ISO_HEAD'])} end`;
  const noManager = sql`not exists (select 1 from role_grant g where g.unit_id = ${row('authority_id')} and g.role = 'QUALITY_MANAGER'
    and g.person_id <> ${row('submitted_by_id')} and g.from_date <= ${today} and (g.to_date is null or g.to_date >= ${today}))`;
  const waited = sql`${row('state_since')} < ${new Date(now.getTime() - patience * 86_400_000)}`;
  return sql`(${row('state')} = 'SUBMITTED' and ${row('submitted_by_id')} is distinct from ${viewer.personId}
    and (${reaches(['QUALITY_MANAGER'])} or (${isAbove} and (${noManager} or ${waited}))))`;
}

/** Submitted late, or still to be submitted and past its due day. */
const isLateRow = (row: Row, today: string): Sql =>
  sql`(${row('is_late')} or (${row('state')} in ('DUE', 'IN_PROGRESS', 'MISSED') and ${row('due_on')} < ${today}))`;

/** The conditions of the list. */
export const inspectionsWhere =
  (args: InspectionsArgs, { viewer, today, now }: ReadContext) =>
  (row: Row): Sql[] => [
    ...(args.unitId ? [isTheOne(row('unit_id'), args.unitId)] : []),
    ...(args.authorityId ? [isTheOne(row('authority_id'), args.authorityId)] : []),
    ...(args.templateId ? [isTheOne(row('template_id'), args.templateId)] : []),
    ...(args.states ? [sql`${row('state')} = any(${args.states}::text[])`] : []),
    ...(args.period ? [sql`${row('period_key')} = ${args.period}`] : []),
    ...(typeof args.late === 'boolean' ? [sql`${isLateRow(row, today)} = ${args.late}`] : []),
    ...(args.mine ? [isMine(row, viewer, today)] : []),
    ...(args.toDecide ? [awaits(row, { viewer, today, now })] : []),
    ...(args.failedCritical ? [sql`${row('failed_critical')} <> '{}'`] : []),
    ...(args.search ? [searched(row, args.search)] : []),
  ];

function searched(row: Row, text: string): Sql {
  const each = words(text).map(
    (
      word,
    ) => sql`(${row('unit_id')} in (select u.id from unit u left join unit a on a.id = u.authority_id where ${holdsWord(sql`u.search`, word)} or ${holdsWord(sql`a.search`, word)})
    or ${row('template_id')} in (select t.id from inspection_template t where ${holdsWord(sql`fold(t.title)`, word)}))`,
  );
  return sql.join([sql`true`, ...each], sql` and `);
}

/** Scores as whole numbers, to compare cursors with; forms without a score stand last either way. */
const scored = (row: Row, missing: number): Sql =>
  sql`round(coalesce(${row('score')}, ${missing}::float8) * 1000000)::int`;

const sorts: Record<InspectionOrder, Sort> = {
  NEWEST: { by: (row) => row('state_since'), type: 'timestamptz', direction: 'desc' },
  DUE_FIRST: { by: (row) => row('due_on'), type: 'date' },
  DUE_LAST: { by: (row) => row('due_on'), type: 'date', direction: 'desc' },
  SCORE_LOW_FIRST: { by: (row) => scored(row, 2), type: 'integer' },
  SCORE_HIGH_FIRST: { by: (row) => scored(row, -1), type: 'integer', direction: 'desc' },
};

/** Those on which something happened last, or by due day or score. */
export const inspectionSort = (order: InspectionOrder): Sort => sorts[order];

/** For whom a form waits: its substitute or the nearest head; submitted, the quality manager or, where there is no other, the level above. */
function waitsFor(row: Row, { today }: ReadContext): Sql {
  const filling = sql`${row('state')} in ('DUE', 'IN_PROGRESS', 'MISSED', 'RETURNED')`;
  const holders = (unit: Sql, role: Role) => holdersAt(unit, [role], today);
  const ownHead = sql`select g.person_id from role_grant g where g.unit_id = ${row('unit_id')} and g.role = 'UNIT_HEAD' and g.from_date <= ${today} and (g.to_date is null or g.to_date >= ${today})`;
  const managers = sql`select m.id from (${holders(row('unit_id'), 'QUALITY_MANAGER')}) m(id) where m.id is distinct from ${row('submitted_by_id')}`;
  const only = (condition: Sql, ids: Sql) => sql`(select w.id from (${ids}) w(id) where ${condition})`;
  const above = (role: Role, isWhole: Sql) =>
    only(
      sql`${row('state')} = 'SUBMITTED' and ${isWhole} and w.id is distinct from ${row('submitted_by_id')} and not exists (${managers})`,
      holders(row('unit_id'), role),
    );
  return sql`${only(filling, ownHead)}
    union ${only(sql`${filling} and not exists (${ownHead})`, holders(row('unit_id'), 'UNIT_HEAD'))}
    union ${only(sql`${filling} and w.id is not null`, sql`select ${row('substitute_id')}`)}
    union ${only(sql`${row('state')} = 'SUBMITTED'`, managers)}
    union ${above('LEAD_AGENCY', sql`${row('unit_id')} = ${row('authority_id')}`)}
    union ${above('ISO_HEAD', sql`${row('unit_id')} <> ${row('authority_id')}`)}`;
}

reads.define(Inspection, {
  fields: {
    isOverdue: { sql: (row, { today }) => isLateRow(row, today) },
    isMine: { sql: (row, { viewer, today }) => isMine(row, viewer, today) },
    viewerCan: { needs: ['state', 'kind', 'unit.id', 'authority.id', 'substitute.id', 'submittedBy.id'] },
    period: { needs: ['periodKey'] },
    waitsFor: {
      many: () => Person,
      on: (row, person, ctx) => sql`${person('id')} = any(array(${waitsFor(row, ctx)}))`,
      orderBy: (person) => vietnamese(person('full_name')),
    },
  },
});

const ofState = (state: 'PUBLISHED' | 'DRAFT') => ({
  one: () => TemplateVersion,
  on: (template: Row, version: Row) =>
    sql`${version('template_id')} = ${template('id')} and ${version('state')} = ${state}`,
});

reads.define(InspectionTemplate, {
  fields: {
    current: ofState('PUBLISHED'),
    draft: ofState('DRAFT'),
    viewerCan: { needs: ['owner.id', 'owner.isAuthority'] },
  },
});
reads.define(TemplateVersion, {
  fields: {
    viewerCan: { needs: ['state', 'template.owner.id', 'template.owner.isAuthority'] },
    questionCount: {
      sql: (row) => sql`select count(*)::int from inspection_question q where q.template_version_id = ${row('id')}`,
    },
  },
});
reads.define(InspectionSchedule, {
  fields: {
    units: {
      many: () => Unit,
      on: (schedule, unit) => sql`${unit('id')} = any(${schedule('unit_ids')})`,
      orderBy: (unit) => sql`${unit('path')}`,
    },
    unitCount: { sql: (row) => sql`cardinality(${row('unit_ids')})` },
    isRunning: { sql: (row, { today }) => sql`${row('ends_on')} is null or ${row('ends_on')} > ${today}` },
    viewerCan: { needs: ['owner.id', 'owner.isAuthority', 'endsOn'] },
  },
});
