import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import { Performs, type Context } from '../access/index.js';
import { answer } from '../commands/index.js';
import { DeclareConflictInput } from './audit-inputs.js';
import { ConflictDeclaration } from './conflict-declaration.js';
import { declareConflict, withdrawConflict } from './declare-conflict.js';
import { declares } from './policy.js';
import { placeOfRead, type DeclarationRead } from './read-shapes.js';
import { ReasonOfRecordInput } from './round-inputs.js';

@Resolver(() => ConflictDeclaration)
export class ConflictResolver {
  @Performs('conflict.declare')
  @Mutation(() => ConflictDeclaration, { description: 'At the latest five days before the audit (R14).' })
  declareConflict(
    @Arg('input', () => DeclareConflictInput) input: DeclareConflictInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConflictDeclaration> {
    return answer(ctx, info, ConflictDeclaration, declareConflict, input);
  }

  @Performs('conflict.withdraw')
  @Mutation(() => ConflictDeclaration)
  withdrawConflict(
    @Arg('input', () => ReasonOfRecordInput) input: ReasonOfRecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConflictDeclaration> {
    return answer(ctx, info, ConflictDeclaration, withdrawConflict, input);
  }

  @FieldResolver(() => [String], { description: '`withdraw` for the side that declared it, while it stands.' })
  viewerCan(@Root() { withdrawnAt, audit }: DeclarationRead, @Ctx() ctx: Context): string[] {
    return !withdrawnAt && declares(ctx.viewer!, placeOfRead(audit)) ? ['withdraw'] : [];
  }
}
