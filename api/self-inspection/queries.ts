import { sql } from 'kysely';
import { ArgsType, Field, ID, registerEnumType } from 'type-graphql';
import { isTheOne, type ReadContext } from '../access/index.js';
import { holdsWord, unitNameHolds, searchWords } from '../organization/index.js';
import { PageArgs } from '../platform/graphql/connection.js';
import { Text } from '../platform/graphql/validation.js';
import type { ColumnOf, RowOf, Sort, Sql } from '../platform/reads/index.js';
import type { Inspection } from './inspection.js';
import { inspectionAccess } from './policy.js';
import type { InspectionState } from './rules/index.js';
import { InspectionStates } from './states.js';

/** Orders of the list. */
export const InspectionOrder = {
  /** Those that changed last come first. */
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
  @Text(1, 20)
  @Field(() => String, { nullable: true })
  period?: string | null;
  /** Submitted late, or not submitted and past its due day. */
  @Field(() => Boolean, { nullable: true })
  late?: boolean | null;
  /** Those that the viewer fills in, as head of the unit or as substitute. */
  @Field(() => Boolean, { nullable: true })
  mine?: boolean | null;
  /** Those submitted that wait for my decision. */
  @Field(() => Boolean, { nullable: true }) toDecide?: boolean | null;
  /** With a failed critical question. */
  @Field(() => Boolean, { nullable: true }) failedCritical?: boolean | null;
  /** Words of unit, authority or template, with or without diacritics. */
  @Text(0, 200)
  @Field(() => String, { nullable: true })
  search?: string | null;
  @Field(() => InspectionOrder, { defaultValue: InspectionOrder.NEWEST }) order!: InspectionOrder;
}

/** Row condition: the viewer fills in this form, in any state. */
export const isMine = (row: RowOf<Inspection>, ctx: ReadContext): Sql =>
  inspectionAccess.viewerPlays('FILLER', row, ctx);

/** Row condition: the form is submitted and waits for this viewer. */
export const awaits = (row: RowOf<Inspection>, ctx: ReadContext): Sql =>
  sql`(${row('state')} = 'SUBMITTED' and ${inspectionAccess.viewerPlays('DECIDER', row, ctx)})`;

/** Submitted late, or still to be submitted and past its due day. */
export const isLateRow = (row: RowOf<Inspection>, today: string): Sql =>
  sql`(${row('is_late')} or (${row('state')} in ('DUE', 'IN_PROGRESS', 'MISSED') and ${row('due_on')} < ${today}))`;

/** The conditions of the list. */
export const inspectionsWhere =
  (args: InspectionsArgs, ctx: ReadContext) =>
  (row: RowOf<Inspection>): Sql[] => [
    ...(args.unitId ? [isTheOne(row('unit_id'), args.unitId)] : []),
    ...(args.authorityId ? [isTheOne(row('authority_id'), args.authorityId)] : []),
    ...(args.templateId ? [isTheOne(row('template_id'), args.templateId)] : []),
    ...(args.states ? [sql`${row('state')} = any(${args.states}::text[])`] : []),
    ...(args.period ? [sql`${row('period_key')} = ${args.period}`] : []),
    ...(typeof args.late === 'boolean' ? [sql`${isLateRow(row, ctx.today)} = ${args.late}`] : []),
    ...(args.mine ? [isMine(row, ctx)] : []),
    ...(args.toDecide ? [awaits(row, ctx)] : []),
    ...(args.failedCritical ? [sql`${row('failed_critical')} <> '{}'`] : []),
    ...(args.search ? [searched(row, args.search)] : []),
  ];

function searched(row: RowOf<Inspection>, text: string): Sql {
  const each = searchWords(text).map(
    (word) => sql`(
      ${unitNameHolds(row('unit_id'), word, 'authority')}
      or ${row('template_id')} in (
        select t.id
        from inspection_template t
        where ${holdsWord(sql`fold(t.title)`, word)}))`,
  );
  return sql.join([sql`true`, ...each], sql` and `);
}

/** Scores as whole numbers, to compare cursors with; forms without a score stand last either way. */
const scored = (row: RowOf<Inspection>, missing: number): Sql =>
  sql`round(coalesce(${row('score')}, ${missing}::float8) * 1000000)::int`;

const sorts: Record<InspectionOrder, Sort<ColumnOf<Inspection>>> = {
  NEWEST: { by: (row) => row('state_since'), type: 'timestamptz', direction: 'desc' },
  DUE_FIRST: { by: (row) => row('due_on'), type: 'date' },
  DUE_LAST: { by: (row) => row('due_on'), type: 'date', direction: 'desc' },
  SCORE_LOW_FIRST: { by: (row) => scored(row, 2), type: 'integer' },
  SCORE_HIGH_FIRST: { by: (row) => scored(row, -1), type: 'integer', direction: 'desc' },
};

/** Those on which something happened last, or by due day or score. */
export const inspectionSort = (order: InspectionOrder): Sort<ColumnOf<Inspection>> => sorts[order];
