import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { sql } from 'kysely';
import { Allows, Performs, readMany, readOne, readPage, type Context } from '../access/index.js';
import { answer } from '../commands/index.js';
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
import {
  approvePlanAmendment,
  proposePlanAmendment,
  withdrawPlanAmendment,
  withdrawPlanAmendmentChange,
} from './amend-plan.js';
import { RoundReport, reportOfRound } from './report-data.js';
import { PlanAmendment, Round } from './round.js';
import {
  BareRecordInput,
  ChangeProgrammeInput,
  ChangeRoundInput,
  CreateProgrammeInput,
  CreateRoundInput,
  ProposePlanAmendmentInput,
  ReasonOfRecordInput,
  ReportRoundInput,
  SignInputOfRecord,
  WithdrawPlanAmendmentChangeInput,
} from './round-inputs.js';
import { programmeLifecycle, roundLifecycle, type ProgrammeState, type RoundState } from './rules/index.js';
import { approveRound, assignRound, reopenRound } from './approve-assignment.js';

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

  @Performs('programme.create')
  @Mutation(() => Programme)
  createProgramme(
    @Arg('input', () => CreateProgrammeInput) input: CreateProgrammeInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Programme> {
    return answer(ctx, info, Programme, createProgramme, input);
  }

  @Performs('programme.change')
  @Mutation(() => Programme)
  changeProgramme(
    @Arg('input', () => ChangeProgrammeInput) input: ChangeProgrammeInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Programme> {
    return answer(ctx, info, Programme, changeProgramme, input);
  }

  @Performs('programme.approve')
  @Mutation(() => Programme)
  approveProgramme(
    @Arg('input', () => SignInputOfRecord) input: SignInputOfRecord,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Programme> {
    return answer(ctx, info, Programme, approveProgramme, input);
  }

  @Performs('programme.revise')
  @Mutation(() => Programme)
  reviseProgramme(
    @Arg('input', () => ReasonOfRecordInput) input: ReasonOfRecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Programme> {
    return answer(ctx, info, Programme, reviseProgramme, input);
  }

  @Performs('programme.close')
  @Mutation(() => Programme)
  closeProgramme(
    @Arg('input', () => BareRecordInput) input: BareRecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Programme> {
    return answer(ctx, info, Programme, closeProgramme, input);
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

  @Performs('round.create')
  @Mutation(() => Round)
  createRound(
    @Arg('input', () => CreateRoundInput) input: CreateRoundInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Round> {
    return answer(ctx, info, Round, createRound, input);
  }

  @Performs('round.change')
  @Mutation(() => Round)
  changeRound(
    @Arg('input', () => ChangeRoundInput) input: ChangeRoundInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Round> {
    return answer(ctx, info, Round, changeRound, input);
  }

  @Performs('round.assign')
  @Mutation(() => Round, { description: 'Refused while the plan breaks a hard rule.' })
  assignRound(
    @Arg('input', () => BareRecordInput) input: BareRecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Round> {
    return answer(ctx, info, Round, assignRound, input);
  }

  @Performs('round.reopen')
  @Mutation(() => Round)
  reopenRound(
    @Arg('input', () => BareRecordInput) input: BareRecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Round> {
    return answer(ctx, info, Round, reopenRound, input);
  }

  @Performs('round.approve')
  @Mutation(() => Round)
  approveRound(
    @Arg('input', () => SignInputOfRecord) input: SignInputOfRecord,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Round> {
    return answer(ctx, info, Round, approveRound, input);
  }

  @Performs('round.proposePlanAmendment')
  @Mutation(() => Round, {
    description: 'Adds to the changes that wait for the signature; one of an audit that is among them replaces it.',
  })
  proposePlanAmendment(
    @Arg('input', () => ProposePlanAmendmentInput) input: ProposePlanAmendmentInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Round> {
    return answer(ctx, info, Round, proposePlanAmendment, input);
  }

  @Performs('round.withdrawPlanAmendment')
  @Mutation(() => Round)
  withdrawPlanAmendment(
    @Arg('input', () => BareRecordInput) input: BareRecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Round> {
    return answer(ctx, info, Round, withdrawPlanAmendment, input);
  }

  @Performs('round.withdrawPlanAmendmentChange')
  @Mutation(() => Round, { description: 'Takes the proposed change of one audit back.' })
  withdrawPlanAmendmentChange(
    @Arg('input', () => WithdrawPlanAmendmentChangeInput) input: WithdrawPlanAmendmentChangeInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Round> {
    return answer(ctx, info, Round, withdrawPlanAmendmentChange, input);
  }

  @Performs('round.amendPlan')
  @Mutation(() => Round)
  approvePlanAmendment(
    @Arg('input', () => SignInputOfRecord) input: SignInputOfRecord,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Round> {
    return answer(ctx, info, Round, approvePlanAmendment, input);
  }

  @Performs('round.report')
  @Mutation(() => Round)
  reportRound(
    @Arg('input', () => ReportRoundInput) input: ReportRoundInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Round> {
    return answer(ctx, info, Round, reportRound, input);
  }

  @Performs('round.close')
  @Mutation(() => Round)
  closeRound(
    @Arg('input', () => SignInputOfRecord) input: SignInputOfRecord,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Round> {
    return answer(ctx, info, Round, closeRound, input);
  }

  @Performs('round.cancel')
  @Mutation(() => Round)
  cancelRound(
    @Arg('input', () => ReasonOfRecordInput) input: ReasonOfRecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Round> {
    return answer(ctx, info, Round, cancelRound, input);
  }

  @FieldResolver(() => [String], {
    description:
      'Events of the lifecycle this viewer may fire now; `approvePlanAmendment` where an amendment waits for the signature.',
  })
  viewerCan(@Root() round: RoundRead, @Ctx() ctx: Context): string[] {
    const actors = roundActors(ctx.viewer!, { kind: round.kind, leadAgencyId: round.leadAgency.id });
    const events: string[] = roundLifecycle.eventsFor(round.state as RoundState, actors);
    return round.amendment && round.amendment.problems.length === 0 && actors.includes('LEAD_AGENCY_HEAD')
      ? [...events, 'approvePlanAmendment']
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

@Resolver(() => PlanAmendment)
export class PlanAmendmentResolver {
  @FieldResolver(() => [String], {
    description:
      'Hard rules that the changes still break together: it cannot be signed before another change mends them.',
  })
  problems(@Root() amendment: PlanAmendment, @Ctx() ctx: Context): string[] {
    return amendment.problems.map((words) => words[ctx.language]);
  }
}
