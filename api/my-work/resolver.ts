import { Ctx, Query, Resolver } from 'type-graphql';
import { Allows, type Context } from '../access/index.js';
import { OwedWork } from './owed-work.js';
import { owedBy } from './queries.js';

@Resolver()
export class MyWorkResolver {
  @Allows('myWork.read')
  @Query(() => [OwedWork], { description: 'Everything the signed-in person owes, from all rooms, by due date.' })
  myWork(@Ctx() ctx: Context): Promise<OwedWork[]> {
    return owedBy(ctx);
  }
}
