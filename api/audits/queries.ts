import { IsOptional } from 'class-validator';
import { sql } from 'kysely';
import { ArgsType, Field, ID, registerEnumType } from 'type-graphql';
import { isTheOne, reads, type ReadContext } from '../access/index.js';
import { Attachment } from '../attachments/index.js';
import { Nonconformity } from '../nonconformities/index.js';
import { holdsWord, matches, vietnamese, words } from '../organization/index.js';
import { PageArgs } from '../platform/graphql/connection.js';
import { Text } from '../platform/graphql/validation.js';
import type { Row, Sort, Sql } from '../platform/reads/index.js';
import { Clause } from '../standards/index.js';
import { Signature } from '../trail/index.js';
import { Audit, AuditProcedure, emptyReport, TeamMember } from './audit.js';
import { CheckItem } from './check-item.js';
import { ConflictDeclaration, TeamReplacement } from './conflict-declaration.js';
import { Finding } from './finding.js';
import { RoundKind } from './kinds.js';
import { isUnfinishedLine } from './line-conditions.js';
import { Programme } from './programme.js';
import { RoundPlan } from './round-plan.js';
import { Round } from './round.js';
import { openConflictsOf } from './open-conflicts.js';
import { auditWaitsFor, findingWaitsFor, programmeWaitsFor, roundWaitsFor } from './waits-for.js';
import {
  auditsSide,
  auditVisible,
  checkItemVisible,
  declarationVisible,
  findingVisible,
  isOpenConflict,
  programmeVisible,
  amendmentVisible,
  reportVisible,
  roundVisible,
} from './visibility.js';
import type { AuditState, RoundState } from './rules/index.js';
import { AuditStates, RoundStates } from './states.js';

/** What `viewerCan` of an audit is worked out from. */
const auditPlace = [
  'state',
  'unit.id',
  'authority.id',
  'round.kind',
  'round.leadAgency.id',
  'members.person.id',
  'members.part',
];
const signaturesOf = (type: string) => ({
  many: () => Signature,
  on: (row: Row, signature: Row) =>
    sql`${signature('subject_type')} = ${type} and ${signature('subject_id')} = ${row('id')}`,
  orderBy: (signature: Row) => signature('at'),
});
/** Attachments by a query for their ids; which of them the viewer may see is the attachments' own matter. */
const filesOf = (ids: (row: Row) => Sql) => ({
  many: () => Attachment,
  on: (row: Row, file: Row) => sql`${file('id')} = any(array(${ids(row)}))`,
  orderBy: (file: Row) => sql`${file('uploaded_at')}, ${file('id')}`,
});
const newestDeclaration = (row: Row) => sql`${row('declared_at')} desc, ${row('id')}`;
const lines = (audit: Row, ctx: ReadContext, condition: Sql) => {
  const item: Row = (column) => sql.ref(`ci.${column}`);
  return sql`(select count(*)::int from check_item ci where ci.audit_id = ${audit('id')} and ${condition} and ${checkItemVisible(item, ctx)})`;
};

/** The clause that the procedure of a line serves: the first in the audit's scope, else the first, in the set of the round. */
const clauseOfProcedure = (row: Row) => sql`(select sc.id
  from document sd join audit sa on sa.id = ${row('audit_id')} join round sr on sr.id = sa.round_id join clause_set ss on ss.id = sr.clause_set_id and ss.code = sd.clause_set_code
    cross join unnest(sd.clauses) with ordinality served(number, at)
    join clause sc on sc.set_id = ss.id and sc.is_leaf and sc.is_auditable and (sc.number = served.number or sc.number like served.number || '.%')
  where sd.id = ${row('procedure_id')}
  order by exists (select 1 from unnest(sa.scope_clauses) scope where sc.number = scope or sc.number like scope || '.%') desc, served.at, sc.number limit 1)`;

/** Heads of the offices of the authority, and its ISO head for the committee, as the agenda names them. */
const representatives = (
  audit: Row,
  { today }: ReadContext,
) => sql`select coalesce(json_agg(json_build_object('unitKind', spoken.kind, 'name', rp.full_name, 'unitName', ru.name) order by ru.position, rp.full_name), '[]')
  from (select case when o.id = ${audit('authority_id')} then 'PEOPLES_COMMITTEE' else o.office_kind end as kind, o.id as unit_id, g.person_id
      from unit o join role_grant g on g.unit_id = o.id and g.role = case when o.id = ${audit('authority_id')} then 'ISO_HEAD' else 'UNIT_HEAD' end
        and g.from_date <= ${today} and (g.to_date is null or g.to_date >= ${today})
      where o.id = ${audit('authority_id')} or (o.authority_id = ${audit('authority_id')} and o.office_kind is not null)) spoken
    join unit ru on ru.id = spoken.unit_id join person rp on rp.id = spoken.person_id`;

/** Says how the records of the module are read. */
export function defineReads(): void {
  reads.define(Programme, {
    visible: programmeVisible,
    fields: {
      viewerCan: { needs: ['state', 'leadAgency.id'] },
      signatures: signaturesOf('Programme'),
      waitsFor: programmeWaitsFor,
    },
  });
  reads.define(Round, {
    visible: roundVisible,
    restrictedFields: { amendment: amendmentVisible },
    fields: {
      viewerCan: { needs: ['state', 'kind', 'leadAgency.id', 'amendment'] },
      signatures: signaturesOf('Round'),
      waitsFor: roundWaitsFor,
      declarations: {
        many: () => ConflictDeclaration,
        on: (row, other) => sql`${other('audit_id')} in (select da.id from audit da where da.round_id = ${row('id')})`,
        orderBy: (other) => sql`case when ${isOpenConflict(other)} then 0 else 1 end, ${newestDeclaration(other)}`,
      },
      plans: {
        many: () => RoundPlan,
        on: (row, other) => sql`${other('round_id')} = ${row('id')}`,
        orderBy: (other) => sql`${other('plan_version')} desc`,
      },
      auditCount: {
        sql: (round) =>
          sql`select count(*)::int from audit c where c.round_id = ${round('id')} and c.state <> 'CANCELLED'`,
      },
      closedCount: {
        sql: (round) => sql`select count(*)::int from audit c where c.round_id = ${round('id')} and c.state = 'CLOSED'`,
      },
    },
  });
  reads.define(RoundPlan, {
    visible: (row, ctx) => {
      const round: Row = (column) => sql.ref(`vp.${column}`);
      return sql`exists (select 1 from round vp where vp.id = ${row('round_id')} and ${amendmentVisible(round, ctx)})`;
    },
  });
  reads.define(Audit, {
    visible: auditVisible,
    restrictedFields: { report: reportVisible, teamAgreement: auditsSide },
    fields: {
      viewerCan: { needs: [...auditPlace, 'dates', 'replacements.at', 'replacements.joined.id'] },
      replacements: {
        many: () => TeamReplacement,
        on: (row, other) => sql`${other('audit_id')} = ${row('id')}`,
        orderBy: (other) => sql`${other('at')} desc, ${other('id')}`,
      },
      declarations: {
        many: () => ConflictDeclaration,
        on: (row, other) => sql`${other('audit_id')} = ${row('id')}`,
        orderBy: newestDeclaration,
      },
      isTeam: { needs: ['members.person.id'] },
      report: {
        sql: (audit, ctx) =>
          sql`case when ${reportVisible(audit, ctx)} then ${audit('report')} else ${JSON.stringify(emptyReport())}::jsonb end`,
      },
      signatures: signaturesOf('Audit'),
      waitsFor: auditWaitsFor,
      openConflicts: { sql: openConflictsOf },
      representatives: { sql: (audit, ctx) => representatives(audit, ctx) },
      lineCount: { sql: (audit, ctx) => lines(audit, ctx, sql`true`) },
      openLineCount: {
        sql: (audit, ctx) =>
          lines(
            audit,
            ctx,
            isUnfinishedLine((column) => sql.ref(`ci.${column}`)),
          ),
      },
    },
  });
  reads.define(ConflictDeclaration, {
    visible: declarationVisible,
    fields: {
      viewerCan: { needs: ['withdrawnAt', ...auditPlace.map((path) => `audit.${path}`)] },
      isOpen: { sql: isOpenConflict },
      replacement: {
        one: () => TeamReplacement,
        on: (row, other) =>
          sql`${other('audit_id')} = ${row('audit_id')} and ${other('left_id')} = ${row('person_id')} and ${other('at')} >= ${row('declared_at')}`,
        orderBy: (other) => other('at'),
      },
    },
  });
  reads.define(TeamMember, {
    fields: {
      track: {
        sql: (row) => sql`coalesce(${row('track')}, case when ${row('position')} % 2 = 0 then 'A' else 'B' end)`,
      },
    },
  });
  reads.define(AuditProcedure, { fields: { documentId: { sql: (row) => row('document_id') } } });
  reads.define(CheckItem, {
    visible: checkItemVisible,
    fields: {
      procedureId: { sql: (row) => row('procedure_id') },
      suggestedClause: {
        one: () => Clause,
        on: (row, clause) => sql`${clause('id')} = coalesce(${row('clause_id')}, ${clauseOfProcedure(row)})`,
      },
      attachments: filesOf(
        (row) =>
          sql`select carried.attachment_id from check_item_attachment carried where carried.check_item_id = ${row('id')}`,
      ),
    },
  });
  reads.define(Finding, {
    visible: findingVisible,
    fields: {
      waitsFor: findingWaitsFor,
      viewerCan: { needs: ['state', 'author.id', ...auditPlace.map((path) => `audit.${path}`)] },
      procedureId: { sql: (row) => row('procedure_id') },
      attachments: filesOf(
        (row) => sql`select carried.attachment_id from check_item_attachment carried
        join finding_check_item link on link.check_item_id = carried.check_item_id where link.finding_id = ${row('id')}`,
      ),
      checkItemIds: {
        sql: (
          row,
          ctx,
        ) => sql`select coalesce(json_agg(ci.id order by ci.position), '[]') from check_item ci join finding_check_item link on link.check_item_id = ci.id
          where link.finding_id = ${row('id')} and ${checkItemVisible((column) => sql.ref(`ci.${column}`), ctx)}`,
      },
    },
  });
  reads.define(Nonconformity, {
    fields: {
      finding: { one: () => Finding, on: (row, finding) => sql`${finding('nonconformity_id')} = ${row('id')}` },
    },
  });
}

/** Filters of the list of rounds. */
@ArgsType()
export class RoundArgs extends PageArgs {
  @Field(() => RoundStates, { nullable: true }) state?: RoundState | null;
  @Field(() => RoundKind, { nullable: true }) kind?: RoundKind | null;
  @IsOptional()
  @Text(0, 200)
  @Field(() => String, { nullable: true, description: 'Words of number or title.' })
  search?: string | null;
}

export const roundWhere =
  ({ state, kind, search }: RoundArgs) =>
  (row: Row): Sql[] => [
    ...(state ? [sql`${row('state')} = ${state}`] : []),
    ...(kind ? [sql`${row('kind')} = ${kind}`] : []),
    ...(search ? matches(sql`fold(${row('number')} || ' ' || ${row('title')})`, search) : []),
  ];

export const newestRoundFirst: Sort = { by: (row) => row('from_date'), type: 'date', direction: 'desc' };

/** Ways to sort the list of audits. */
export const AuditOrder = {
  /** By the name of the auditee. */
  AUDITEE: 'AUDITEE',
  /** By the first day. */
  DAY: 'DAY',
} as const;
export type AuditOrder = (typeof AuditOrder)[keyof typeof AuditOrder];
registerEnumType(AuditOrder, { name: 'AuditOrder' });

/** Filters of the list of audits. */
@ArgsType()
export class AuditArgs extends PageArgs {
  /** Of this round. */
  @Field(() => ID, { nullable: true }) roundId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Of this auditee.' }) authorityId?: string | null;
  @Field(() => AuditStates, { nullable: true }) state?: AuditState | null;
  @Field(() => Boolean, { nullable: true, description: 'Only those in whose team the viewer is.' }) mine?:
    | boolean
    | null;
  @IsOptional()
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
  (row: Row): Sql[] => [
    ...(roundId ? [isTheOne(row('round_id'), roundId)] : []),
    ...(authorityId ? [isTheOne(row('authority_id'), authorityId)] : []),
    ...(state ? [sql`${row('state')} = ${state}`] : []),
    ...(mine
      ? [
          sql`exists (select 1 from team_member mine where mine.audit_id = ${row('id')} and mine.person_id = ${viewerId})`,
        ]
      : []),
    ...words(search ?? '').map(
      (word) =>
        sql`(${holdsWord(row('search'), word)} or ${row('unit_id')} in (select u.id from unit u where ${holdsWord(sql`u.search`, word)}))`,
    ),
  ];

/** The newest round first, in a round by number. */
const newestFirst: Sort = {
  by: (row) =>
    sql`(select r.from_date from round r where r.id = ${row('round_id')})::text || ' ' || (10000 - ${row('position')})::text`,
  type: 'text',
  direction: 'desc',
};

const auditSorts: Record<AuditOrder, Sort> = {
  AUDITEE: { by: (row) => vietnamese(sql`(select u.name from unit u where u.id = ${row('unit_id')})`), type: 'text' },
  DAY: { by: (row) => sql`coalesce(${row('dates')}[1], '')`, type: 'text' },
};

export const auditsSort = ({ order, descending }: AuditArgs): Sort =>
  order ? { ...auditSorts[order], direction: descending ? 'desc' : 'asc' } : newestFirst;
