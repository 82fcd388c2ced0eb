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
  pageOrder,
  readChoices,
} from './queries.js';
import type { ActionEvent, NonconformityEvent } from './rules/index.js';
import { ActionActs, NonconformityActs } from './states.js';

const NonconformityConnection = connectionOf(Nonconformity, 'Nonconformity');

@Resolver(() => Nonconformity)
export class NonconformityResolver {
  /** The register of nonconformities, as far as the viewer sees. */
  @Allows('nonconformity.read')
  @Query(() => NonconformityConnection)
  nonconformities(
    @Args(() => NonconformitiesArgs) args: NonconformitiesArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionOf<Nonconformity>> {
    return readPage(ctx, Nonconformity, info, args, {
      where: nonconformitiesWhere(args.filter ?? {}, readContext(ctx)),
      sort: pageOrder(args),
    });
  }

  /** How many there are in each state; states without any are left out. */
  @Allows('nonconformity.read')
  @Query(() => [NonconformityCount])
  nonconformityCounts(
    @Arg('filter', () => NonconformityFilter, { nullable: true }) filter: NonconformityFilter | null,
    @Ctx() ctx: Context,
  ): Promise<NonconformityCount[]> {
    return countByState(ctx, filter ?? {});
  }

  /** What the register can be filtered by, as far as the viewer sees. */
  @Allows('nonconformity.read')
  @Query(() => NonconformityChoices)
  nonconformityChoices(@Ctx() ctx: Context): Promise<NonconformityChoices> {
    return readChoices(ctx);
  }

  /** One nonconformity. */
  @Allows('nonconformity.read')
  @Query(() => Nonconformity)
  nonconformity(
    @Arg('id', () => ID) id: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return readOne(ctx, Nonconformity, id, info);
  }

  /** The latest due date that an action planned today may have. */
  @FieldResolver(() => Day)
  latestActionDay(@Root() root: NonconformityRecord & { actionsDueOn: string }, @Ctx() ctx: Context): string {
    return latestDay(root.actionsDueOn, root.actions, ctx.today);
  }

  /** The last day to which an action may be extended. */
  @FieldResolver(() => Day)
  latestExtensionDay(@Root() root: NonconformityRecord): string {
    return latestExtensionDay(root);
  }

  /** The events that the viewer may fire now. */
  @FieldResolver(() => [NonconformityActs])
  viewerCan(@Root() root: NonconformityRecord, @Ctx() ctx: Context): NonconformityEvent[] {
    const { viewer, today } = readContext(ctx);
    return nonconformityAccess.eventsOf(viewer, root, today);
  }
}

@Resolver(() => CorrectiveAction)
export class CorrectiveActionResolver {
  /** The events that the viewer may fire now. */
  @FieldResolver(() => [ActionActs])
  viewerCan(@Root() root: ActionRecord & { nonconformity: NonconformityRecord }, @Ctx() ctx: Context): ActionEvent[] {
    const { viewer, today } = readContext(ctx);
    return actionAccess.eventsOf(viewer, root, today);
  }
}
