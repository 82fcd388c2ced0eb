import type { Ref } from '@mikro-orm/core';
import { Check, Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Person } from '../organization/index.js';
import { Instant } from '../platform/graphql/scalars.js';
import { CorrectiveAction } from './corrective-action.js';

/** How far an action has come, as its owner said at a moment (tiến độ). */
@ObjectType({ simpleResolvers: true })
@Entity()
@Index({ properties: ['action', 'at'] })
@Check({ name: 'action_progress_percent', expression: 'percent >= 0 and percent <= 100' })
export class ActionProgress {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne({ entity: () => CorrectiveAction, ref: true, deleteRule: 'cascade' }) action!: Ref<CorrectiveAction>;
  /** Who said it: the owner of the action. */
  @Field(() => Person) @ManyToOne({ entity: () => Person, ref: true, deleteRule: 'restrict' }) by!: Ref<Person>;
  /** When it was said. */
  @Field(() => Instant) @Property({ type: 'timestamptz', length: 3 }) at!: Date;
  /** How far it has come, what is in the way. */
  @Field(() => String) @Property({ type: 'text' }) note!: string;
  /** How much is done, 0 to 100, where the owner can say. */
  @Field(() => Int, { nullable: true })
  @Property({ type: 'integer', nullable: true })
  percent?: number | null;
}
