import { Collection, type Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, OneToMany, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Document } from '../documents/index.js';
import { Person, Unit } from '../organization/index.js';
import { Instant } from '../platform/graphql/scalars.js';
import { Clause } from '../standards/index.js';
import type { AnswerType, EvidenceKind, Frequency, TemplateVersionState } from './rules/index.js';
import { TemplateVersionStates } from './states.js';

/** How often a unit inspects itself. */
export const InspectionFrequency = {
  /** Once a week. */
  WEEKLY: 'WEEKLY',
  /** Once a month. */
  MONTHLY: 'MONTHLY',
  /** Once a quarter. */
  QUARTERLY: 'QUARTERLY',
  /** Once a year. */
  YEARLY: 'YEARLY',
} as const satisfies Record<Frequency, Frequency>;
registerEnumType(InspectionFrequency, { name: 'InspectionFrequency' });

/** How a question is answered. */
export const QuestionAnswerType = {
  /** Met or not met. */
  YES_NO: 'YES_NO',
  /** How many of a sample are good. */
  COUNT_OF_SAMPLE: 'COUNT_OF_SAMPLE',
  /** A number that is held against a bound. */
  NUMBER: 'NUMBER',
} as const satisfies Record<AnswerType, AnswerType>;
registerEnumType(QuestionAnswerType, { name: 'QuestionAnswerType' });

/** What must come with an answer. */
export const QuestionEvidence = {
  /** Nothing. */
  NONE: 'NONE',
  /** A note. */
  NOTE: 'NOTE',
  /** A photo. */
  PHOTO: 'PHOTO',
  /** The codes of the dossiers that were checked. */
  DOSSIER: 'DOSSIER',
} as const satisfies Record<EvidenceKind, EvidenceKind>;
registerEnumType(QuestionEvidence, { name: 'QuestionEvidence' });

/**
 * A template of self-inspection (mẫu phiếu tự kiểm tra). Its owner is an authority, or a unit above
 * the authorities (the province), whose templates all authorities below share.
 */
// docs/decisions/005-shared-inspection-templates.md says why.
@ObjectType({ simpleResolvers: true })
@Entity()
@Unique({ properties: ['owner', 'code'] })
export class InspectionTemplate {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  /** Who manages it: an authority, or a unit above the authorities for all below. */
  @Field(() => Unit) @ManyToOne({ entity: () => Unit, ref: true, deleteRule: 'restrict' }) owner!: Ref<Unit>;
  /** Unique with its owner, such as WEEKLY. */
  @Field(() => String) @Property({ type: 'text' }) code!: string;
  @Field(() => String) @Property({ type: 'text' }) title!: string;
  @Field(() => String) @Property({ type: 'text' }) titleEn!: string;
  @Field(() => InspectionFrequency) @Property({ type: 'text' }) frequency!: Frequency;
  /** Minutes it takes to fill in. */
  @Field(() => Int) @Property({ type: 'integer' }) minutes!: number;
  @Field(() => Int) @Property({ type: 'integer', version: true }) version!: number;

  /** Newest first. */
  @Field(() => [TemplateVersion])
  @OneToMany({ entity: () => TemplateVersion, mappedBy: 'template', orderBy: { number: 'desc' } })
  versions = new Collection<TemplateVersion>(this);
}

/**
 * A version of a template. A published version never changes. A template has at most one draft and one
 * published version.
 */
@ObjectType({ simpleResolvers: true })
@Entity({ tableName: 'inspection_template_version' })
@Unique({ properties: ['template', 'number'] })
export class TemplateVersion {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => InspectionTemplate)
  @ManyToOne({ entity: () => InspectionTemplate, ref: true, deleteRule: 'restrict' })
  template!: Ref<InspectionTemplate>;
  /** 1, 2, 3 … */
  @Field(() => Int) @Property({ type: 'integer' }) number!: number;
  @Field(() => TemplateVersionStates) @Property({ type: 'text' }) state!: TemplateVersionState;
  /** Who published it. */
  @Field(() => Person, { nullable: true })
  @ManyToOne({ entity: () => Person, ref: true, nullable: true, deleteRule: 'restrict' })
  publishedBy?: Ref<Person> | null;
  /** When it was published. */
  @Field(() => Instant, { nullable: true })
  @Property({ type: 'timestamptz', length: 3, nullable: true })
  publishedAt?: Date | null;
  /** When the next version replaced it, or it was retired. */
  @Field(() => Instant, { nullable: true })
  @Property({ type: 'timestamptz', length: 3, nullable: true })
  retiredAt?: Date | null;
  /** When the state last changed. */
  @Field(() => Instant) @Property({ type: 'timestamptz', length: 3 }) stateSince!: Date;
  @Field(() => Int) @Property({ type: 'integer', version: true }) version!: number;

  /** Its questions, in order. */
  @Field(() => [InspectionQuestion])
  @OneToMany({
    entity: () => InspectionQuestion,
    mappedBy: 'templateVersion',
    orderBy: { position: 'asc' },
    orphanRemoval: true,
  })
  questions = new Collection<InspectionQuestion>(this);
}

/** A question of a template version. */
// What the codes mean: rules/questions.ts.
@ObjectType({ simpleResolvers: true })
@Entity()
@Unique({ properties: ['templateVersion', 'code'] })
@Index({ properties: ['clause'] })
export class InspectionQuestion {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => TemplateVersion)
  @ManyToOne({ entity: () => TemplateVersion, ref: true, deleteRule: 'cascade' })
  templateVersion!: Ref<TemplateVersion>;
  /** Place in the form, from 0. */
  @Field(() => Int) @Property({ type: 'integer' }) position!: number;
  /** Unique in the version, such as C01. */
  @Field(() => String) @Property({ type: 'text' }) code!: string;
  /** Code of its group of questions, such as C. */
  @Field(() => String) @Property({ type: 'text' }) groupCode!: string;
  /** Title of that group. */
  @Field(() => String) @Property({ type: 'text' }) groupTitle!: string;
  /** A statement that is met or not. */
  @Field(() => String) @Property({ type: 'text' }) text!: string;
  /** The same in English. */
  @Field(() => String) @Property({ type: 'text' }) textEn!: string;
  @Field(() => QuestionAnswerType) @Property({ type: 'text' }) answerType!: AnswerType;
  /** `YES`; `5/5` (needed of the sample); `>=98` or `<=0`. */
  @Field(() => String) @Property({ type: 'text' }) goodAnswer!: string;
  /** How much it counts in the score, from 1 to 3. */
  @Field(() => Float) @Property({ type: 'double' }) weight!: number;
  /** A failed critical question is listed separately. */
  @Field(() => Boolean) @Property({ type: 'boolean' }) critical!: boolean;
  /** The clause it is about. */
  @Field(() => Clause, { nullable: true })
  @ManyToOne({ entity: () => Clause, ref: true, nullable: true, deleteRule: 'restrict' })
  clause?: Ref<Clause> | null;
  /** The controlled document it asks about, if it is about one. */
  @Field(() => Document, { nullable: true })
  @ManyToOne({ entity: () => Document, ref: true, nullable: true, deleteRule: 'restrict', index: true })
  procedure?: Ref<Document> | null;
  /** What must come with the answer. */
  @Field(() => QuestionEvidence) @Property({ type: 'text' }) evidence!: EvidenceKind;
  /** What to check and what to note. */
  @Field(() => String, { nullable: true })
  @Property({ type: 'text', nullable: true })
  hint?: string | null;
  /** CODE op VALUE on an earlier question; null: always shown. */
  @Field(() => String, { nullable: true })
  @Property({ type: 'text', nullable: true })
  shownWhen?: string | null;
  /** Legal or other basis. */
  @Field(() => String, { nullable: true })
  @Property({ type: 'text', nullable: true })
  basis?: string | null;
}
