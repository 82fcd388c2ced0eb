import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import { Allows, readContext, readOne, readPage, type Context } from '../access/index.js';
import { connectionOf, type ConnectionOf } from '../platform/graphql/connection.js';
import { Day } from '../platform/graphql/scalars.js';
import { CorrectiveAction } from './corrective-action.js';
import { Nonconformity } from './nonconformity.js';
import { latestDay } from './respond.js';
import {
  actionAccess,
  latestExtensionDay,
  nonconformityAccess,
  type ActionRecord,
  type NonconformityRecord,
} from './policy.js';
import {
  countByState,
  NonconformitiesArgs,
  nonconformitiesWhere,
  NonconformityChoices,
  NonconformityCount,
  NonconformityFilter,
  orderOf,
  readChoices,
} from './queries.js';

const NonconformityConnection = connectionOf(Nonconformity, 'Nonconformity');

@Resolver(() => Nonconformity)
export class NonconformityResolver {
  @Allows('nonconformity.read')
  @Query(() => NonconformityConnection)
  nonconformities(
    @Args(() => NonconformitiesArgs) args: NonconformitiesArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionOf<Nonconformity>> {
    return readPage(ctx, Nonconformity, info, args, {
      where: nonconformitiesWhere(args.filter ?? {}, readContext(ctx)),
      sort: orderOf(args),
    });
  }

  @Allows('nonconformity.read')
  @Query(() => [NonconformityCount], {
    description: 'How many there are in each state; states without any are left out.',
  })
  nonconformityCounts(
    @Arg('filter', () => NonconformityFilter, { nullable: true }) filter: NonconformityFilter | null,
    @Ctx() ctx: Context,
  ): Promise<NonconformityCount[]> {
    return countByState(ctx, filter ?? {});
  }

  @Allows('nonconformity.read')
  @Query(() => NonconformityChoices, {
    description: 'What the register can be filtered by, as far as the viewer sees.',
  })
  nonconformityChoices(@Ctx() ctx: Context): Promise<NonconformityChoices> {
    return readChoices(ctx);
  }

  @Allows('nonconformity.read')
  @Query(() => Nonconformity)
  nonconformity(
    @Arg('id', () => ID) id: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return readOne(ctx, Nonconformity, id, info);
  }

  @FieldResolver(() => Day, { description: 'The last day that an action planned today may be due.' })
  latestActionDay(@Root() root: NonconformityRecord & { actionsDueOn: string }, @Ctx() ctx: Context): string {
    return latestDay(root.actionsDueOn, root.actions, ctx.today);
  }

  @FieldResolver(() => Day, { description: 'The last day to which an action may be extended.' })
  latestExtensionDay(@Root() root: NonconformityRecord): string {
    return latestExtensionDay(root);
  }

  @FieldResolver(() => [String], { description: 'The events that the viewer may fire now.' })
  viewerCan(@Root() root: NonconformityRecord, @Ctx() ctx: Context): string[] {
    const { viewer, today } = readContext(ctx);
    return nonconformityAccess.eventsOf(viewer, root, today);
  }
}

@Resolver(() => CorrectiveAction)
export class CorrectiveActionResolver {
  @FieldResolver(() => [String], { description: 'The events that the viewer may fire now.' })
  viewerCan(@Root() root: ActionRecord & { nonconformity: NonconformityRecord }, @Ctx() ctx: Context): string[] {
    const { viewer, today } = readContext(ctx);
    return actionAccess.eventsOf(viewer, root, today);
  }
}
