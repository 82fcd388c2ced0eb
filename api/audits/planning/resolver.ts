import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { sql } from 'kysely';
import { Allows, Performs, readMany, readOne, readPage, type Context } from '../../access/index.js';
import { answer } from '../../commands/index.js';
import { Auditor } from '../../organization/index.js';
import { ReasonInput, RecordInput } from '../../platform/graphql/command-input.js';
import { connectionOf, type ConnectionOf } from '../../platform/graphql/connection.js';
import { Signature } from '../../trail/index.js';
import { Audit } from './audit.js';
import { cancelAudit, cancelRound } from './cancel.js';
import { changeRound, createRound } from './create-round.js';
import { isInTeam, programmeAccess, type ProgrammeRecord } from './policy.js';
import { Programme } from './programme.js';
import {
  approveProgramme,
  changeProgramme,
  closeProgramme,
  createProgramme,
  reviseProgramme,
} from './programme-commands.js';
import { AuditArgs, auditsSort, auditWhere, newestRoundFirst, RoundArgs, roundWhere } from './queries.js';
import { Round } from './round.js';
import {
  ChangeProgrammeInput,
  ChangeRoundInput,
  CreateProgrammeInput,
  CreateRoundInput,
  SignInputOfRecord,
} from './inputs.js';
import type { ProgrammeEvent } from '../rules/planning/index.js';
import { ProgrammeActs } from './states.js';

@Resolver(() => Programme)
export class ProgrammeResolver {
  /** The programmes that the viewer may see, the newest year first. */
  @Allows('audit.read')
  @Query(() => [Programme])
  programmes(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Programme[]> {
    return readMany(ctx, Programme, info, { orderBy: (row) => sql`${row('year')} desc` });
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
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Programme> {
    return answer(ctx, info, Programme, reviseProgramme, input);
  }

  @Performs('programme.close')
  @Mutation(() => Programme)
  closeProgramme(
    @Arg('input', () => RecordInput) input: RecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Programme> {
    return answer(ctx, info, Programme, closeProgramme, input);
  }

  /** Events of the lifecycle this viewer may fire now. */
  @FieldResolver(() => [ProgrammeActs])
  viewerCan(@Root() programme: ProgrammeRecord, @Ctx() ctx: Context): ProgrammeEvent[] {
    return programmeAccess.eventsOf(ctx.viewer!, programme, ctx.today);
  }

  /** Signatures under its editions, in order. */
  @FieldResolver(() => [Signature])
  signatures(@Root() programme: { signatures: Signature[] }): Signature[] {
    return programme.signatures;
  }
}

const RoundConnection = connectionOf(Round, 'Round');

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

  @Performs('round.cancel')
  @Mutation(() => Round)
  cancelRound(
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Round> {
    return answer(ctx, info, Round, cancelRound, input);
  }

  /** Signatures on the plan, its amendments and the report, in order. */
  @FieldResolver(() => [Signature])
  signatures(@Root() round: { signatures: Signature[] }): Signature[] {
    return round.signatures;
  }

  /** Audits that are not cancelled. */
  @FieldResolver(() => Int)
  auditCount(@Root() round: { auditCount: number }): number {
    return round.auditCount;
  }

  /** Audits that are closed. */
  @FieldResolver(() => Int)
  closedCount(@Root() round: { closedCount: number }): number {
    return round.closedCount;
  }
}

const AuditConnection = connectionOf(Audit, 'Audit');

@Resolver(() => Audit)
export class AuditResolver {
  /** The audits that the viewer may see; the newest round comes first, and in a round the audits are by number. */
  @Allows('audit.read')
  @Query(() => AuditConnection)
  audits(
    @Args(() => AuditArgs) args: AuditArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionOf<Audit>> {
    return readPage(ctx, Audit, info, args, { where: auditWhere(args, ctx.viewer!.personId), sort: auditsSort(args) });
  }

  /** One audit. */
  @Allows('audit.read')
  @Query(() => Audit)
  audit(@Arg('id', () => ID) id: string, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Audit> {
    return readOne(ctx, Audit, id, info);
  }

  @Performs('audit.cancel')
  @Mutation(() => Audit)
  cancelAudit(
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Audit> {
    return answer(ctx, info, Audit, cancelAudit, input);
  }

  /** The viewer is in the team. */
  @FieldResolver(() => Boolean)
  isTeam(@Root() audit: { members: { person: { id: string } }[] }, @Ctx() ctx: Context): boolean {
    return isInTeam(ctx.viewer!, audit.members);
  }

  /** Signatures on the plan and on the report, in order. */
  @FieldResolver(() => [Signature])
  signatures(@Root() audit: { signatures: Signature[] }): Signature[] {
    return audit.signatures;
  }
}

/** Adds the fields of this module to the register of auditors. */
@Resolver(() => Auditor)
export class AuditsDoneResolver {
  /** Closed audits, and those before the platform recorded them, except those as a trainee (R07). */
  @FieldResolver(() => Int)
  auditsDone(@Root() auditor: { auditsDone: number }): number {
    return auditor.auditsDone;
  }
}
