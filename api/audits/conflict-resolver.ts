import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import { Allows, readOne, type Context } from '../access/index.js';
import { DeclareConflictInput } from './audit-inputs.js';
import { ConflictDeclaration } from './conflict-declaration.js';
import { declareConflict, withdrawConflict } from './declare-conflict.js';
import { declares } from './policy.js';
import { placeOfRead, type DeclarationRead } from './read-shapes.js';
import { ReasonOfRecordInput } from './round-inputs.js';
import { DeclarationActs, type DeclarationAct } from './states.js';

@Resolver(() => ConflictDeclaration)
export class ConflictResolver {
  @Allows('audit.declareConflict')
  @Mutation(() => ConflictDeclaration, { description: 'At the latest five days before the audit (R14).' })
  async declareConflict(
    @Arg('input', () => DeclareConflictInput) input: DeclareConflictInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConflictDeclaration> {
    const { id } = await declareConflict(ctx, input);
    return readOne(ctx, ConflictDeclaration, id, info);
  }

  @Allows('audit.declareConflict')
  @Mutation(() => ConflictDeclaration)
  async withdrawConflict(
    @Arg('input', () => ReasonOfRecordInput) input: ReasonOfRecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConflictDeclaration> {
    const { id } = await withdrawConflict(ctx, input);
    return readOne(ctx, ConflictDeclaration, id, info);
  }

  /** What the viewer may do now: `withdraw` for the side that declared it, while it stands. */
  @FieldResolver(() => [DeclarationActs], { description: '`withdraw` for the side that declared it, while it stands.' })
  viewerCan(@Root() { withdrawnAt, audit }: DeclarationRead, @Ctx() ctx: Context): DeclarationAct[] {
    return !withdrawnAt && declares(ctx.viewer!, placeOfRead(audit)) ? ['withdraw'] : [];
  }
}
