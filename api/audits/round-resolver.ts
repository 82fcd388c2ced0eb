import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { sql } from 'kysely';
import { Allows, readMany, readOne, readPage, type Context } from '../access/index.js';
import { connectionOf, type ConnectionOf } from '../platform/graphql/connection.js';
import { Signature } from '../trail/index.js';
import { changeRound, createRound } from './create-round.js';
import { cancelRound, closeRound, reportRound } from './end-round.js';
import { roundActors } from './policy.js';
import { Programme } from './programme.js';
import {
  approveProgramme,
  changeProgramme,
  closeProgramme,
  createProgramme,
  reviseProgramme,
} from './programme-commands.js';
import { newestRoundFirst, RoundArgs, roundWhere } from './queries.js';
import type { ProgrammeRead, RoundRead } from './read-shapes.js';
import { approveRepair, proposeRepair, withdrawRepair, withdrawRepairChange } from './repair-round.js';
import { RoundReport, reportOfRound } from './report-data.js';
import { Repair, Round } from './round.js';
import {
  BareRecordInput,
  ChangeProgrammeInput,
  ChangeRoundInput,
  CreateProgrammeInput,
  CreateRoundInput,
  ProposeRepairInput,
  ReasonOfRecordInput,
  ReportRoundInput,
  SignInputOfRecord,
  WithdrawRepairChangeInput,
} from './round-inputs.js';
import { programmeLifecycle, roundLifecycle, type ProgrammeState, type RoundState } from './rules/index.js';
import { approveRound, assignRound, reopenRound } from './settle-assignment.js';

const RoundConnection = connectionOf(Round, 'Round');

@Resolver(() => Programme)
export class ProgrammeResolver {
  @Allows('audit.read')
  @Query(() => [Programme], { description: 'The newest year first.' })
  programmes(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Programme[]> {
    return readMany(ctx, Programme, info, { orderBy: (row) => sql`${row('year')} desc, ${row('id')}` });
  }

  @Allows('audit.read')
  @Query(() => Programme)
  programme(
    @Arg('id', () => ID) id: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Programme> {
    return readOne(ctx, Programme, id, info);
  }

  @Allows('programme.manage')
  @Mutation(() => Programme)
  async createProgramme(
    @Arg('input', () => CreateProgrammeInput) input: CreateProgrammeInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Programme> {
    const { id } = await createProgramme(ctx, input);
    return readOne(ctx, Programme, id, info);
  }

  @Allows('programme.manage')
  @Mutation(() => Programme)
  async changeProgramme(
    @Arg('input', () => ChangeProgrammeInput) input: ChangeProgrammeInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Programme> {
    const { id } = await changeProgramme(ctx, input);
    return readOne(ctx, Programme, id, info);
  }

  @Allows('programme.approve')
  @Mutation(() => Programme)
  async approveProgramme(
    @Arg('input', () => SignInputOfRecord) input: SignInputOfRecord,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Programme> {
    const { id } = await approveProgramme(ctx, input);
    return readOne(ctx, Programme, id, info);
  }

  @Allows('programme.manage')
  @Mutation(() => Programme)
  async reviseProgramme(
    @Arg('input', () => ReasonOfRecordInput) input: ReasonOfRecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Programme> {
    const { id } = await reviseProgramme(ctx, input);
    return readOne(ctx, Programme, id, info);
  }

  @Allows('programme.manage')
  @Mutation(() => Programme)
  async closeProgramme(
    @Arg('input', () => BareRecordInput) input: BareRecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Programme> {
    const { id } = await closeProgramme(ctx, input);
    return readOne(ctx, Programme, id, info);
  }

  @FieldResolver(() => [String], { description: 'Events of the lifecycle this viewer may fire now.' })
  viewerCan(@Root() programme: ProgrammeRead, @Ctx() ctx: Context): string[] {
    return programmeLifecycle.eventsFor(
      programme.state as ProgrammeState,
      roundActors(ctx.viewer!, { kind: 'CROSS', leadAgencyId: programme.leadAgency.id }),
    );
  }

  @FieldResolver(() => [Signature])
  signatures(@Root() programme: { signatures: Signature[] }): Signature[] {
    return programme.signatures;
  }
}

@Resolver(() => Round)
export class RoundResolver {
  @Allows('audit.read')
  @Query(() => RoundConnection)
  rounds(
    @Args(() => RoundArgs) args: RoundArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionOf<Round>> {
    return readPage(ctx, Round, info, args, { where: roundWhere(args), sort: newestRoundFirst });
  }

  @Allows('audit.read')
  @Query(() => Round)
  round(@Arg('id', () => ID) id: string, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Round> {
    return readOne(ctx, Round, id, info);
  }

  @Allows('audit.read')
  @Query(() => RoundReport, {
    description: 'The figures of the consolidated report: findings that the viewer may see.',
  })
  roundReport(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<RoundReport> {
    return reportOfRound(ctx, id);
  }

  @Allows('round.manage')
  @Mutation(() => Round)
  async createRound(
    @Arg('input', () => CreateRoundInput) input: CreateRoundInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Round> {
    const { id } = await createRound(ctx, input);
    return readOne(ctx, Round, id, info);
  }

  @Allows('round.manage')
  @Mutation(() => Round)
  async changeRound(
    @Arg('input', () => ChangeRoundInput) input: ChangeRoundInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Round> {
    const { id } = await changeRound(ctx, input);
    return readOne(ctx, Round, id, info);
  }

  @Allows('round.manage')
  @Mutation(() => Round, { description: 'Refused while the plan breaks a hard rule.' })
  async assignRound(
    @Arg('input', () => BareRecordInput) input: BareRecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Round> {
    const { id } = await assignRound(ctx, input);
    return readOne(ctx, Round, id, info);
  }

  @Allows('round.manage')
  @Mutation(() => Round)
  async reopenRound(
    @Arg('input', () => BareRecordInput) input: BareRecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Round> {
    const { id } = await reopenRound(ctx, input);
    return readOne(ctx, Round, id, info);
  }

  @Allows('round.approve')
  @Mutation(() => Round)
  async approveRound(
    @Arg('input', () => SignInputOfRecord) input: SignInputOfRecord,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Round> {
    const { id } = await approveRound(ctx, input);
    return readOne(ctx, Round, id, info);
  }

  @Allows('round.manage')
  @Mutation(() => Round, {
    description: 'Adds to the changes that wait for the signature; one of an audit that is among them replaces it.',
  })
  async proposeRepair(
    @Arg('input', () => ProposeRepairInput) input: ProposeRepairInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Round> {
    const { id } = await proposeRepair(ctx, input);
    return readOne(ctx, Round, id, info);
  }

  @Allows('round.withdraw')
  @Mutation(() => Round)
  async withdrawRepair(
    @Arg('input', () => BareRecordInput) input: BareRecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Round> {
    const { id } = await withdrawRepair(ctx, input);
    return readOne(ctx, Round, id, info);
  }

  @Allows('round.withdraw')
  @Mutation(() => Round, { description: 'Takes the proposed change of one audit back.' })
  async withdrawRepairChange(
    @Arg('input', () => WithdrawRepairChangeInput) input: WithdrawRepairChangeInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Round> {
    const { id } = await withdrawRepairChange(ctx, input);
    return readOne(ctx, Round, id, info);
  }

  @Allows('round.approve')
  @Mutation(() => Round)
  async approveRepair(
    @Arg('input', () => SignInputOfRecord) input: SignInputOfRecord,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Round> {
    const { id } = await approveRepair(ctx, input);
    return readOne(ctx, Round, id, info);
  }

  @Allows('round.manage')
  @Mutation(() => Round)
  async reportRound(
    @Arg('input', () => ReportRoundInput) input: ReportRoundInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Round> {
    const { id } = await reportRound(ctx, input);
    return readOne(ctx, Round, id, info);
  }

  @Allows('round.approve')
  @Mutation(() => Round)
  async closeRound(
    @Arg('input', () => SignInputOfRecord) input: SignInputOfRecord,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Round> {
    const { id } = await closeRound(ctx, input);
    return readOne(ctx, Round, id, info);
  }

  @Allows('round.approve')
  @Mutation(() => Round)
  async cancelRound(
    @Arg('input', () => ReasonOfRecordInput) input: ReasonOfRecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Round> {
    const { id } = await cancelRound(ctx, input);
    return readOne(ctx, Round, id, info);
  }

  @FieldResolver(() => [String], {
    description:
      'Events of the lifecycle this viewer may fire now; `approveRepair` where a repair waits for the signature.',
  })
  viewerCan(@Root() round: RoundRead, @Ctx() ctx: Context): string[] {
    const actors = roundActors(ctx.viewer!, { kind: round.kind, leadAgencyId: round.leadAgency.id });
    const events: string[] = roundLifecycle.eventsFor(round.state as RoundState, actors);
    return round.repair && round.repair.problems.length === 0 && actors.includes('LEAD_AGENCY_HEAD')
      ? [...events, 'approveRepair']
      : events;
  }

  @FieldResolver(() => [Signature])
  signatures(@Root() round: { signatures: Signature[] }): Signature[] {
    return round.signatures;
  }

  @FieldResolver(() => Int, { description: 'Audits that are not cancelled.' })
  auditCount(@Root() round: { auditCount: number }): number {
    return round.auditCount;
  }

  @FieldResolver(() => Int)
  closedCount(@Root() round: { closedCount: number }): number {
    return round.closedCount;
  }
}

@Resolver(() => Repair)
export class RepairResolver {
  @FieldResolver(() => [String], {
    description:
      'Hard rules that the changes still break together: it cannot be signed before another change mends them.',
  })
  problems(@Root() repair: Repair, @Ctx() ctx: Context): string[] {
    return repair.problems.map((words) => words[ctx.language]);
  }
}
