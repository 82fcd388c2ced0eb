import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allows, readOne, readPage, type Context } from '../access/index.js';
import { localDate } from '../rules/calendar.js';
import { connectionOf, type ConnectionOf } from '../platform/graphql/connection.js';
import { Signature } from '../trail/index.js';
import { confirmAuditPlan, objectToAuditPlan } from './answer-plan.js';
import { acceptReport, cancelAudit, returnReport } from './answer-report.js';
import { Audit } from './audit.js';
import { FinishFieldworkInput, OpenAuditInput, PlanAuditInput, SaveReportInput } from './audit-inputs.js';
import { TeamCandidate, teamCandidates } from './candidates.js';
import { finishFieldwork, reopenFieldwork } from './finish-fieldwork.js';
import { openAudit } from './open-audit.js';
import { announceAudit, planAudit } from './plan-audit.js';
import { auditActors, declares, isInTeam } from './policy.js';
import { ProcedureChoice, procedureChoices } from './procedure-choices.js';
import { setAuditDates, setTeam } from './set-team.js';
import { AuditArgs, auditsSort, auditWhere } from './queries.js';
import { reportAudit, saveReport } from './report-audit.js';
import { reportOfAudit, RoundReport } from './report-data.js';
import { placeOfRead, type DeclarableRead } from './read-shapes.js';
import {
  BareRecordInput,
  ReasonOfRecordInput,
  SetAuditDatesInput,
  SetTeamInput,
  SignInputOfRecord,
} from './round-inputs.js';
import { auditLifecycle, declarable, mayDeclareOn } from './rules/index.js';
import { AuditActs, type AuditAct } from './states.js';

/** Whether the viewer may declare a conflict with at least one member today. */
function mayDeclare(ctx: Context, audit: DeclarableRead): boolean {
  if (!declarable.some((state) => state === audit.state) || !declares(ctx.viewer!, placeOfRead(audit))) return false;
  const joinedOn = (personId: string) => {
    const last = audit.replacements.find(({ joined }) => joined?.id === personId);
    return last ? localDate(new Date(last.at)) : null;
  };
  return audit.members.some(({ person }) => mayDeclareOn(ctx.today, audit.dates, joinedOn(person.id)));
}

const AuditConnection = connectionOf(Audit, 'Audit');

@Resolver(() => Audit)
export class AuditResolver {
  @Allows('audit.read')
  @Query(() => AuditConnection, { description: 'The newest round first.' })
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

  @Allows('audit.read')
  @Query(() => RoundReport, { description: 'The figures of an audit: findings that the viewer may see.' })
  auditReport(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<RoundReport> {
    return reportOfAudit(ctx, id);
  }

  @Allows('round.manage')
  @Query(() => [TeamCandidate], {
    description: 'Every auditor who comes into question, with the rules that forbid it; those who may be chosen first.',
  })
  teamCandidates(@Arg('auditId', () => ID) auditId: string, @Ctx() ctx: Context): Promise<TeamCandidate[]> {
    return teamCandidates(ctx, auditId);
  }

  @Allows('audit.plan')
  @Query(() => [ProcedureChoice], { description: 'For the team: the procedures in force at the auditee.' })
  procedureChoices(@Arg('auditId', () => ID) auditId: string, @Ctx() ctx: Context): Promise<ProcedureChoice[]> {
    return procedureChoices(ctx, auditId);
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

  @Allows('audit.plan')
  @Mutation(() => Audit)
  async planAudit(
    @Arg('input', () => PlanAuditInput) input: PlanAuditInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Audit> {
    const { id } = await planAudit(ctx, input);
    return readOne(ctx, Audit, id, info);
  }

  @Allows('audit.plan')
  @Mutation(() => Audit)
  async announceAudit(
    @Arg('input', () => BareRecordInput) input: BareRecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Audit> {
    const { id } = await announceAudit(ctx, input);
    return readOne(ctx, Audit, id, info);
  }

  @Allows('audit.answerPlan')
  @Mutation(() => Audit)
  async confirmAuditPlan(
    @Arg('input', () => SignInputOfRecord) input: SignInputOfRecord,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Audit> {
    const { id } = await confirmAuditPlan(ctx, input);
    return readOne(ctx, Audit, id, info);
  }

  @Allows('audit.answerPlan')
  @Mutation(() => Audit)
  async objectToAuditPlan(
    @Arg('input', () => ReasonOfRecordInput) input: ReasonOfRecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Audit> {
    const { id } = await objectToAuditPlan(ctx, input);
    return readOne(ctx, Audit, id, info);
  }

  @Allows('audit.fieldwork')
  @Mutation(() => Audit, { description: 'The work sheet is made with it.' })
  async openAudit(
    @Arg('input', () => OpenAuditInput) input: OpenAuditInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Audit> {
    const { id } = await openAudit(ctx, input);
    return readOne(ctx, Audit, id, info);
  }

  @Allows('audit.fieldwork')
  @Mutation(() => Audit)
  async finishFieldwork(
    @Arg('input', () => FinishFieldworkInput) input: FinishFieldworkInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Audit> {
    const { id } = await finishFieldwork(ctx, input);
    return readOne(ctx, Audit, id, info);
  }

  @Allows('audit.fieldwork')
  @Mutation(() => Audit)
  async reopenFieldwork(
    @Arg('input', () => ReasonOfRecordInput) input: ReasonOfRecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Audit> {
    const { id } = await reopenFieldwork(ctx, input);
    return readOne(ctx, Audit, id, info);
  }

  @Allows('audit.report')
  @Mutation(() => Audit)
  async saveReport(
    @Arg('input', () => SaveReportInput) input: SaveReportInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Audit> {
    const { id } = await saveReport(ctx, input);
    return readOne(ctx, Audit, id, info);
  }

  @Allows('audit.report')
  @Mutation(() => Audit)
  async reportAudit(
    @Arg('input', () => SignInputOfRecord) input: SignInputOfRecord,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Audit> {
    const { id } = await reportAudit(ctx, input);
    return readOne(ctx, Audit, id, info);
  }

  @Allows('audit.answerReport')
  @Mutation(() => Audit, { description: 'Closes the audit; minor and major findings become nonconformities.' })
  async acceptReport(
    @Arg('input', () => SignInputOfRecord) input: SignInputOfRecord,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Audit> {
    const { id } = await acceptReport(ctx, input);
    return readOne(ctx, Audit, id, info);
  }

  @Allows('audit.answerReport')
  @Mutation(() => Audit)
  async returnReport(
    @Arg('input', () => ReasonOfRecordInput) input: ReasonOfRecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Audit> {
    const { id } = await returnReport(ctx, input);
    return readOne(ctx, Audit, id, info);
  }

  @Allows('audit.cancel')
  @Mutation(() => Audit)
  async cancelAudit(
    @Arg('input', () => ReasonOfRecordInput) input: ReasonOfRecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Audit> {
    const { id } = await cancelAudit(ctx, input);
    return readOne(ctx, Audit, id, info);
  }

  @FieldResolver(() => [AuditActs], {
    description:
      'Events of the lifecycle this viewer may fire now; `declareConflict` while the auditee may declare one (R14).',
  })
  viewerCan(@Root() audit: DeclarableRead, @Ctx() ctx: Context): AuditAct[] {
    const events: AuditAct[] = auditLifecycle.eventsFor(audit.state, auditActors(ctx.viewer!, placeOfRead(audit)));
    return mayDeclare(ctx, audit) ? [...events, 'declareConflict'] : events;
  }

  @FieldResolver(() => Boolean, { description: 'The viewer is in the team.' })
  isTeam(@Root() audit: { members: { person: { id: string } }[] }, @Ctx() ctx: Context): boolean {
    return isInTeam(
      ctx.viewer!,
      audit.members.map(({ person }) => ({ personId: person.id, part: 'AUDITOR' })),
    );
  }

  /** Signatures on the plan and on the report, in order. */
  @FieldResolver(() => [Signature])
  signatures(@Root() audit: { signatures: Signature[] }): Signature[] {
    return audit.signatures;
  }

  @FieldResolver(() => Int, { description: 'Lines of the work sheet; 0 for those who may not see it.' })
  lineCount(@Root() audit: { lineCount: number }): number {
    return audit.lineCount;
  }

  @FieldResolver(() => Int, {
    description:
      'Lines that still want a result (or a reason why not), evidence, or the finding that carries a minor or major one.',
  })
  openLineCount(@Root() audit: { openLineCount: number }): number {
    return audit.openLineCount;
  }
}
