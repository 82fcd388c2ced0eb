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
import { programmeLifecycle, roundLifecycle, type ProgrammeEvent } from './rules/index.js';
import { approveRound, assignRound, reopenRound } from './approve-assignment.js';
import { ProgrammeActs, RoundActs, type RoundAct } from './states.js';

const RoundConnection = connectionOf(Round, 'Round');

@Resolver(() => Programme)
export class ProgrammeResolver {
  @Allows('audit.read')
  @Query(() => [Programme], { description: 'The newest year first.' })
  programmes(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Programme[]> {
    return readMany(ctx, Programme, info, { orderBy: (row) => sql`${row('year')} desc, ${row('id')}` });
  }

  /** The programme of a year. */
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

  /** What the viewer may do now: events of the lifecycle. */
  @FieldResolver(() => [ProgrammeActs], { description: 'Events of the lifecycle this viewer may fire now.' })
  viewerCan(@Root() programme: ProgrammeRead, @Ctx() ctx: Context): ProgrammeEvent[] {
    return programmeLifecycle.eventsFor(
      programme.state,
      roundActors(ctx.viewer!, { kind: 'CROSS', leadAgencyId: programme.leadAgency.id }),
    );
  }

  /** Signatures under its editions, in order. */
  @FieldResolver(() => [Signature])
  signatures(@Root() programme: { signatures: Signature[] }): Signature[] {
    return programme.signatures;
  }
}

@Resolver(() => Round)
export class RoundResolver {
  /** The rounds that the viewer may see, the newest first. */
  @Allows('audit.read')
  @Query(() => RoundConnection)
  rounds(
    @Args(() => RoundArgs) args: RoundArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionOf<Round>> {
    return readPage(ctx, Round, info, args, { where: roundWhere(args), sort: newestRoundFirst });
  }

  /** One round. */
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
  async proposePlanAmendment(
    @Arg('input', () => ProposePlanAmendmentInput) input: ProposePlanAmendmentInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Round> {
    const { id } = await proposePlanAmendment(ctx, input);
    return readOne(ctx, Round, id, info);
  }

  @Allows('round.withdraw')
  @Mutation(() => Round)
  async withdrawPlanAmendment(
    @Arg('input', () => BareRecordInput) input: BareRecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Round> {
    const { id } = await withdrawPlanAmendment(ctx, input);
    return readOne(ctx, Round, id, info);
  }

  @Allows('round.withdraw')
  @Mutation(() => Round, { description: 'Takes the proposed change of one audit back.' })
  async withdrawPlanAmendmentChange(
    @Arg('input', () => WithdrawPlanAmendmentChangeInput) input: WithdrawPlanAmendmentChangeInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Round> {
    const { id } = await withdrawPlanAmendmentChange(ctx, input);
    return readOne(ctx, Round, id, info);
  }

  @Allows('round.approve')
  @Mutation(() => Round)
  async approvePlanAmendment(
    @Arg('input', () => SignInputOfRecord) input: SignInputOfRecord,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Round> {
    const { id } = await approvePlanAmendment(ctx, input);
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

  @FieldResolver(() => [RoundActs], {
    description:
      'Events of the lifecycle this viewer may fire now; `approvePlanAmendment` where an amendment waits for the signature.',
  })
  viewerCan(@Root() round: RoundRead, @Ctx() ctx: Context): RoundAct[] {
    const actors = roundActors(ctx.viewer!, { kind: round.kind, leadAgencyId: round.leadAgency.id });
    const events: RoundAct[] = roundLifecycle.eventsFor(round.state, actors);
    return round.amendment && round.amendment.problems.length === 0 && actors.includes('LEAD_AGENCY_HEAD')
      ? [...events, 'approvePlanAmendment']
      : events;
  }

  /** Signatures on the plan, its amendments and the report, in order. */
  @FieldResolver(() => [Signature])
  signatures(@Root() round: { signatures: Signature[] }): Signature[] {
    return round.signatures;
  }

  @FieldResolver(() => Int, { description: 'Audits that are not cancelled.' })
  auditCount(@Root() round: { auditCount: number }): number {
    return round.auditCount;
  }

  /** Audits that are closed. */
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
