import type { GraphQLResolveInfo } from 'graphql';
import { sql } from 'kysely';
import { Arg, Ctx, Info, Query, Resolver } from 'type-graphql';
import { Allows, readMany, type Context } from '../access/index.js';
import { ClauseSet } from './clause.js';

@Resolver(() => ClauseSet)
export class StandardsResolver {
  /** The clause sets, or the one with this code. */
  @Allows('standards.read')
  @Query(() => [ClauseSet])
  clauseSets(
    @Arg('code', () => String, { nullable: true }) code: string | null,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ClauseSet[]> {
    return readMany(ctx, ClauseSet, info, {
      where: (row) => (code ? [sql`${row('code')} = ${code}`] : []),
      orderBy: (row) => row('code'),
    });
  }
}
