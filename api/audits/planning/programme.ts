import { Collection, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, OneToMany, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Person, Unit } from '../../organization/index.js';
import { Instant } from '../../platform/graphql/scalars.js';
import { Round } from './round.js';
import type { ProgrammeState } from '../rules/planning/index.js';
import { ProgrammeStates } from './states.js';

/** The audit programme of a year (chương trình đánh giá năm, BM.QT.ISO.03.01). A revision makes the next edition. */
@ObjectType({ simpleResolvers: true })
@Entity()
@Unique({ properties: ['leadAgency', 'year'] })
export class Programme {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => Int) @Property({ type: 'integer' }) year!: number;
  /** The authority that arranges the audits. */
  @Field(() => Unit) @ManyToOne({ entity: () => Unit, ref: true, deleteRule: 'restrict' }) leadAgency!: Ref<Unit>;
  @Field(() => String) @Property({ type: 'text' }) title!: string;
  /** Mục đích. */
  @Field(() => String) @Property({ type: 'text' }) purpose!: string;
  /** Phạm vi, trọng tâm and the reasons for them (ISO 9001:2015, 9.2.2 a). */
  @Field(() => String) @Property({ type: 'text' }) scope!: string;
  @Field(() => ProgrammeStates) @Property({ type: 'text' }) state!: ProgrammeState;
  /** 1 for the first approved text, plus one with every revision. */
  @Field(() => Int) @Property({ type: 'integer' }) edition!: number;
  /** When the edition was signed. */
  @Field(() => Instant, { nullable: true })
  @Property({ type: 'timestamptz', length: 3, nullable: true })
  approvedAt?: Date | null;
  /** Why it was last revised. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) reason?: string | null;
  /** When the state last changed. */
  @Field(() => Instant) @Property({ type: 'timestamptz', length: 3 }) stateSince!: Date;
  @Field(() => Int) @Property({ type: 'integer', version: true }) version!: number;

  /** The people who must act now. */
  @Field(() => [Person]) readonly waitsFor!: Person[];

  /** The rounds of the year that belong to it. */
  @Field(() => [Round])
  @OneToMany({ entity: () => Round, mappedBy: 'programme', orderBy: { from: 'asc' } })
  rounds = new Collection<Round>(this);
}
