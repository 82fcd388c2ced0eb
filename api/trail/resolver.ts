import { Arg, Ctx, Field, ID, Info, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { sql } from 'kysely';
import type { GraphQLResolveInfo } from 'graphql';
import { Allows, isId, readContext, readMany, reads, refuseNotFound, type Context } from '../access/index.js';
import { alias } from '../platform/reads/index.js';
import { newestAnchor } from './chain.js';
import { TrailEntry } from './trail-entry.js';

/** The newest sealed position of the trail: keep it in another place to prove later that no entry was removed. */
@ObjectType({ simpleResolvers: true })
export class TrailAnchor {
  /** Place of the entry in the chain, from 1. */
  @Field(() => Int) position!: number;
  /** SHA-256 of that entry and of all before it. */
  @Field(() => String) hash!: string;
}

@Resolver(() => TrailEntry)
export class TrailResolver {
  /** The history of one record. Whoever sees the record sees its history. */
  @Allows('trail.read')
  @Query(() => [TrailEntry])
  async history(
    @Arg('subjectType', () => String, { description: 'Type of the record, such as `Nonconformity`.' }) type: string,
    @Arg('subjectId', () => ID, { description: 'The record.' }) id: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TrailEntry[]> {
    await assertSeen(ctx, type, id);
    return readMany(ctx, TrailEntry, info, {
      where: (row) => [sql`${row('subject_type')} = ${type}`, sql`${row('subject_id')} = ${id}`],
      orderBy: (row) => sql`${row('at')}`,
    });
  }

  /** The newest sealed position of the trail; null before anything is sealed. For administrators. */
  @Allows('trail.anchor')
  @Query(() => TrailAnchor, { nullable: true })
  trailAnchor(@Ctx() ctx: Context): Promise<TrailAnchor | null> {
    return newestAnchor(ctx.em);
  }
}

async function assertSeen(ctx: Context, type: string, id: string): Promise<void> {
  const meta = ctx.em.getMetadata().getAll();
  const found = [...meta.values()].find((candidate) => candidate.className === type);
  if (!found || !reads.isGuarded(found.class) || !isId(id)) refuseNotFound();
  const { rows } = await sql`
    select 1
    from ${sql.table(found.tableName)} t
    where t.id = ${id}
      and ${reads.visible(found.class, alias(found.class, 't'), readContext(ctx))}`.execute(ctx.em.getKysely());
  if (rows.length === 0) refuseNotFound();
}
