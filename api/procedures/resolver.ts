import type { GraphQLResolveInfo } from 'graphql';
import { sql } from 'kysely';
import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Allows, anyOf, isTheOne, Performs, readContext, type Context } from '../access/index.js';
import { answer } from '../commands/index.js';
import { documentsInForce, Revision } from '../documents/index.js';
import { vietnamese } from '../organization/index.js';
import { SaveProcedureInput } from './inputs.js';
import { Procedure } from './procedure.js';
import { saveProcedure } from './save-procedure.js';

/** A field (lĩnh vực), with the number of its procedures in force. */
@ObjectType({ simpleResolvers: true })
export class ProcedureField {
  /** Lĩnh vực, such as Hộ tịch. */
  @Field(() => String) field!: string;
  /** How many procedures in force there are in it. */
  @Field(() => Int) count!: number;
}

@Resolver(() => Revision)
export class ProcedureResolver {
  @Performs('document.saveProcedure')
  @Mutation(() => Revision)
  saveProcedure(
    @Arg('input', () => SaveProcedureInput) input: SaveProcedureInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Revision> {
    return answer(ctx, info, Revision, saveProcedure, input);
  }

  /** Fields of the procedures in force that the viewer sees, for the filter. */
  @Allows('document.read')
  @Query(() => [ProcedureField])
  async procedureFields(
    @Arg('authorityId', () => ID, { nullable: true, description: 'Only procedures of this authority.' }) authorityId:
      | string
      | null,
    @Ctx() ctx: Context,
  ): Promise<ProcedureField[]> {
    const { viewer } = readContext(ctx);
    const { rows } = await sql<ProcedureField>`
      select p.field, count(*)::int as count
      from procedure p
      join ${documentsInForce} d on d.revision_id = p.revision_id
      where p.field is not null
        and ${anyOf(sql`d.authority_id`, viewer.memberOf)}
        and ${authorityId ? isTheOne(sql`d.authority_id`, authorityId) : sql`true`}
      group by p.field
      order by ${vietnamese(sql`p.field`)}`.execute(ctx.em.getKysely());
    return rows;
  }

  /** The content of the procedure; null for other documents. */
  @FieldResolver(() => Procedure, { nullable: true })
  procedure(@Root() revision: { procedure?: Procedure | null }): Procedure | null {
    return revision.procedure ?? null;
  }
}
