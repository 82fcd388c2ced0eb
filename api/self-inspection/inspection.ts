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

/** What has become of a question. */
// Set by rules/form-engine.ts.
export const AnswerStatus = {
  /** Left out, because of the answer to an earlier question. */
  NOT_SHOWN: 'NOT_SHOWN',
  /** Shown and not answered yet. */
  UNANSWERED: 'UNANSWERED',
  /** Answered, but the answer or its evidence does not fit the question. */
  INVALID: 'INVALID',
  /** Answered as not applicable: it does not count. */
  NOT_APPLICABLE: 'NOT_APPLICABLE',
  /** Answered, and met. */
  GOOD: 'GOOD',
  /** Answered, and not met. */
  BAD: 'BAD',
} as const satisfies Record<ItemStatus, ItemStatus>;
registerEnumType(AnswerStatus, { name: 'AnswerStatus' });

/** Why this inspection was opened. A person starts EXTRA and TRAINING; TRAINING does not count. */
export const InspectionKind = {
  /** Opened by a schedule. */
  SCHEDULED: 'SCHEDULED',
  /** Started by a person; it counts. */
  EXTRA: 'EXTRA',
  /** Started by a person to practise: it does not count and raises no nonconformity. */
  TRAINING: 'TRAINING',
} as const;
export type InspectionKind = (typeof InspectionKind)[keyof typeof InspectionKind];
registerEnumType(InspectionKind, { name: 'InspectionKind' });

/** The chosen answer where it is no number: Đạt, Chưa đạt, Không áp dụng. */
export const AnswerChoice = {
  /** Đạt: it is met. */
  YES: 'YES',
  /** Chưa đạt: it is not met. */
  NO: 'NO',
  /** Không áp dụng: it does not apply, and does not count. */
  NA: 'NA',
} as const;
export type AnswerChoice = (typeof AnswerChoice)[keyof typeof AnswerChoice];
registerEnumType(AnswerChoice, { name: 'AnswerChoice' });

/** The score of one group of questions, as it was at the submission. */
@ObjectType({ simpleResolvers: true })
export class GroupScore {
  /** Code of the group, such as C. */
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
  /** The authority the unit belongs to; itself where it is one. */
  @Field(() => Unit) @ManyToOne({ entity: () => Unit, ref: true, deleteRule: 'restrict' }) authority!: Ref<Unit>;
  /** The schedule that opened it; null if a person started it. */
  @Field(() => InspectionSchedule, { nullable: true })
  @ManyToOne({ entity: () => InspectionSchedule, ref: true, nullable: true, deleteRule: 'restrict', index: true })
  schedule?: Ref<InspectionSchedule> | null;
  @Field(() => InspectionTemplate)
  @ManyToOne({ entity: () => InspectionTemplate, ref: true, deleteRule: 'restrict' })
  template!: Ref<InspectionTemplate>;
  /** The version of the template with which it was opened; it never changes. */
  @Field(() => TemplateVersion)
  @ManyToOne({ entity: () => TemplateVersion, ref: true, deleteRule: 'restrict', index: true })
  templateVersion!: Ref<TemplateVersion>;
  /** 2026-W47, 2026-11, 2026-Q4 or 2026; the day, if a person started it. */
  @Field(() => String) @Property({ type: 'text' }) periodKey!: string;
  /** First day of the period. */
  @Field(() => Day) @Property({ type: 'date' }) periodStart!: string;
  /** Last day of the period. */
  @Field(() => Day) @Property({ type: 'date' }) periodEnd!: string;
  /** The day by which it must be submitted. */
  @Field(() => Day) @Property({ type: 'date' }) dueOn!: string;
  /** The last day on which a late form is accepted. */
  @Field(() => Day) @Property({ type: 'date' }) lateUntil!: string;
  @Field(() => InspectionStates) @Property({ type: 'text' }) state!: InspectionState;
  /** When the state last changed. */
  @Field(() => Instant) @Property({ type: 'timestamptz', length: 3 }) stateSince!: Date;
  /** The people who must act now. */
  @Field(() => [Person]) readonly waitsFor!: Person[];
  /** Who may fill it in for the head of the unit. */
  @Field(() => Person, { nullable: true })
  @ManyToOne({ entity: () => Person, ref: true, nullable: true, deleteRule: 'restrict', index: true })
  substitute?: Ref<Person> | null;
  /** When the first answer was saved or it was begun. */
  @Field(() => Instant, { nullable: true })
  @Property({ type: 'timestamptz', length: 3, nullable: true })
  begunAt?: Date | null;
  /** How many questions are shown, and how many of them are answered. */
  @Field(() => Int) @Property({ type: 'integer', default: 0 }) shown!: number;
  /** How many of the questions shown are answered. */
  @Field(() => Int) @Property({ type: 'integer', default: 0 }) answered!: number;
  /**
   * How often answers were saved. Each time gives the form a new version, so that nobody signs answers that he
   * or she has not seen.
   */
  @Property({ type: 'integer', default: 0 }) saves!: number;
  /** What the unit wants to add. */
  @Field(() => String, { nullable: true })
  @Property({ type: 'text', nullable: true })
  note?: string | null;
  /** When the note was written, by the device that wrote it. */
  @Property({ type: 'timestamptz', length: 3, nullable: true }) noteAt?: Date | null;

  /** Who signed the last submission. */
  @Field(() => Person, { nullable: true })
  @ManyToOne({ entity: () => Person, ref: true, nullable: true, deleteRule: 'restrict' })
  submittedBy?: Ref<Person> | null;
  /** When it was last submitted. */
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
  /** The score of each group of questions at the last submission. */
  @Field(() => [GroupScore]) @Property({ type: 'json' }) groupScores!: GroupScore[];
  /** Codes of the questions that were not met at the last submission, critical ones included. */
  @Field(() => [String]) @Property({ type: 'text[]' }) failed!: string[];
  /** Codes of the critical ones among the failed questions. */
  @Field(() => [String]) @Property({ type: 'text[]' }) failedCritical!: string[];

  /** Who accepted, returned or excused it last, and why. */
  @Field(() => Person, { nullable: true })
  @ManyToOne({ entity: () => Person, ref: true, nullable: true, deleteRule: 'restrict' })
  decidedBy?: Ref<Person> | null;
  /** When it was last accepted, returned or excused. */
  @Field(() => Instant, { nullable: true })
  @Property({ type: 'timestamptz', length: 3, nullable: true })
  decidedAt?: Date | null;
  /** Why it was last returned or excused. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) reason?: string | null;
  @Field(() => Int) @Property({ type: 'integer', version: true }) version!: number;

  /** What was answered so far, by the code of the question. */
  @Field(() => [InspectionAnswer])
  @OneToMany({ entity: () => InspectionAnswer, mappedBy: 'inspection', orderBy: { questionCode: 'asc' } })
  answers = new Collection<InspectionAnswer>(this);
}

/** The answer to one question. Several devices may send it; the newest answer to a question counts. */
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
  /** Code of the question in its version, such as C01. */
  @Field(() => String) @Property({ type: 'text' }) questionCode!: string;
  /** The choice; null where the answer is a number or open. */
  @Field(() => AnswerChoice, { nullable: true })
  @Property({ type: 'text', nullable: true })
  choice?: AnswerChoice | null;
  /** The number, or how many dossiers of the sample were good. */
  @Field(() => Float, { nullable: true })
  @Property({ type: 'double', nullable: true })
  number?: number | null;
  /** How many dossiers of a sample were checked, if the answer counts the good ones. */
  @Field(() => Int, { nullable: true }) @Property({ type: 'integer', nullable: true }) sample?: number | null;
  /** What was seen, in words. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) note?: string | null;
  /** Codes of the dossiers that were checked. */
  @Field(() => [String])
  @Property({ type: 'text[]' })
  dossiers!: string[];
  /** Uploads that come with the answer. */
  // Kept as attachments of the answer; `loadAnsweredForm` loads them.
  @Field(() => [ID]) @Property({ type: 'array', persist: false }) attachmentIds!: string[];
  /** When it was given, by the clock of the device, never later than its arrival. */
  @Field(() => Instant) @Property({ type: 'timestamptz', length: 3 }) answeredAt!: Date;
  /** Who gave the answer. */
  @Field(() => Person) @ManyToOne({ entity: () => Person, ref: true, deleteRule: 'restrict' }) answeredBy!: Ref<Person>;
  /** The result of the form engine when it was last saved or submitted. */
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
