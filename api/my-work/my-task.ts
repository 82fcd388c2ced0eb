import { Field, ID, ObjectType } from 'type-graphql';
import { Day, Instant } from '../platform/graphql/scalars.js';

/** A task of the signed-in person. */
@ObjectType({ simpleResolvers: true })
export class MyTask {
  /** Module and event, such as `nonconformity.respond`. */
  @Field(() => String) kind!: string;
  /** Type of the record to open, such as `Nonconformity`. */
  @Field(() => String) subjectType!: string;
  /** The record to open. */
  @Field(() => ID) subjectId!: string;
  @Field(() => String) title!: string;
  /** The unit it concerns. */
  @Field(() => String, { nullable: true }) place!: string | null;
  /** The day by which it must be done; null where none is set. */
  @Field(() => Day, { nullable: true }) dueOn!: string | null;
  /** Since when the person has this task. */
  @Field(() => Instant) since!: Date;
}
