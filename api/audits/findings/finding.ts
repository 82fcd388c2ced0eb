import { Collection, type Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToMany, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Attachment } from '../../attachments/index.js';
import { Document } from '../../documents/index.js';
import { Nonconformity } from '../../nonconformities/index.js';
import { Person, Unit } from '../../organization/index.js';
import { Day, Instant } from '../../platform/graphql/scalars.js';
import { Clause } from '../../standards/index.js';
import { CheckItem } from '../fieldwork/check-item.js';
import { FindingCategory } from '../fieldwork/kinds.js';
import { Audit } from '../planning/audit.js';
import type { FindingState } from '../rules/findings/index.js';
import { FindingStates } from './states.js';

/** A finding of an audit (phát hiện đánh giá). */
// States and who may do what: rules/findings/finding-lifecycle.ts.
@ObjectType({ simpleResolvers: true })
@Entity()
@Unique({ properties: ['audit', 'position'] })
@Index({ properties: ['state', 'answerDueOn'] })
export class Finding {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => Audit) @ManyToOne({ entity: () => Audit, ref: true, deleteRule: 'restrict' }) audit!: Ref<Audit>;
  /** Number in the audit, from 1. */
  @Field(() => Int) @Property({ type: 'integer' }) position!: number;
  /** The lines it came from. */
  @ManyToMany({
    entity: () => CheckItem,
    pivotTable: 'finding_check_item',
    joinColumn: 'finding_id',
    inverseJoinColumn: 'check_item_id',
  })
  checkItems = new Collection<CheckItem>(this);

  /** Ids of the lines it came from, for those who may see them. */
  @Field(() => [ID]) checkItemIds!: string[];
  /** Photos and papers of those lines, for those who may see the lines. */
  @Field(() => [Attachment])
  readonly attachments!: Attachment[];
  /** The people who must act now. */
  @Field(() => [Person]) readonly waitsFor!: Person[];
  /** How severe it is; null while that is not decided. */
  @Field(() => FindingCategory, { nullable: true })
  @Property({ type: 'text', nullable: true })
  category?: FindingCategory | null;
  @Field(() => Clause, { nullable: true })
  @ManyToOne({ entity: () => Clause, ref: true, nullable: true, deleteRule: 'restrict', index: true })
  clause?: Ref<Clause> | null;
  @ManyToOne({ entity: () => Document, ref: true, nullable: true, deleteRule: 'restrict', index: true })
  procedure?: Ref<Document> | null;
  /** Of the procedure, for links. */
  @Field(() => ID, { nullable: true }) procedureId?: string | null;
  /** Code of the procedure it is about. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) procedureCode?: string | null;
  /** Step of the procedure, such as B3. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) stepCode?: string | null;
  /** The office that must answer; the auditee itself where it concerns the whole of it. */
  @Field(() => Unit) @ManyToOne({ entity: () => Unit, ref: true, deleteRule: 'restrict' }) unit!: Ref<Unit>;
  /** The requirement: what should be (yêu cầu). */
  @Field(() => String) @Property({ type: 'text' }) requirement!: string;
  /** The evidence: what was seen (bằng chứng). */
  @Field(() => String) @Property({ type: 'text' }) evidence!: string;
  /** The gap: how evidence and requirement differ (sai lệch). */
  @Field(() => String) @Property({ type: 'text' }) gap!: string;
  /** The member of the team who wrote it. */
  @Field(() => Person)
  @ManyToOne({ entity: () => Person, ref: true, deleteRule: 'restrict', index: true })
  author!: Ref<Person>;
  /** The day on which it was seen. */
  @Field(() => Day) @Property({ type: 'date' }) detectedOn!: string;
  @Field(() => FindingStates) @Property({ type: 'text' }) state!: FindingState;
  /** Who agreed it for the team. */
  @Field(() => Person, { nullable: true })
  @ManyToOne({ entity: () => Person, ref: true, nullable: true, deleteRule: 'restrict' })
  agreedBy?: Ref<Person> | null;
  /** When it was agreed. */
  @Field(() => Instant, { nullable: true })
  @Property({ type: 'timestamptz', length: 3, nullable: true })
  agreedAt?: Date | null;
  /** When it was shown to the auditee. */
  @Field(() => Instant, { nullable: true })
  @Property({ type: 'timestamptz', length: 3, nullable: true })
  shownAt?: Date | null;
  /** The last day on which the auditee answers; silence after it counts as acknowledged. */
  @Field(() => Day, { nullable: true }) @Property({ type: 'date', nullable: true }) answerDueOn?: string | null;
  /** What the auditee said: a remark, or why it does not agree. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) answer?: string | null;
  /** Who answered for the auditee; null where nobody did in time. */
  @Field(() => Person, { nullable: true })
  @ManyToOne({ entity: () => Person, ref: true, nullable: true, deleteRule: 'restrict' })
  answeredBy?: Ref<Person> | null;
  /** When the auditee answered. */
  @Field(() => Instant, { nullable: true })
  @Property({ type: 'timestamptz', length: 3, nullable: true })
  answeredAt?: Date | null;
  /** Acknowledged because nobody answered in time. */
  @Field(() => Boolean)
  @Property({ type: 'boolean' })
  bySilence!: boolean;
  /** Upheld by the lead against the auditee's view. */
  @Field(() => Boolean)
  @Property({ type: 'boolean' })
  upheld!: boolean;
  /** Why the lead sent it back, upheld or dropped it. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) reason?: string | null;
  /** The nonconformity that was issued for it (MINOR and MAJOR). */
  @Field(() => Nonconformity, { nullable: true })
  @ManyToOne({ entity: () => Nonconformity, ref: true, nullable: true, deleteRule: 'restrict', unique: true })
  nonconformity?: Ref<Nonconformity> | null;
  /** When the state last changed. */
  @Field(() => Instant) @Property({ type: 'timestamptz', length: 3 }) stateSince!: Date;
  @Field(() => Int) @Property({ type: 'integer', version: true }) version!: number;
}
