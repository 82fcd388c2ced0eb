import { Collection, type Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, OneToMany, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Document, Revision } from '../documents/index.js';
import { Person, Unit } from '../organization/index.js';
import { SearchColumn } from '../platform/database/search-column.js';
import { Day, Instant } from '../platform/graphql/scalars.js';
import { Clause } from '../standards/index.js';
import { CorrectiveAction } from './corrective-action.js';
import type { NonconformityState } from './rules/index.js';
import { NonconformityStates } from './states.js';
import { Verification } from './verification.js';

/** Where a nonconformity came from. */
export const NonconformitySource = {
  /** An audit of this platform. */
  AUDIT: 'AUDIT',
  /** A failing answer of a self-inspection. */
  SELF_INSPECTION: 'SELF_INSPECTION',
  /** A complaint or other word of citizens. */
  FEEDBACK: 'FEEDBACK',
  /** A dossier of a citizen that went wrong. */
  DOSSIER: 'DOSSIER',
  /** An inspection or audit by a body from outside. */
  EXTERNAL_AUDIT: 'EXTERNAL_AUDIT',
  /** The management review (ISO 9001:2015, 9.3). */
  REVIEW: 'REVIEW',
  /** Something else; the reference says what. */
  OTHER: 'OTHER',
} as const;
export type NonconformitySource = (typeof NonconformitySource)[keyof typeof NonconformitySource];
registerEnumType(NonconformitySource, { name: 'NonconformitySource' });

/** How grave it is. */
export const Severity = {
  /** Không phù hợp nặng: the plan is due in 15 working days, and what was done is verified on site. */
  MAJOR: 'MAJOR',
  /** Không phù hợp nhẹ: the plan is due in 30 working days. */
  MINOR: 'MINOR',
} as const;
export type Severity = (typeof Severity)[keyof typeof Severity];
registerEnumType(Severity, { name: 'Severity' });

/** What kind of cause it is: the categories of the fishbone diagram (xương cá) that the paper form names. */
export const CauseCategory = {
  /** People: skill, knowledge, attention. */
  PEOPLE: 'PEOPLE',
  /** How the work is done, such as a step that is missing in the procedure. */
  METHOD: 'METHOD',
  /** What is worked with: papers, forms, data. */
  MATERIAL: 'MATERIAL',
  /** Equipment and software. */
  MACHINE: 'MACHINE',
  /** Surroundings: room, light, noise, queue. */
  ENVIRONMENT: 'ENVIRONMENT',
  /** Measuring and monitoring, such as a number that nobody counts. */
  MEASUREMENT: 'MEASUREMENT',
  /** Leading and organising the work, such as a task that was given to nobody. */
  MANAGEMENT: 'MANAGEMENT',
} as const;
export type CauseCategory = (typeof CauseCategory)[keyof typeof CauseCategory];
registerEnumType(CauseCategory, { name: 'CauseCategory' });

/** A nonconformity (sự không phù hợp) of a unit, from its issue to its closing (ISO 9001:2015, 10.2). */
@ObjectType({ simpleResolvers: true })
@Entity()
@Unique({ properties: ['authority', 'number'] })
@Index({ properties: ['authority', 'state'] })
@Index({ properties: ['state', 'issuedAt'] })
@Index({ properties: ['issuedAt', 'id'] })
export class Nonconformity {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  /** The authority the unit belongs to; itself where it is one. */
  @Field(() => Unit) @ManyToOne({ entity: () => Unit, ref: true, deleteRule: 'restrict' }) authority!: Ref<Unit>;
  /** The unit that must answer: an office, or the authority itself. */
  @Field(() => Unit)
  @ManyToOne({ entity: () => Unit, ref: true, deleteRule: 'restrict', index: true })
  unit!: Ref<Unit>;
  /** The authority that issued it: the lead agency for audits, the unit's own authority for own sources. */
  @Field(() => Unit) @ManyToOne({ entity: () => Unit, ref: true, deleteRule: 'restrict' }) issuer!: Ref<Unit>;
  /** KPH-2026-001: without gaps in an authority and year. */
  @Field(() => String) @Property({ type: 'text' }) number!: string;
  @Field(() => NonconformitySource) @Property({ type: 'text' }) source!: NonconformitySource;
  /** Its source (a finding, an answer of an inspection); each source raises one nonconformity at most. */
  @Field(() => ID, { nullable: true }) @Property({ type: 'uuid', nullable: true, index: true }) sourceId?:
    | string
    | null;
  /** The record to open to see where it came from: an audit, an inspection. */
  @Field(() => ID, { nullable: true }) @Property({ type: 'uuid', nullable: true }) sourceRecordId?: string | null;
  /** That record in words: its number, the code of a dossier, the number of a letter. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) sourceReference?: string | null;
  @Field(() => Severity) @Property({ type: 'text' }) severity!: Severity;
  @Field(() => NonconformityStates) @Property({ type: 'text' }) state!: NonconformityState;
  /** What should be (yêu cầu). */
  @Field(() => String) @Property({ type: 'text' }) requirement!: string;
  /** What was seen (bằng chứng). */
  @Field(() => String) @Property({ type: 'text' }) evidence!: string;
  /** How the two differ (sai lệch). */
  @Field(() => String) @Property({ type: 'text' }) gap!: string;
  /** The clause that is not met. */
  @Field(() => Clause, { nullable: true })
  @ManyToOne({ entity: () => Clause, ref: true, nullable: true, deleteRule: 'restrict', index: true })
  clause?: Ref<Clause> | null;
  /** The procedure it is about. */
  @Field(() => Document, { nullable: true })
  @ManyToOne({ entity: () => Document, ref: true, nullable: true, deleteRule: 'restrict', index: true })
  procedure?: Ref<Document> | null;
  /** The revision of the procedure that was in force then. */
  @Field(() => Revision, { nullable: true })
  @ManyToOne({ entity: () => Revision, ref: true, nullable: true, deleteRule: 'restrict' })
  procedureRevision?: Ref<Revision> | null;
  /** Step of the procedure, such as B3. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) stepCode?: string | null;
  /** The day on which it was seen. */
  @Field(() => Day) @Property({ type: 'date' }) detectedOn!: string;
  /** Who found it. */
  @Field(() => Person)
  @ManyToOne({ entity: () => Person, ref: true, deleteRule: 'restrict', index: true })
  detectedBy!: Ref<Person>;
  /** When it was issued; due dates count from then. */
  @Field(() => Instant) @Property({ type: 'timestamptz', length: 3 }) issuedAt!: Date;
  /** When the state last changed. */
  @Field(() => Instant) @Property({ type: 'timestamptz', length: 3 }) stateSince!: Date;

  /** The plan is due (15 or 30 working days). */
  @Field(() => Day)
  @Property({ type: 'date' })
  planDueOn!: string;
  /** All actions are due (two months from issue). */
  @Field(() => Day)
  @Property({ type: 'date' })
  actionsDueOn!: string;
  /** The day from which effectiveness can be evaluated; set with the verification. */
  @Field(() => Day, { nullable: true })
  @Property({ type: 'date', nullable: true })
  effectivenessDueOn?: string | null;
  /** The day by which the next step must be done, whoever has to do it; null when nothing is due any more. */
  @Field(() => Day, { nullable: true })
  @Property({ type: 'date', nullable: true, index: true })
  dueOn?: string | null;

  /** What was done at once (sự khắc phục). */
  @Field(() => String, { nullable: true })
  @Property({ type: 'text', nullable: true })
  correction?: string | null;
  /** Who did it. */
  @Field(() => Person, { nullable: true })
  @ManyToOne({ entity: () => Person, ref: true, nullable: true, deleteRule: 'restrict' })
  correctedBy?: Ref<Person> | null;
  /** The day by which it was done. */
  @Field(() => Day, { nullable: true })
  @Property({ type: 'date', nullable: true })
  correctedOn?: string | null;
  /** One to five answers to "why?"; the last is the root cause. */
  @Field(() => [String])
  @Property({ type: 'text[]' })
  whys!: string[];
  /** Of the root cause. */
  @Field(() => CauseCategory, { nullable: true })
  @Property({ type: 'text', nullable: true })
  causeCategory?: CauseCategory | null;
  /** Who answered for the unit. */
  @Field(() => Person, { nullable: true })
  @ManyToOne({ entity: () => Person, ref: true, nullable: true, deleteRule: 'restrict', index: true })
  responder?: Ref<Person> | null;
  /** When the unit last answered. */
  @Field(() => Instant, { nullable: true })
  @Property({ type: 'timestamptz', length: 3, nullable: true })
  respondedAt?: Date | null;
  /** Who approved the plan; not the responder. */
  @Field(() => Person, { nullable: true })
  @ManyToOne({ entity: () => Person, ref: true, nullable: true, deleteRule: 'restrict' })
  planApprover?: Ref<Person> | null;
  /** When the plan was approved. */
  @Field(() => Instant, { nullable: true })
  @Property({ type: 'timestamptz', length: 3, nullable: true })
  planApprovedAt?: Date | null;
  /** Who verified it; never an owner of one of the actions. */
  @Field(() => Person, { nullable: true })
  @ManyToOne({ entity: () => Person, ref: true, nullable: true, deleteRule: 'restrict' })
  verifier?: Ref<Person> | null;
  /** When what was done was verified. */
  @Field(() => Instant, { nullable: true })
  @Property({ type: 'timestamptz', length: 3, nullable: true })
  verifiedAt?: Date | null;
  /** Verified at the unit itself; a major one always is. */
  @Field(() => Boolean, { nullable: true }) @Property({ type: 'boolean', nullable: true }) verifiedOnSite?:
    | boolean
    | null;
  /** What was checked at the verification. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) verificationNote?: string | null;
  /** What was checked when effectiveness was evaluated, by whom and when. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) effectivenessNote?:
    | string
    | null;
  /** Who decided whether the actions were effective. */
  @Field(() => Person, { nullable: true })
  @ManyToOne({ entity: () => Person, ref: true, nullable: true, deleteRule: 'restrict' })
  effectJudge?: Ref<Person> | null;
  /** When this was decided. */
  @Field(() => Instant, { nullable: true })
  @Property({ type: 'timestamptz', length: 3, nullable: true })
  effectJudgedAt?: Date | null;
  /** Reason of the last return, dispute or withdrawal. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) reason?: string | null;
  /** When it was closed or withdrawn. */
  @Field(() => Instant, { nullable: true })
  @Property({ type: 'timestamptz', length: 3, nullable: true })
  closedAt?: Date | null;
  /** The earlier nonconformity whose actions were not effective; this one follows it. */
  @Field(() => Nonconformity, { nullable: true })
  @ManyToOne({ entity: () => Nonconformity, ref: true, nullable: true, deleteRule: 'restrict', index: true })
  followUpOf?: Ref<Nonconformity> | null;
  @Field(() => Int) @Property({ type: 'integer', version: true }) version!: number;
  @SearchColumn("fold(number || ' ' || gap || ' ' || evidence)") search?: string;

  /** The plan: actions that were dropped stay in it. */
  @Field(() => [CorrectiveAction])
  @OneToMany({
    entity: () => CorrectiveAction,
    mappedBy: 'nonconformity',
    orderBy: { position: 'asc' },
    orphanRemoval: true,
  })
  actions = new Collection<CorrectiveAction>(this);

  /** Every round of verification, the first one first. */
  @Field(() => [Verification])
  @OneToMany({ entity: () => Verification, mappedBy: 'nonconformity', orderBy: { at: 'asc' } })
  verifications = new Collection<Verification>(this);

  // Read by SQL (index.ts), never kept.
  /** The next step is late. */
  @Field(() => Boolean) readonly overdue!: boolean;
  /** The viewer must act now. */
  @Field(() => Boolean) readonly mine!: boolean;
  /** The people who must act now, or from the day on which it may be done: holders of roles, or owners of the open actions. */
  @Field(() => [Person])
  readonly waitsFor!: Person[];
  /** Nonconformities that were opened because the actions for this one were not effective. */
  @Field(() => [Nonconformity])
  readonly followUps!: Nonconformity[];
}
