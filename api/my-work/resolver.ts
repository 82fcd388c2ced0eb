import { Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { Allows, type Context } from '../access/index.js';
import { Day, Instant } from '../platform/graphql/scalars.js';
import { owedBy } from './queries.js';

/** One thing the signed-in person owes. */
@ObjectType({ simpleResolvers: true })
export class OwedWork {
  @Field(() => String, { description: 'Room and event, such as `nonconformity.respond`.' }) kind!: string;
  @Field(() => String) subjectType!: string;
  @Field(() => ID, { description: 'The record to open.' }) subjectId!: string;
  @Field(() => String) title!: string;
  @Field(() => String, { nullable: true, description: 'The unit it concerns.' }) place!: string | null;
  @Field(() => Day, { nullable: true }) dueOn!: string | null;
  @Field(() => Instant, { description: "Since when it is this person's turn." }) since!: Date;
}

@Resolver()
export class MyWorkResolver {
  @Allows('myWork.read')
  @Query(() => [OwedWork], { description: 'Everything the signed-in person owes, from all rooms, by due date.' })
  myWork(@Ctx() ctx: Context): Promise<OwedWork[]> {
    return owedBy(ctx);
  }
}
