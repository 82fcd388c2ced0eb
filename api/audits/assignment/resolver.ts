import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allows, readOne, type Context } from '../../access/index.js';
import { ReasonInput, RecordInput } from '../../platform/graphql/command-input.js';
import { localDate } from '../../rules/calendar.js';
import { Audit } from '../planning/audit.js';
import { auditActors, roundActors } from '../planning/policy.js';
import { placeOfRead } from '../planning/read-shapes.js';
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
import { declares } from './policy.js';
import type { DeclarableRead, DeclarationRead, RoundRead } from './read-shapes.js';
import { RoundPlan } from './round-plan.js';
import { setAuditDates, setTeam } from './set-team.js';
import {
  DeclareConflictInput,
  ProposePlanAmendmentInput,
  SetAuditDatesInput,
  SetTeamInput,
  WithdrawPlanAmendmentChangeInput,
} from './inputs.js';
import { auditLifecycle, declarable, roundLifecycle } from '../rules/planning/index.js';
import { mayDeclareOn } from '../rules/assignment/index.js';
import { AuditActs, DeclarationActs, RoundActs, type AuditAct, type DeclarationAct, type RoundAct } from './states.js';

/** The plan of a round: teams and days, its signature and its amendments. */
@Resolver(() => Round)
export class RoundPlanResolver {
  @Allows('round.manage')
  @Mutation(() => Round)
  async assignRound(
    @Arg('input', () => RecordInput) input: RecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Round> {
    const { id } = await assignRound(ctx, input);
    return readOne(ctx, Round, id, info);
  }

  @Allows('round.manage')
  @Mutation(() => Round)
  async reopenRound(
    @Arg('input', () => RecordInput) input: RecordInput,
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
  @Mutation(() => Round)
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
    @Arg('input', () => RecordInput) input: RecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Round> {
    const { id } = await withdrawPlanAmendment(ctx, input);
    return readOne(ctx, Round, id, info);
  }

  @Allows('round.withdraw')
  @Mutation(() => Round)
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

  /**
   * Events of the lifecycle this viewer may fire now; `approvePlanAmendment` where an amendment waits for the
   * signature.
   */
  @FieldResolver(() => [RoundActs])
  viewerCan(@Root() round: RoundRead, @Ctx() ctx: Context): RoundAct[] {
    const actors = roundActors(ctx.viewer!, { kind: round.kind, leadAgencyId: round.leadAgency.id });
    const events: RoundAct[] = roundLifecycle.eventsFor(round.state, actors);
    return round.amendment && round.amendment.problems.length === 0 && actors.includes('LEAD_AGENCY_HEAD')
      ? [...events, 'approvePlanAmendment']
      : events;
  }

  /** Conflicts that the auditees have declared, those to resolve first. */
  @FieldResolver(() => [ConflictDeclaration])
  declarations(@Root() round: { declarations: ConflictDeclaration[] }): ConflictDeclaration[] {
    return round.declarations;
  }

  /** The versions of the plan, the latest first; for those who arrange the round. */
  @FieldResolver(() => [RoundPlan])
  plans(@Root() round: { plans: RoundPlan[] }): RoundPlan[] {
    return round.plans;
  }
}

@Resolver(() => PlanAmendment)
export class PlanAmendmentResolver {
  /** Hard rules that the changes still break together: it cannot be signed before another change mends them. */
  @FieldResolver(() => [String])
  problems(@Root() amendment: PlanAmendment, @Ctx() ctx: Context): string[] {
    return amendment.problems.map((words) => words[ctx.language]);
  }
}

/** Whether the viewer may declare a conflict with at least one member today. */
function mayDeclare(ctx: Context, audit: DeclarableRead): boolean {
  if (!declarable.some((state) => state === audit.state) || !declares(ctx.viewer!, placeOfRead(audit))) return false;
  const joinedOn = (personId: string) => {
    const last = audit.replacements.find(({ joined }) => joined?.id === personId);
    return last ? localDate(new Date(last.at)) : null;
  };
  return audit.members.some(({ person }) => mayDeclareOn(ctx.today, audit.dates, joinedOn(person.id)));
}

/** Team and days of an audit, and what speaks against a member. */
@Resolver(() => Audit)
export class TeamResolver {
  /** Every auditor who comes into question, with the rules that forbid it; those who may be chosen first. */
  @Allows('round.manage')
  @Query(() => [TeamCandidate])
  teamCandidates(
    @Arg('auditId', () => ID, { description: 'The audit.' }) auditId: string,
    @Ctx() ctx: Context,
  ): Promise<TeamCandidate[]> {
    return teamCandidates(ctx, auditId);
  }

  @Allows('round.manage')
  @Mutation(() => Audit)
  async setTeam(
    @Arg('input', () => SetTeamInput) input: SetTeamInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Audit> {
    const { id } = await setTeam(ctx, input);
    return readOne(ctx, Audit, id, info);
  }

  @Allows('round.manage')
  @Mutation(() => Audit)
  async setAuditDates(
    @Arg('input', () => SetAuditDatesInput) input: SetAuditDatesInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Audit> {
    const { id } = await setAuditDates(ctx, input);
    return readOne(ctx, Audit, id, info);
  }

  /** Events of the lifecycle this viewer may fire now; `declareConflict` while the auditee may declare one (R14). */
  @FieldResolver(() => [AuditActs])
  viewerCan(@Root() audit: DeclarableRead, @Ctx() ctx: Context): AuditAct[] {
    const events: AuditAct[] = auditLifecycle.eventsFor(audit.state, auditActors(ctx.viewer!, placeOfRead(audit)));
    return mayDeclare(ctx, audit) ? [...events, 'declareConflict'] : events;
  }

  /** Changes in the team since the plan was approved, the latest first. */
  @FieldResolver(() => [TeamReplacement])
  replacements(@Root() audit: { replacements: TeamReplacement[] }): TeamReplacement[] {
    return audit.replacements;
  }

  /** Declared by the auditee; for that side, the lead agency and the person. */
  @FieldResolver(() => [ConflictDeclaration])
  declarations(@Root() audit: { declarations: ConflictDeclaration[] }): ConflictDeclaration[] {
    return audit.declarations;
  }

  /**
   * Conflicts declared by either side with members who are still on the team, until it is opened; for those who
   * can do something about it.
   */
  @FieldResolver(() => [OpenConflict])
  openConflicts(@Root() audit: { openConflicts: OpenConflict[] }): OpenConflict[] {
    return audit.openConflicts;
  }
}

@Resolver(() => ConflictDeclaration)
export class ConflictResolver {
  @Allows('audit.declareConflict')
  @Mutation(() => ConflictDeclaration)
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
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConflictDeclaration> {
    const { id } = await withdrawConflict(ctx, input);
    return readOne(ctx, ConflictDeclaration, id, info);
  }

  /** `withdraw` for the side that declared it, while it stands. */
  @FieldResolver(() => [DeclarationActs])
  viewerCan(@Root() { withdrawnAt, audit }: DeclarationRead, @Ctx() ctx: Context): DeclarationAct[] {
    return !withdrawnAt && declares(ctx.viewer!, placeOfRead(audit)) ? ['withdraw'] : [];
  }
}
