import { Collection, type Ref } from '@mikro-orm/core';
import { Check, Entity, Index, ManyToOne, OneToMany, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Document } from '../../documents/index.js';
import { Person, Unit } from '../../organization/index.js';
import { SearchColumn } from '../../platform/database/search-column.js';
import { Day, Instant } from '../../platform/graphql/scalars.js';
import type { TeamAssignment } from '../rules/planning/index.js';
import { AuditLength, TeamPart } from './kinds.js';
import { Round } from './round.js';
import type { AuditState } from '../rules/planning/index.js';
import { AuditStates } from './states.js';

/** A line of the agenda (lịch đánh giá). */
@ObjectType({ simpleResolvers: true })
export class AgendaItem {
  /** One of the days of the audit. */
  @Field(() => Day) date!: string;
  /** Local time, HH:mm. */
  @Field(() => String) from!: string;
  /** Local time at which it ends, HH:mm. */
  @Field(() => String) to!: string;
  /** ALL, or A and B where the team splits in two. */
  @Field(() => String) track!: string;
  /** What is done: a meeting, a visit, a talk. */
  @Field(() => String) activity!: string;
  /** Office kind that is visited, PEOPLES_COMMITTEE or ANY. */
  @Field(() => String) unitKind!: string;
  /** Numbers of the clauses that are checked. */
  @Field(() => [String]) clauses!: string[];
}

/** The texts of the report (BM.QT.ISO.03.05); the figures are computed. */
@ObjectType({ simpleResolvers: true })
export class ReportTexts {
  /** 2 Tình hình thực hiện so với kế hoạch. */
  @Field(() => String) performance!: string;
  /** 5 Điểm mạnh. */
  @Field(() => String) strengths!: string;
  /** 7 Khuyến nghị, cơ hội cải tiến. */
  @Field(() => String) recommendations!: string;
  /** 8 Tình trạng hành động khắc phục kỳ trước. */
  @Field(() => String) previousActions!: string;
  /** 9 Kết luận về sự phù hợp và hiệu lực. */
  @Field(() => String) conclusion!: string;
}

/** A report of which nothing is written yet. */
export const emptyReport = (): ReportTexts => ({
  performance: '',
  strengths: '',
  recommendations: '',
  previousActions: '',
  conclusion: '',
});

/** The audit of one auditee (cuộc đánh giá). */
// States and who may do what: rules/planning/audit-lifecycle.ts.
@ObjectType({ simpleResolvers: true })
@Entity()
@Unique({ properties: ['round', 'unit'] })
@Unique({ properties: ['authority', 'number'], deferMode: 'deferred' })
@Index({ properties: ['authority', 'state'] })
export class Audit {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => Round) @ManyToOne({ entity: () => Round, ref: true, deleteRule: 'restrict' }) round!: Ref<Round>;
  /**
   * DG-2026-01-03, DGNB-2026-01-03 in an INTERNAL round; unique in the authority. (Checked at the end of a
   * transaction, because a change of the round renumbers its audits.)
   */
  @Field(() => String) @Property({ type: 'text' }) number!: string;
  @SearchColumn('fold(number)') search?: string;
  /** Place in the round, from 1. */
  @Field(() => Int) @Property({ type: 'integer' }) position!: number;
  /** The authority whose quality system is audited. */
  @Field(() => Unit) @ManyToOne({ entity: () => Unit, ref: true, deleteRule: 'restrict' }) authority!: Ref<Unit>;
  /** The auditee: the authority itself, or one office of it in an INTERNAL round. */
  @Field(() => Unit)
  @ManyToOne({ entity: () => Unit, ref: true, deleteRule: 'restrict', index: true })
  unit!: Ref<Unit>;
  @Field(() => AuditStates) @Property({ type: 'text' }) state!: AuditState;
  /** The days, in order; empty while they are not set. */
  @Field(() => [Day]) @Property({ type: 'text[]' }) dates!: string[];
  @Field(() => AuditLength) @Property({ type: 'text' }) length!: AuditLength;
  /** Local time of the opening meeting, HH:mm. */
  @Field(() => String) @Property({ type: 'text' }) startTime!: string;
  /** Numbers of the clauses in scope, in the set of the round; a group means all its leaves. */
  @Field(() => [String]) @Property({ type: 'text[]' }) scopeClauses!: string[];
  /** The agenda of its days, hour by hour; empty until it is made. */
  @Field(() => [AgendaItem]) @Property({ type: 'json' }) agenda!: AgendaItem[];
  /** Minutes of the opening meeting. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) openingMinutes?: string | null;
  /** What the team agreed before the closing meeting (R16). Not visible to the auditee. */
  @Field(() => String, { nullable: true })
  @Property({ type: 'text', nullable: true })
  teamAgreement?: string | null;
  /** Minutes of the closing meeting. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) closingMinutes?: string | null;
  /** Empty for the auditee until it is signed. */
  @Field(() => ReportTexts)
  @Property({ type: 'json' })
  report!: ReportTexts;
  /** When it was last announced to the auditee. */
  @Field(() => Instant, { nullable: true })
  @Property({ type: 'timestamptz', length: 3, nullable: true })
  announcedAt?: Date | null;
  /** When the opening meeting was held. */
  @Field(() => Instant, { nullable: true })
  @Property({ type: 'timestamptz', length: 3, nullable: true })
  openedAt?: Date | null;
  /** When the lead signed the report. */
  @Field(() => Instant, { nullable: true })
  @Property({ type: 'timestamptz', length: 3, nullable: true })
  reportedAt?: Date | null;
  /** When the auditee accepted the report. */
  @Field(() => Instant, { nullable: true })
  @Property({ type: 'timestamptz', length: 3, nullable: true })
  closedAt?: Date | null;
  /** Reason of the last objection, return, reopening or of the cancellation. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) reason?: string | null;
  /** When the state last changed. */
  @Field(() => Instant) @Property({ type: 'timestamptz', length: 3 }) stateSince!: Date;
  @Field(() => Int) @Property({ type: 'integer', version: true }) version!: number;

  /** Who put the team together last (R15). */
  @ManyToOne({ entity: () => Person, ref: true, nullable: true, deleteRule: 'restrict' })
  appointedBy?: Ref<Person> | null;

  /** The team, in its order. */
  @Field(() => [TeamMember])
  @OneToMany({ entity: () => TeamMember, mappedBy: 'audit', orderBy: { position: 'asc' }, orphanRemoval: true })
  members = new Collection<TeamMember>(this);

  /** The procedures in scope. */
  @Field(() => [AuditProcedure])
  @OneToMany({ entity: () => AuditProcedure, mappedBy: 'audit', orderBy: { code: 'asc' }, orphanRemoval: true })
  procedures = new Collection<AuditProcedure>(this);

  /** The people who must act now. */
  @Field(() => [Person]) readonly waitsFor!: Person[];
}

/** A person in the team of an audit. */
@ObjectType({ simpleResolvers: true })
@Entity()
@Unique({ properties: ['audit', 'person'] })
@Check({ name: 'team_member_track_known', expression: `track in ('A', 'B')` })
export class TeamMember {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne({ entity: () => Audit, ref: true, deleteRule: 'cascade' }) audit!: Ref<Audit>;
  @Field(() => Person)
  @ManyToOne({ entity: () => Person, ref: true, deleteRule: 'restrict', index: true })
  person!: Ref<Person>;
  @Field(() => TeamPart) @Property({ type: 'text' }) part!: TeamPart;
  /** Place in the team, from 0. */
  @Field(() => Int) @Property({ type: 'integer' }) position!: number;
  /** A or B, if the team splits: as the lead sets it, else alternating in the order of the team. */
  @Field(() => String) @Property({ type: 'text', nullable: true }) track?: string | null;
}

/** A procedure in the scope of an audit; code and title as they were when it was chosen. */
@ObjectType({ simpleResolvers: true })
@Entity()
@Unique({ properties: ['audit', 'document'] })
export class AuditProcedure {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne({ entity: () => Audit, ref: true, deleteRule: 'cascade' }) audit!: Ref<Audit>;
  @ManyToOne({ entity: () => Document, ref: true, deleteRule: 'restrict', index: true }) document!: Ref<Document>;
  /** Of the document, for links. */
  @Field(() => ID) documentId!: string;
  @Field(() => String) @Property({ type: 'text' }) code!: string;
  @Field(() => String) @Property({ type: 'text' }) title!: string;
}

/** The team of an audit, by ids, in order. */
export const assignmentsOf = ({ members }: Pick<Audit, 'members'>): TeamAssignment[] =>
  members.getItems().map(({ person, part }) => ({ personId: person.id, part }));
