import { Field, ID, ObjectType } from 'type-graphql';
import { Day, Instant } from '../platform/graphql/scalars.js';

/** One thing the signed-in person owes. */
@ObjectType({ simpleResolvers: true })
export class MyTask {
  @Field(() => String, { description: 'Module and event, such as `nonconformity.respond`.' }) kind!: string;
  @Field(() => String) subjectType!: string;
  @Field(() => ID, { description: 'The record to open.' }) subjectId!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { nullable: true, description: 'The unit it concerns.' }) place!: string | null;
  @Field(() => Day, { nullable: true }) dueOn!: string | null;
  @Field(() => Instant, { description: "Since when it is this person's turn." }) since!: Date;
}
