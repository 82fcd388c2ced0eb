import { Collection, type Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, OneToMany, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Nonconformity } from '../nonconformities/index.js';
import { Person, Unit } from '../organization/index.js';
import { Day, Instant } from '../platform/graphql/scalars.js';
import type { InspectionState, ItemStatus } from './rules/index.js';
import { InspectionSchedule } from './schedule.js';
import { InspectionStates } from './states.js';
import { InspectionQuestion, InspectionTemplate, TemplateVersion } from './template.js';

/** What has become of a question: rules/form-engine.ts. */
export const AnswerStatus = {
  NOT_SHOWN: 'NOT_SHOWN',
  UNANSWERED: 'UNANSWERED',
  INVALID: 'INVALID',
  NOT_APPLICABLE: 'NOT_APPLICABLE',
  GOOD: 'GOOD',
  BAD: 'BAD',
} as const satisfies Record<ItemStatus, ItemStatus>;
registerEnumType(AnswerStatus, { name: 'AnswerStatus' });

/** Why there is this inspection. EXTRA and TRAINING are begun by hand; TRAINING counts nowhere. */
export const InspectionKind = { SCHEDULED: 'SCHEDULED', EXTRA: 'EXTRA', TRAINING: 'TRAINING' } as const;
export type InspectionKind = (typeof InspectionKind)[keyof typeof InspectionKind];
registerEnumType(InspectionKind, { name: 'InspectionKind' });

/** The chosen answer where it is no number: Đạt, Chưa đạt, Không áp dụng. */
export const AnswerChoice = { YES: 'YES', NO: 'NO', NA: 'NA' } as const;
export type AnswerChoice = (typeof AnswerChoice)[keyof typeof AnswerChoice];
registerEnumType(AnswerChoice, { name: 'AnswerChoice' });

/** The score of one group of questions, as it was at the submission. */
@ObjectType({ simpleResolvers: true })
export class GroupScore {
  @Field(() => String) group!: string;
  @Field(() => String) title!: string;
  /** From 0 to 1; null where nothing applied. */
  @Field(() => Float, { nullable: true }) score!: number | null;
}

/** A self-inspection of one unit in one period (phiếu tự kiểm tra). */
@ObjectType({ simpleResolvers: true })
@Entity()
@Unique({ properties: ['unit', 'template', 'periodKey'] })
@Index({ properties: ['state', 'lateUntil'] })
@Index({ properties: ['dueOn', 'id'] })
@Index({ properties: ['stateSince', 'id'] })
@Index({ properties: ['authority', 'state'] })
@Index({ properties: ['template', 'periodKey'] })
@Index({ properties: ['schedule', 'periodStart'] })
export class Inspection {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => InspectionKind) @Property({ type: 'text' }) kind!: InspectionKind;
  @Field(() => Unit) @ManyToOne({ entity: () => Unit, ref: true, deleteRule: 'restrict' }) unit!: Ref<Unit>;
  @Field(() => Unit) @ManyToOne({ entity: () => Unit, ref: true, deleteRule: 'restrict' }) authority!: Ref<Unit>;
  @Field(() => InspectionSchedule, { nullable: true })
  @ManyToOne({ entity: () => InspectionSchedule, ref: true, nullable: true, deleteRule: 'restrict', index: true })
  schedule?: Ref<InspectionSchedule> | null;
  @Field(() => InspectionTemplate)
  @ManyToOne({ entity: () => InspectionTemplate, ref: true, deleteRule: 'restrict' })
  template!: Ref<InspectionTemplate>;
  /** The version it was opened with; it keeps it. */
  @Field(() => TemplateVersion)
  @ManyToOne({ entity: () => TemplateVersion, ref: true, deleteRule: 'restrict', index: true })
  templateVersion!: Ref<TemplateVersion>;
  /** 2026-W47, 2026-11, 2026-Q4, 2026; the day of one that is begun by hand. */
  @Field(() => String) @Property({ type: 'text' }) periodKey!: string;
  @Field(() => Day) @Property({ type: 'date' }) periodStart!: string;
  @Field(() => Day) @Property({ type: 'date' }) periodEnd!: string;
  @Field(() => Day) @Property({ type: 'date' }) dueOn!: string;
  @Field(() => Day) @Property({ type: 'date' }) lateUntil!: string;
  @Field(() => InspectionStates) @Property({ type: 'text' }) state!: InspectionState;
  /** When the state last changed: whose turn it is since then. */
  @Field(() => Instant) @Property({ type: 'timestamptz', length: 3 }) stateSince!: Date;
  /** For whom it waits: those whose turn it is. */
  @Field(() => [Person]) readonly waitsFor!: Person[];
  /** Who may fill it in for the head of the unit. */
  @Field(() => Person, { nullable: true })
  @ManyToOne({ entity: () => Person, ref: true, nullable: true, deleteRule: 'restrict', index: true })
  substitute?: Ref<Person> | null;
  @Field(() => Instant, { nullable: true })
  @Property({ type: 'timestamptz', length: 3, nullable: true })
  begunAt?: Date | null;
  /** How many questions are shown, and how many of them are answered. */
  @Field(() => Int) @Property({ type: 'integer', default: 0 }) shown!: number;
  @Field(() => Int) @Property({ type: 'integer', default: 0 }) answered!: number;
  /** How often answers were kept: each time gives the form a new version, so that nobody signs what he or she has not seen. */
  @Property({ type: 'integer', default: 0 }) saves!: number;
  /** What the unit wants to add. */
  @Field(() => String, { nullable: true })
  @Property({ type: 'text', nullable: true })
  note?: string | null;
  /** When the note was written, by the device that wrote it. */
  @Property({ type: 'timestamptz', length: 3, nullable: true }) noteAt?: Date | null;

  @Field(() => Person, { nullable: true })
  @ManyToOne({ entity: () => Person, ref: true, nullable: true, deleteRule: 'restrict' })
  submittedBy?: Ref<Person> | null;
  @Field(() => Instant, { nullable: true })
  @Property({ type: 'timestamptz', length: 3, nullable: true })
  submittedAt?: Date | null;
  /** First submitted after the due day. */
  @Field(() => Boolean)
  @Property({ type: 'boolean', default: false })
  isLate!: boolean;
  /** From 0 to 1, at the last submission. */
  @Field(() => Float, { nullable: true })
  @Property({ type: 'double', nullable: true })
  score?: number | null;
  @Field(() => [GroupScore]) @Property({ type: 'json' }) groupScores!: GroupScore[];
  /** Codes of the questions that were not met at the last submission; the critical ones again apart. */
  @Field(() => [String]) @Property({ type: 'text[]' }) failed!: string[];
  @Field(() => [String]) @Property({ type: 'text[]' }) failedCritical!: string[];

  /** Who accepted, returned or excused it last, and why. */
  @Field(() => Person, { nullable: true })
  @ManyToOne({ entity: () => Person, ref: true, nullable: true, deleteRule: 'restrict' })
  decidedBy?: Ref<Person> | null;
  @Field(() => Instant, { nullable: true })
  @Property({ type: 'timestamptz', length: 3, nullable: true })
  decidedAt?: Date | null;
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) reason?: string | null;
  @Field(() => Int) @Property({ type: 'integer', version: true }) version!: number;

  @Field(() => [InspectionAnswer])
  @OneToMany({ entity: () => InspectionAnswer, mappedBy: 'inspection', orderBy: { questionCode: 'asc' } })
  answers = new Collection<InspectionAnswer>(this);
}

/** What was answered to one question. Devices write it apart; the newest answer to a question holds. */
@ObjectType({ simpleResolvers: true })
@Entity()
@Unique({ properties: ['inspection', 'question'] })
export class InspectionAnswer {
  /** Made by the device that answered first. */
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => Inspection)
  @ManyToOne({ entity: () => Inspection, ref: true, deleteRule: 'cascade' })
  inspection!: Ref<Inspection>;
  @Field(() => InspectionQuestion)
  @ManyToOne({ entity: () => InspectionQuestion, ref: true, deleteRule: 'restrict', index: true })
  question!: Ref<InspectionQuestion>;
  @Field(() => String) @Property({ type: 'text' }) questionCode!: string;
  @Field(() => AnswerChoice, { nullable: true })
  @Property({ type: 'text', nullable: true })
  choice?: AnswerChoice | null;
  /** The number, or how many of the sample were good. */
  @Field(() => Float, { nullable: true })
  @Property({ type: 'double', nullable: true })
  number?: number | null;
  @Field(() => Int, { nullable: true }) @Property({ type: 'integer', nullable: true }) sample?: number | null;
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) note?: string | null;
  /** Codes of the dossiers that were looked at. */
  @Field(() => [String])
  @Property({ type: 'text[]' })
  dossiers!: string[];
  @Field(() => [ID]) @Property({ type: 'array', columnType: 'uuid[]' }) attachmentIds!: string[];
  /** When it was given, by the clock of the device, never later than its arrival. */
  @Field(() => Instant) @Property({ type: 'timestamptz', length: 3 }) answeredAt!: Date;
  @Field(() => Person) @ManyToOne({ entity: () => Person, ref: true, deleteRule: 'restrict' }) answeredBy!: Ref<Person>;
  /** Judged by the form engine when it was last saved or submitted. */
  @Field(() => AnswerStatus) @Property({ type: 'text' }) status!: ItemStatus;
  /** From 0 to 1; null where it does not count. */
  @Field(() => Float, { nullable: true })
  @Property({ type: 'double', nullable: true })
  value?: number | null;
  /** Why it was returned, until the form is submitted again. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) returnReason?: string | null;
  /** The nonconformity that was made out of it. */
  @Field(() => Nonconformity, { nullable: true })
  @ManyToOne({ entity: () => Nonconformity, ref: true, nullable: true, deleteRule: 'restrict', index: true })
  nonconformity?: Ref<Nonconformity> | null;
}
