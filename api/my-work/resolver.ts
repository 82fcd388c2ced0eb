import { Ctx, Query, Resolver } from 'type-graphql';
import { Allows, type Context } from '../access/index.js';
import { MyTask } from './my-task.js';
import { tasksOf } from './queries.js';

@Resolver()
export class MyWorkResolver {
  /** All tasks of the signed-in person, from all modules, by due date. */
  @Allows('myWork.read')
  @Query(() => [MyTask])
  myWork(@Ctx() ctx: Context): Promise<MyTask[]> {
    return tasksOf(ctx);
  }
}
