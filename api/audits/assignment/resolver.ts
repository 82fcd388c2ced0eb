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

/** The plan of a round: teams and days, its signature and its amendments. */
@Resolver(() => Round)
export class RoundPlanResolver {
  @Performs('round.assign')
  @Mutation(() => Round, { description: 'Refused while the plan breaks a hard rule.' })
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
    @Arg('input', () => RecordInput) input: RecordInput,
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

  @FieldResolver(() => [String], {
    description:
      'Events of the lifecycle this viewer may fire now; `approvePlanAmendment` where an amendment waits for the signature.',
  })
  viewerCan(@Root() round: PlannedRoundRecord, @Ctx() ctx: Context): string[] {
    return roundAccess.eventsOf(ctx.viewer!, round, ctx.today);
  }

  @FieldResolver(() => [ConflictDeclaration], {
    description: 'Conflicts that the auditees have declared, those to resolve first.',
  })
  declarations(@Root() round: { declarations: ConflictDeclaration[] }): ConflictDeclaration[] {
    return round.declarations;
  }

  @FieldResolver(() => [RoundPlan], {
    description: 'The versions of the plan, the latest first; for those who arrange the round.',
  })
  plans(@Root() round: { plans: RoundPlan[] }): RoundPlan[] {
    return round.plans;
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

/** Team and days of an audit, and what speaks against a member. */
@Resolver(() => Audit)
export class TeamResolver {
  @Allows('round.manage')
  @Query(() => [TeamCandidate], {
    description: 'Every auditor who comes into question, with the rules that forbid it; those who may be chosen first.',
  })
  teamCandidates(@Arg('auditId', () => ID) auditId: string, @Ctx() ctx: Context): Promise<TeamCandidate[]> {
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

  @FieldResolver(() => [TeamReplacement], {
    description: 'Changes in the team since the plan was approved, the latest first.',
  })
  replacements(@Root() audit: { replacements: TeamReplacement[] }): TeamReplacement[] {
    return audit.replacements;
  }

  @FieldResolver(() => [ConflictDeclaration], {
    description: 'Declared by the auditee; for that side, the lead agency and the person.',
  })
  declarations(@Root() audit: { declarations: ConflictDeclaration[] }): ConflictDeclaration[] {
    return audit.declarations;
  }

  @FieldResolver(() => [OpenConflict], {
    description:
      'Conflicts declared by either side with members who are still on the team, until it is opened; for those who can do something about it.',
  })
  openConflicts(@Root() audit: { openConflicts: OpenConflict[] }): OpenConflict[] {
    return audit.openConflicts;
  }
}

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
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConflictDeclaration> {
    return answer(ctx, info, ConflictDeclaration, withdrawConflict, input);
  }

  @FieldResolver(() => [String], { description: '`withdraw` for the side that declared it, while it stands.' })
  viewerCan(@Root() { withdrawnAt, audit }: DeclarationRead, @Ctx() ctx: Context): string[] {
    return !withdrawnAt && declares(ctx.viewer!, audit) ? ['withdraw'] : [];
  }
}
