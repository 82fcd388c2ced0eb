import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allows, Performs, type Context } from '../../access/index.js';
import { answer } from '../../commands/index.js';
import { ReasonInput, RecordInput } from '../../platform/graphql/command-input.js';
import { Audit } from '../planning/audit.js';
import { PlanAmendment, Round } from '../planning/round.js';
import { SignInputOfRecord } from '../planning/inputs.js';
import {
  approvePlanAmendment,
  proposePlanAmendment,
  withdrawPlanAmendment,
  withdrawPlanAmendmentChange,
} from './amend-plan.js';
import { approveRound, assignRound, reopenRound } from './approve-assignment.js';
import { TeamCandidate, teamCandidates } from './candidates.js';
import { ConflictDeclaration, TeamReplacement } from './conflict-declaration.js';
import { declareConflict, withdrawConflict } from './declare-conflict.js';
import { OpenConflict } from './open-conflicts.js';
import { declares, roundAccess, type PlannedRoundRecord } from './policy.js';
import type { DeclarationRead } from './read-shapes.js';
import { RoundPlan } from './round-plan.js';
import { setAuditDates, setTeam } from './set-team.js';
import {
  DeclareConflictInput,
  ProposePlanAmendmentInput,
  SetAuditDatesInput,
  SetTeamInput,
  WithdrawPlanAmendmentChangeInput,
} from './inputs.js';
import type { RoundEvent } from '../rules/planning/index.js';
import { DeclarationActs, RoundActs, type DeclarationAct } from './states.js';

/** The plan of a round: teams and days, its signature and its amendments. */
@Resolver(() => Round)
export class RoundPlanResolver {
  @Performs('round.assign')
  @Mutation(() => Round)
  assignRound(
    @Arg('input', () => RecordInput) input: RecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Round> {
    return answer(ctx, info, Round, assignRound, input);
  }

  @Performs('round.reopen')
  @Mutation(() => Round)
  reopenRound(
    @Arg('input', () => RecordInput) input: RecordInput,
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
  @Mutation(() => Round)
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
    @Arg('input', () => RecordInput) input: RecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Round> {
    return answer(ctx, info, Round, withdrawPlanAmendment, input);
  }

  @Performs('round.withdrawPlanAmendmentChange')
  @Mutation(() => Round)
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

  /**
   * Events of the lifecycle this viewer may fire now; `approvePlanAmendment` where an amendment waits for the
   * signature.
   */
  @FieldResolver(() => [RoundActs])
  viewerCan(@Root() round: PlannedRoundRecord, @Ctx() ctx: Context): RoundEvent[] {
    return roundAccess.eventsOf(ctx.viewer!, round, ctx.today);
  }

  /** Conflicts that the auditees have declared; those that must still be resolved come first. */
  @FieldResolver(() => [ConflictDeclaration])
  declarations(@Root() round: { declarations: ConflictDeclaration[] }): ConflictDeclaration[] {
    return round.declarations;
  }

  /** The versions of the plan, the latest first; visible to those who arrange the round. */
  @FieldResolver(() => [RoundPlan])
  plans(@Root() round: { plans: RoundPlan[] }): RoundPlan[] {
    return round.plans;
  }
}

@Resolver(() => PlanAmendment)
export class PlanAmendmentResolver {
  /** Hard rules that the changes still break; the amendment cannot be signed before another change resolves them. */
  @FieldResolver(() => [String])
  problems(@Root() amendment: PlanAmendment, @Ctx() ctx: Context): string[] {
    return amendment.problems.map((words) => words[ctx.language]);
  }
}

/** Team and days of an audit, and declared conflicts with members. */
@Resolver(() => Audit)
export class TeamResolver {
  /** All possible auditors, each with the rules that forbid the choice; those who may be chosen come first. */
  @Allows('round.manage')
  @Query(() => [TeamCandidate])
  teamCandidates(
    @Arg('auditId', () => ID, { description: 'The audit.' }) auditId: string,
    @Ctx() ctx: Context,
  ): Promise<TeamCandidate[]> {
    return teamCandidates(ctx, auditId);
  }

  @Performs('audit.setTeam')
  @Mutation(() => Audit)
  setTeam(
    @Arg('input', () => SetTeamInput) input: SetTeamInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Audit> {
    return answer(ctx, info, Audit, setTeam, input);
  }

  @Performs('audit.setDates')
  @Mutation(() => Audit)
  setAuditDates(
    @Arg('input', () => SetAuditDatesInput) input: SetAuditDatesInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Audit> {
    return answer(ctx, info, Audit, setAuditDates, input);
  }

  /** Changes in the team since the plan was approved, the latest first. */
  @FieldResolver(() => [TeamReplacement])
  replacements(@Root() audit: { replacements: TeamReplacement[] }): TeamReplacement[] {
    return audit.replacements;
  }

  /** Declared by the auditee; visible to the auditee, the lead agency and the person. */
  @FieldResolver(() => [ConflictDeclaration])
  declarations(@Root() audit: { declarations: ConflictDeclaration[] }): ConflictDeclaration[] {
    return audit.declarations;
  }

  /**
   * Conflicts that either side has declared with members who are still on the team, until the audit is opened;
   * visible to people who can act on them.
   */
  @FieldResolver(() => [OpenConflict])
  openConflicts(@Root() audit: { openConflicts: OpenConflict[] }): OpenConflict[] {
    return audit.openConflicts;
  }
}

@Resolver(() => ConflictDeclaration)
export class ConflictResolver {
  @Performs('conflict.declare')
  @Mutation(() => ConflictDeclaration)
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
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConflictDeclaration> {
    return answer(ctx, info, ConflictDeclaration, withdrawConflict, input);
  }

  /** `withdraw` for the side that declared it, until it is withdrawn. */
  @FieldResolver(() => [DeclarationActs])
  viewerCan(@Root() { withdrawnAt, audit }: DeclarationRead, @Ctx() ctx: Context): DeclarationAct[] {
    return !withdrawnAt && declares(ctx.viewer!, audit) ? ['withdraw'] : [];
  }
}
