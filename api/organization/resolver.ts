import type { GraphQLResolveInfo } from 'graphql';
import { sql } from 'kysely';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allows, Performs, readMany, readOne, readPage, type Context } from '../access/index.js';
import { answer } from '../commands/index.js';
import { connectionOf, type ConnectionOf } from '../platform/graphql/connection.js';
import {
  declareOwnConflict,
  DeclareOwnConflictInput,
  withdrawOwnConflict,
  WithdrawOwnConflictInput,
} from './conflicts.js';
import { Auditor, AuditorConflict, Person, Post } from './person.js';
import { byName, PeopleArgs, peopleWhere } from './queries.js';
import { Unit } from './unit.js';

const PersonConnection = connectionOf(Person, 'Person');

@Resolver(() => Person)
export class PersonResolver {
  /** All people, by name as Vietnamese dictionaries sort. */
  @Allows('organization.read')
  @Query(() => PersonConnection)
  people(
    @Args(() => PeopleArgs) args: PeopleArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionOf<Person>> {
    return readPage(ctx, Person, info, args, { where: peopleWhere(args, ctx.today), sort: byName });
  }

  /** One person. */
  @Allows('organization.read')
  @Query(() => Person)
  person(@Arg('id', () => ID) id: string, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Person> {
    return readOne(ctx, Person, id, info);
  }

  @Performs('auditorConflict.declare')
  @Mutation(() => AuditorConflict)
  declareOwnConflict(
    @Arg('input', () => DeclareOwnConflictInput) input: DeclareOwnConflictInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AuditorConflict> {
    return answer(ctx, info, AuditorConflict, declareOwnConflict, input);
  }

  @Performs('auditorConflict.withdraw')
  @Mutation(() => AuditorConflict)
  withdrawOwnConflict(
    @Arg('input', () => WithdrawOwnConflictInput) input: WithdrawOwnConflictInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AuditorConflict> {
    return answer(ctx, info, AuditorConflict, withdrawOwnConflict, input);
  }

  /** The post held today: home. */
  @FieldResolver(() => Post, { nullable: true })
  currentPost(@Root() person: { currentPost?: Post | null }): Post | null {
    return person.currentPost ?? null;
  }

  /** Whether this viewer may read the contact details of the person. */
  @FieldResolver(() => Boolean)
  contactShown(@Root() person: { contactShown: boolean }): boolean {
    return person.contactShown;
  }

  /** The entry in the auditor register. */
  @FieldResolver(() => Auditor, { nullable: true })
  auditor(@Root() person: { auditor?: Auditor | null }): Auditor | null {
    return person.auditor ?? null;
  }
}

@Resolver(() => Unit)
export class UnitResolver {
  /** All units that are active today, from the top down; earlier ones are found through their successors. */
  @Allows('organization.read')
  @Query(() => [Unit])
  units(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Unit[]> {
    return readMany(ctx, Unit, info, {
      where: (row) => [sql`(${row('active_to')} is null or ${row('active_to')} >= ${ctx.today})`],
      orderBy: (row) => sql`nlevel(${row('path')}), ${row('position')}`,
    });
  }

  /** One unit. */
  @Allows('organization.read')
  @Query(() => Unit)
  unit(@Arg('id', () => ID) id: string, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Unit> {
    return readOne(ctx, Unit, id, info);
  }

  /** The units it came out of, by merger or split. */
  @FieldResolver(() => [Unit])
  predecessors(@Root() unit: { predecessors: Unit[] }): Unit[] {
    return unit.predecessors;
  }

  /** The units that came out of it. */
  @FieldResolver(() => [Unit])
  successors(@Root() unit: { successors: Unit[] }): Unit[] {
    return unit.successors;
  }

  /** Posts held in it today. */
  @FieldResolver(() => [Post])
  posts(@Root() unit: { posts: Post[] }): Post[] {
    return unit.posts;
  }
}
