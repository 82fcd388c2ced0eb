import { sql } from 'kysely';
import { ArgsType, Field, ID, registerEnumType } from 'type-graphql';
import { isTheOne } from '../../access/index.js';
import { holdsWord, matches, unitName, unitNameHolds, vietnamese, words } from '../../organization/index.js';
import { PageArgs } from '../../platform/graphql/connection.js';
import { IsIn, say, Text } from '../../platform/graphql/validation.js';
import type { ColumnOf, RowOf, Sort, Sql } from '../../platform/reads/index.js';
import { auditLifecycle, roundLifecycle } from '../rules/planning/index.js';
import type { Audit } from './audit.js';
import { RoundKind } from './kinds.js';
import type { Round } from './round.js';

/** Filters of the list of rounds. */
@ArgsType()
export class RoundArgs extends PageArgs {
  @IsIn([...roundLifecycle.states], say('Trạng thái không hợp lệ.', 'There is no such state.'))
  @Field(() => String, { nullable: true })
  state?: string | null;
  @Field(() => RoundKind, { nullable: true }) kind?: RoundKind | null;
  @Text(0, 200)
  @Field(() => String, { nullable: true, description: 'Words of number or title.' })
  search?: string | null;
}

export const roundWhere =
  ({ state, kind, search }: RoundArgs) =>
  (row: RowOf<Round>): Sql[] => [
    ...(state ? [sql`${row('state')} = ${state}`] : []),
    ...(kind ? [sql`${row('kind')} = ${kind}`] : []),
    ...(search ? matches(sql`fold(${row('number')} || ' ' || ${row('title')})`, search) : []),
  ];

export const newestRoundFirst: Sort<ColumnOf<Round>> = {
  by: (row) => row('from_date'),
  type: 'date',
  direction: 'desc',
};

/** Ways to sort the list of audits. */
export const AuditOrder = { AUDITEE: 'AUDITEE', DAY: 'DAY' } as const;

export type AuditOrder = (typeof AuditOrder)[keyof typeof AuditOrder];

registerEnumType(AuditOrder, { name: 'AuditOrder' });

/** Filters of the list of audits. */
@ArgsType()
export class AuditArgs extends PageArgs {
  @Field(() => ID, { nullable: true }) roundId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Of this auditee.' }) authorityId?: string | null;
  @IsIn([...auditLifecycle.states], say('Trạng thái không hợp lệ.', 'There is no such state.'))
  @Field(() => String, { nullable: true })
  state?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Only those in whose team the viewer is.' }) mine?:
    | boolean
    | null;
  @Text(0, 200)
  @Field(() => String, { nullable: true, description: 'Words of the number or the auditee.' })
  search?: string | null;
  @Field(() => AuditOrder, {
    nullable: true,
    description: 'Without it the newest round comes first, in a round by number.',
  })
  order?: AuditOrder | null;
  @Field(() => Boolean, { nullable: true, description: 'From Z to A, the latest day first.' }) descending?:
    | boolean
    | null;
}

export const auditWhere =
  ({ roundId, authorityId, state, mine, search }: AuditArgs, viewerId: string) =>
  (row: RowOf<Audit>): Sql[] => [
    ...(roundId ? [isTheOne(row('round_id'), roundId)] : []),
    ...(authorityId ? [isTheOne(row('authority_id'), authorityId)] : []),
    ...(state ? [sql`${row('state')} = ${state}`] : []),
    ...(mine
      ? [
          sql`exists (
            select 1
            from team_member mine
            where mine.audit_id = ${row('id')} and mine.person_id = ${viewerId})`,
        ]
      : []),
    ...words(search ?? '').map(
      (word) => sql`(${holdsWord(row('search'), word)} or ${unitNameHolds(row('unit_id'), word)})`,
    ),
  ];

/** The newest round first, in a round by number. */
const newestFirst: Sort<ColumnOf<Audit>> = {
  by: (row) => sql`
    (select r.from_date from round r where r.id = ${row('round_id')})::text
    || ' ' || (10000 - ${row('position')})::text`,
  type: 'text',
  direction: 'desc',
};

const auditSorts: Record<AuditOrder, Sort<ColumnOf<Audit>>> = {
  AUDITEE: { by: (row) => vietnamese(unitName(row('unit_id'))), type: 'text' },
  DAY: { by: (row) => sql`coalesce(${row('dates')}[1], '')`, type: 'text' },
};

export const auditsSort = ({ order, descending }: AuditArgs): Sort<ColumnOf<Audit>> =>
  order ? { ...auditSorts[order], direction: descending ? 'desc' : 'asc' } : newestFirst;
