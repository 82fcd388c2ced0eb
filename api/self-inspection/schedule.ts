import type { Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Unit } from '../organization/index.js';
import { Day } from '../platform/graphql/scalars.js';
import type { Frequency } from './rules/index.js';
import { InspectionFrequency, InspectionTemplate } from './template.js';

/** Which units fill in a template, how often, and when each form opens and is due (lịch tự kiểm tra). */
@ObjectType({ simpleResolvers: true })
@Entity()
export class InspectionSchedule {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  /** Who set it: an authority for itself, or the province for all below. */
  @Field(() => Unit)
  @ManyToOne({ entity: () => Unit, ref: true, deleteRule: 'restrict', index: true })
  owner!: Ref<Unit>;
  @Field(() => InspectionTemplate)
  @ManyToOne({ entity: () => InspectionTemplate, ref: true, deleteRule: 'restrict', index: true })
  template!: Ref<InspectionTemplate>;
  @Field(() => InspectionFrequency) @Property({ type: 'text' }) frequency!: Frequency;
  /** Units that inspect themselves by it. */
  @Index({ type: 'gin' })
  @Property({ type: 'array', columnType: 'uuid[]' })
  unitIds!: string[];
  /** Calendar days after the first day of the period. */
  @Field(() => Int)
  @Property({ type: 'integer' })
  opensAfterDays!: number;
  /** Working days after the last day of the period; 0 is its last working day. */
  @Field(() => Int)
  @Property({ type: 'integer' })
  dueAfterWorkingDays!: number;
  /** Working days after the due day on which a late form is still accepted. */
  @Field(() => Int)
  @Property({ type: 'integer' })
  lateAfterWorkingDays!: number;
  /** First day on which forms are opened. */
  @Field(() => Day) @Property({ type: 'date' }) startsOn!: string;
  /** Last day on which forms are opened; null if no end is set. */
  @Field(() => Day, { nullable: true }) @Property({ type: 'date', nullable: true }) endsOn?: string | null;
  @Field(() => Int) @Property({ type: 'integer', version: true }) version!: number;
}
