import { sql } from 'kysely';
import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { isId, isTheOne, readContext, reads, type Context, type ReadContext } from '../access/index.js';
import { documentsWithCode, namesOfDocuments } from '../documents/index.js';
import { matches, unitsWithin, vietnamese } from '../organization/index.js';
import { PageArgs } from '../platform/graphql/connection.js';
import { Day } from '../platform/graphql/scalars.js';
import { Text } from '../platform/graphql/validation.js';
import { alias, type ColumnOf, type RowOf, type Sort, type Sql } from '../platform/reads/index.js';
import { clausesMeant } from '../standards/index.js';
import { addDays, startOfDay } from '../rules/calendar.js';
import { nonconformityAccess } from './policy.js';
import { CauseCategory, Nonconformity, NonconformitySource, Severity } from './nonconformity.js';
import { nonconformityLifecycle, type NonconformityState } from './rules/index.js';
import { NonconformityStates } from './states.js';

/** What the register can be sorted by. */
export const NonconformitySort = {
  /** By the moment of issue. */
  ISSUED: 'ISSUED',
  /** By the day on which the next step is due. */
  DUE: 'DUE',
  /** By number. */
  NUMBER: 'NUMBER',
} as const;
export type NonconformitySort = (typeof NonconformitySort)[keyof typeof NonconformitySort];
registerEnumType(NonconformitySort, { name: 'NonconformitySort' });

/** The filter of the register; every criterion that is given must hold. */
@InputType()
export class NonconformityFilter {
  /** Words of number, gap or evidence, with or without diacritics. */
  @Text(0, 200)
  @Field(() => String, { nullable: true })
  search?: string | null;
  /** That unit and all below it. */
  @Field(() => ID, { nullable: true }) unitId?: string | null;
  /** Of units of this authority. */
  @Field(() => ID, { nullable: true }) authorityId?: string | null;
  /** In one of these states. */
  @Field(() => [NonconformityStates], { nullable: true }) states?: NonconformityState[] | null;
  /** True: only those that are not closed or withdrawn. */
  @Field(() => Boolean, { nullable: true }) open?: boolean | null;
  /** Of this severity. */
  @Field(() => Severity, { nullable: true }) severity?: Severity | null;
  /** From one of these sources. */
  @Field(() => [NonconformitySource], { nullable: true }) sources?: NonconformitySource[] | null;
  /** This clause, its sub-clauses, and the clauses to which they are mapped in other sets. */
  @Field(() => ID, { nullable: true })
  clauseId?: string | null;
  /** The document of the procedure. */
  @Field(() => ID, { nullable: true }) procedureId?: string | null;
  /** The code of the procedure, in any authority. */
  @Text(0, 100)
  @Field(() => String, { nullable: true })
  procedureCode?: string | null;
  /** Of the root cause. */
  @Field(() => CauseCategory, { nullable: true })
  causeCategory?: CauseCategory | null;
  /** True: only those whose next step is late. */
  @Field(() => Boolean, { nullable: true }) overdue?: boolean | null;
  /** True: only those on which I must act now. */
  @Field(() => Boolean, { nullable: true }) mine?: boolean | null;
  /** First day of issue. */
  @Field(() => Day, { nullable: true }) issuedFrom?: string | null;
  /** Last day of issue. */
  @Field(() => Day, { nullable: true }) issuedTo?: string | null;
}

/** Page, filter and order of the register. */
@ArgsType()
export class NonconformitiesArgs extends PageArgs {
  @Field(() => NonconformityFilter, { nullable: true }) filter?: NonconformityFilter | null;
  @Field(() => NonconformitySort, { defaultValue: NonconformitySort.ISSUED }) sort!: NonconformitySort;
  /** Reversed order; newest first when left out. */
  @Field(() => Boolean, { nullable: true })
  descending?: boolean | null;
}

/** How many there are in one state. */
@ObjectType({ simpleResolvers: true })
export class NonconformityCount {
  @Field(() => NonconformityStates) state!: NonconformityState;
  /** How many there are. */
  @Field(() => Int) count!: number;
  /** Of these, how many are late. */
  @Field(() => Int) overdue!: number;
}

/** The criteria of a filter, as SQL conditions. */
export const nonconformitiesWhere =
  (filter: NonconformityFilter, ctx: ReadContext) =>
  (row: RowOf<Nonconformity>): Sql[] => [
    ...matches(row('search'), filter.search ?? ''),
    ...ifSet(filter.unitId, (id) =>
      isId(id) ? sql`${row('unit_id')} = any(${unitsWithin(sql`${id}::uuid`)})` : sql`false`,
    ),
    ...ifSet(filter.authorityId, (id) => isTheOne(row('authority_id'), id)),
    ...ifSet(filter.states, (states) => sql`${row('state')} = any(${states}::text[])`),
    ...ifSet(filter.open || null, () => sql`${row('state')} = any(${nonconformityLifecycle.open}::text[])`),
    ...ifSet(filter.severity, (severity) => sql`${row('severity')} = ${severity}`),
    ...ifSet(filter.sources, (sources) => sql`${row('source')} = any(${sources}::text[])`),
    ...ifSet(filter.clauseId, (id) => sql`${row('clause_id')} = any(${clausesMeant(id)})`),
    ...ifSet(filter.procedureId, (id) => isTheOne(row('procedure_id'), id)),
    ...ifSet(filter.procedureCode, (code) => sql`${row('procedure_id')} = any(array(${documentsWithCode(code)}))`),
    ...ifSet(filter.causeCategory, (category) => sql`${row('cause_category')} = ${category}`),
    ...ifSet(filter.overdue || null, () => sql`${row('due_on')} < ${ctx.today}`),
    ...ifSet(filter.mine || null, () => nonconformityAccess.waitsForViewer(row, ctx)),
    ...ifSet(filter.issuedFrom, (day) => sql`${row('issued_at')} >= ${startOfDay(day)}`),
    ...ifSet(filter.issuedTo, (day) => sql`${row('issued_at')} < ${startOfDay(addDays(day, 1))}`),
  ];

function ifSet<T>(value: T | null | undefined, condition: (value: T) => Sql): Sql[] {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
    ? []
    : [condition(value)];
}

/** The order of a page: newest first, soonest due first, by number. */
export function pageOrder({
  sort,
  descending,
}: Pick<NonconformitiesArgs, 'sort' | 'descending'>): Sort<ColumnOf<Nonconformity>> {
  if (sort === 'DUE')
    return {
      by: (row) => sql`coalesce(${row('due_on')}, 'infinity'::date)`,
      type: 'date',
      direction: descending ? 'desc' : 'asc',
    };
  if (sort === 'NUMBER')
    return {
      by: (row) => sql`${row('number')} collate "natural"`,
      type: 'text',
      direction: descending ? 'desc' : 'asc',
    };
  return { by: (row) => row('issued_at'), type: 'timestamptz', direction: descending === false ? 'asc' : 'desc' };
}

/** How many there are in each state, among those that the viewer sees and the filter matches, with one statement. */
export async function countByState(ctx: Context, filter: NonconformityFilter): Promise<NonconformityCount[]> {
  const read = readContext(ctx);
  const row = alias(Nonconformity, 'n');
  const conditions = [...nonconformitiesWhere(filter, read)(row), reads.visible(Nonconformity, row, read)];
  const { rows } = await sql<NonconformityCount>`
    select n.state, count(*)::int as count, (count(*) filter (where n.due_on < ${read.today}))::int as overdue
    from nonconformity n
    where ${sql.join(conditions, sql` and `)}
    group by n.state`.execute(ctx.em.getKysely());
  return rows;
}

/** A unit of which the viewer sees nonconformities. */
@ObjectType({ simpleResolvers: true })
export class NonconformityPlace {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  /** The authority of an office; null for an authority itself. */
  @Field(() => String, { nullable: true })
  authorityName!: string | null;
}

/** A procedure of which the viewer sees nonconformities: one for all authorities that have its code. */
@ObjectType({ simpleResolvers: true })
export class NonconformityProcedure {
  @Field(() => String) code!: string;
  @Field(() => String) title!: string;
}

/** What the register can be filtered by, as far as the viewer sees. */
@ObjectType({ simpleResolvers: true })
export class NonconformityChoices {
  /** Authorities by name, each with its offices after it. */
  @Field(() => [NonconformityPlace])
  places!: NonconformityPlace[];
  /** By code. */
  @Field(() => [NonconformityProcedure]) procedures!: NonconformityProcedure[];
}

/** The units and procedures of the nonconformities that the viewer sees, with one statement. */
export async function readChoices(ctx: Context): Promise<NonconformityChoices> {
  const read = readContext(ctx);
  const row = alias(Nonconformity, 'n');
  const { rows } = await sql<NonconformityChoices>`
    with seen as materialized (
      select n.authority_id, n.unit_id, n.procedure_id
      from nonconformity n
      where ${reads.visible(Nonconformity, row, read)}),
    units as (
      select unit_id as id from seen
      union
      select authority_id from seen)
    select
      (
        select coalesce(json_agg(
          json_build_object(
            'id', u.id,
            'name', u.name,
            'authorityName', case when not u.is_authority then u.authority_name end)
          order by
            ${vietnamese(sql`u.authority_name`)}, u.authority_id, not u.is_authority, ${vietnamese(sql`u.name`)}),
          '[]')
        from units
        join place u on u.id = units.id
        where u.authority_id is not null) as places,
      (
        select coalesce(json_agg(
          json_build_object('code', p.code, 'title', p.title)
          order by p.code collate "natural"),
          '[]')
        from (${namesOfDocuments(sql`select procedure_id from seen`)}) p) as procedures`.execute(ctx.em.getKysely());
  return rows[0]!;
}
