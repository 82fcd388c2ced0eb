import { workingCalendar } from '../organization/index.js';
import { sql } from 'kysely';
import { ArgsType, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { isId, isTheOne, readContext, reads, refuseNotFound, withinReach, type Context } from '../access/index.js';
import { Day } from '../platform/graphql/scalars.js';
import { Max, Min } from '../platform/graphql/validation.js';
import { alias, type Sql } from '../platform/reads/index.js';
import { addDays, type LocalDate } from '../rules/calendar.js';
import { Inspection } from './inspection.js';
import { lastPeriods, nextPeriod, type Frequency, type InspectionState, type Period } from './rules/index.js';
import { InspectionStates } from './states.js';
import { InspectionTemplate } from './template.js';
import { insiders, outsiders, seesInspection } from './visibility.js';

const range = { vi: 'Chọn từ 1 đến 30 kỳ.', en: 'Choose 1 to 30 periods.' };

/** What the overview is asked for. */
@ArgsType()
export class OverviewArgs {
  /** The template whose forms are compared. */
  @Field(() => ID) templateId!: string;
  /** Only this authority and its offices. */
  @Field(() => ID, { nullable: true }) authorityId?: string | null;
  /** Only the authorities themselves, not their offices. */
  @Field(() => Boolean, { defaultValue: false })
  authoritiesOnly!: boolean;
  /** So many periods, the last one included. */
  @Min(1, range)
  @Max(30, range)
  @Field(() => Int, { defaultValue: 12 })
  periods!: number;
  /** The last period is that of this day; the current one when left out. */
  @Field(() => Day, { nullable: true })
  until?: string | null;
}

/** A column of the overview. */
@ObjectType({ simpleResolvers: true })
export class OverviewPeriod {
  /** Such as 2026-W47, 2026-11, 2026-Q4 or 2026. */
  @Field(() => String) key!: string;
  /** First day of the period. */
  @Field(() => Day) start!: string;
  /** Last day of the period. */
  @Field(() => Day) end!: string;
}

/** The form of one unit in one period. It has a score after it was submitted. */
@ObjectType({ simpleResolvers: true })
export class OverviewCell {
  /** Key of the period, as in `OverviewPeriod.key`. */
  @Field(() => String) period!: string;
  /** Null if the viewer may not open the form yet. */
  @Field(() => ID, { nullable: true })
  inspectionId!: string | null;
  @Field(() => InspectionStates) state!: InspectionState;
  /** From 0 to 1; null until it is submitted. */
  @Field(() => Float, { nullable: true }) score!: number | null;
  /** First submitted after the due day. */
  @Field(() => Boolean) isLate!: boolean;
  /** How many questions were not met at the last submission. */
  @Field(() => Int) failed!: number;
  /** How many of these are critical. */
  @Field(() => Int) failedCritical!: number;
}

/** A row of the overview; it has a cell for each period with a form. */
@ObjectType({ simpleResolvers: true })
export class OverviewRow {
  /** The unit that inspects itself. */
  @Field(() => ID) unitId!: string;
  /** Its name. */
  @Field(() => String) unitName!: string;
  /** The authority it belongs to. */
  @Field(() => ID) authorityId!: string;
  /** Name of the authority. */
  @Field(() => String) authorityName!: string;
  /** Mean score of the forms submitted in these periods. */
  @Field(() => Float, { nullable: true }) mean!: number | null;
  /** Its forms, the earliest period first. */
  @Field(() => [OverviewCell]) cells!: OverviewCell[];
}

/** Units down, periods across. */
@ObjectType({ simpleResolvers: true })
export class InspectionOverview {
  /** The columns, the earliest first. */
  @Field(() => [OverviewPeriod]) periods!: OverviewPeriod[];
  /** The units, each with its cells. */
  @Field(() => [OverviewRow]) rows!: OverviewRow[];
  /** The `until` that gives as many periods before these; null if there is no older form. */
  @Field(() => Day, { nullable: true })
  older!: string | null;
  /** The `until` that gives as many periods after these; null if the current one is among them. */
  @Field(() => Day, { nullable: true })
  newer!: string | null;
}

/**
 * The overview of a template: the state of every form within the viewer's reach, and the score of
 * those submitted. Training runs are left out. Two statements.
 * @throws Refusal NOT_FOUND for a template that the viewer does not see
 */
export async function inspectionOverview(ctx: Context, args: OverviewArgs): Promise<InspectionOverview> {
  const read = readContext(ctx);
  const { frequency, firstStart } = await spanOf(ctx, args.templateId);
  const until = args.until && args.until < ctx.today ? args.until : ctx.today;
  const shown = lastPeriods(frequency, until, args.periods, workingCalendar);
  const periods = shown.map(({ key, start, end }) => ({ key, start, end }));
  const row = alias(Inspection, 'i');
  const where: Sql[] = [
    sql`i.template_id = ${args.templateId}`,
    sql`i.kind = 'SCHEDULED'`,
    sql`i.period_key = any(${periods.map(({ key }) => key)}::text[])`,
    withinReach(read.viewer, [...insiders, ...outsiders], row('unit_id'), row('authority_id')),
    ...(args.authorityId ? [isTheOne(row('authority_id'), args.authorityId)] : []),
    ...(args.authoritiesOnly ? [sql`i.unit_id = i.authority_id`] : []),
  ];
  const { rows } = await sql<OverviewRow>`
    with rated as (
      select i.unit_id,
        avg(i.score) filter (where i.state in ('SUBMITTED', 'ACCEPTED')) as mean,
        json_agg(
          json_build_object(
            'period', i.period_key,
            'inspectionId', case when ${seesInspection(row, read)} then i.id end,
            'state', i.state,
            'score', case when i.state in ('SUBMITTED', 'RETURNED', 'ACCEPTED') then i.score end,
            'isLate', i.is_late,
            'failed', cardinality(i.failed),
            'failedCritical', cardinality(i.failed_critical))
          order by i.period_start) as cells
      from inspection i
      where ${sql.join(where, sql` and `)}
      group by i.unit_id)
    select u.id as "unitId", u.name as "unitName", u.authority_id as "authorityId", u.authority_name as "authorityName",
      rated.mean, rated.cells
    from rated
    join place u on u.id = rated.unit_id
    order by u.authority_position, u.authority_id, not u.is_authority, u.position`.execute(ctx.em.getKysely());
  return { periods, rows, older: olderThan(shown, firstStart), newer: newerThan(shown, ctx.today) };
}

const olderThan = ([first]: Period[], firstStart: LocalDate | null): LocalDate | null =>
  firstStart && firstStart < first!.start ? addDays(first!.start, -1) : null;

function newerThan(shown: Period[], today: LocalDate): LocalDate | null {
  const last = shown.at(-1)!;
  if (last.end >= today) return null;
  const { start } = shown.reduce((period) => nextPeriod(period, workingCalendar), last);
  return start < today ? start : today;
}

/**
 * How often the template is filled in, and when its first period began; keys of one frequency sort by time, and there
 * is an index on them.
 */
async function spanOf(
  ctx: Context,
  templateId: string,
): Promise<{ frequency: Frequency; firstStart: LocalDate | null }> {
  if (!isId(templateId)) refuseNotFound();
  const row = alias(InspectionTemplate, 't');
  const { rows } = await sql<{ frequency: Frequency; firstStart: LocalDate | null }>`
    select t.frequency,
      (
        select i.period_start::text
        from inspection i
        where i.template_id = t.id and i.kind = 'SCHEDULED'
        order by i.period_key
        limit 1) as "firstStart"
    from inspection_template t
    where t.id = ${templateId}
      and ${reads.visible(InspectionTemplate, row, readContext(ctx))}`.execute(ctx.em.getKysely());
  return rows[0] ?? refuseNotFound();
}
