import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allows, Performs, type Context } from '../../access/index.js';
import { answer } from '../../commands/index.js';
import { Nonconformity } from '../../nonconformities/index.js';
import { ReasonInput, RecordInput } from '../../platform/graphql/command-input.js';
import { mayDeclare } from '../assignment/declare-conflict.js';
import type { DeclarableRead } from '../assignment/read-shapes.js';
import { Audit } from '../planning/audit.js';
import { Round } from '../planning/round.js';
import { SignInputOfRecord } from '../planning/inputs.js';
import { agreeFinding, sendBackFinding, showFinding } from './agree-finding.js';
import { acknowledgeFinding, amendFinding, disputeFinding, upholdFinding } from './answer-finding.js';
import { acceptReport, returnReport } from './answer-report.js';
import { closeRound, reportRound } from './report-round.js';
import { Finding } from './finding.js';
import { finishFieldwork, reopenFieldwork } from './finish-fieldwork.js';
import { auditAccess, findingAccess, type FindingRecord } from './policy.js';
import { reportAudit, saveReport } from './report-audit.js';
import { reportOfAudit, reportOfRound, RoundReport } from './report-data.js';
import { dropFinding, saveFinding, sendFinding, writeFinding } from './write-finding.js';
import {
  AcknowledgeFindingInput,
  DropFindingInput,
  FinishFieldworkInput,
  ReportRoundInput,
  SaveFindingInput,
  SaveReportInput,
  WriteFindingInput,
} from './inputs.js';
import { AuditActs, type AuditAct } from '../assignment/states.js';
import type { FindingEvent } from '../rules/findings/index.js';
import { FindingActs } from './states.js';

/** End of the fieldwork and report of an audit. */
@Resolver(() => Audit)
export class ReportResolver {
  /** The figures of an audit: findings that the viewer may see. */
  @Allows('audit.read')
  @Query(() => RoundReport)
  auditReport(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<RoundReport> {
    return reportOfAudit(ctx, id);
  }

  @Performs('audit.finishFieldwork')
  @Mutation(() => Audit)
  finishFieldwork(
    @Arg('input', () => FinishFieldworkInput) input: FinishFieldworkInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Audit> {
    return answer(ctx, info, Audit, finishFieldwork, input);
  }

  @Performs('audit.reopenFieldwork')
  @Mutation(() => Audit)
  reopenFieldwork(
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Audit> {
    return answer(ctx, info, Audit, reopenFieldwork, input);
  }

  @Performs('audit.saveReport')
  @Mutation(() => Audit)
  saveReport(
    @Arg('input', () => SaveReportInput) input: SaveReportInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Audit> {
    return answer(ctx, info, Audit, saveReport, input);
  }

  @Performs('audit.report')
  @Mutation(() => Audit)
  reportAudit(
    @Arg('input', () => SignInputOfRecord) input: SignInputOfRecord,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Audit> {
    return answer(ctx, info, Audit, reportAudit, input);
  }

  @Performs('audit.accept')
  @Mutation(() => Audit)
  acceptReport(
    @Arg('input', () => SignInputOfRecord) input: SignInputOfRecord,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Audit> {
    return answer(ctx, info, Audit, acceptReport, input);
  }

  @Performs('audit.return')
  @Mutation(() => Audit)
  returnReport(
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Audit> {
    return answer(ctx, info, Audit, returnReport, input);
  }

  /**
   * Lines that still need a result (or a reason why there is none), evidence, or a finding for a minor or major
   * result.
   */
  @FieldResolver(() => Int)
  openLineCount(@Root() audit: { openLineCount: number }): number {
    return audit.openLineCount;
  }

  /** Events of the lifecycle this viewer may fire now; `declareConflict` while the auditee may declare one (R14). */
  @FieldResolver(() => [AuditActs])
  viewerCan(@Root() audit: DeclarableRead, @Ctx() ctx: Context): AuditAct[] {
    const events: AuditAct[] = auditAccess.eventsOf(ctx.viewer!, audit, ctx.today);
    return mayDeclare(ctx, audit) ? [...events, 'declareConflict'] : events;
  }

  /** Those the viewer may see. */
  @FieldResolver(() => [Finding])
  findings(@Root() audit: { findings: Finding[] }): Finding[] {
    return audit.findings;
  }
}

/** The consolidated report of a round. */
@Resolver(() => Round)
export class RoundReportResolver {
  /** The figures of the consolidated report: findings that the viewer may see. */
  @Allows('audit.read')
  @Query(() => RoundReport)
  roundReport(@Arg('id', () => ID) id: string, @Ctx() ctx: Context): Promise<RoundReport> {
    return reportOfRound(ctx, id);
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
}

@Resolver(() => Finding)
export class FindingResolver {
  @Performs('finding.write')
  @Mutation(() => Finding)
  writeFinding(
    @Arg('input', () => WriteFindingInput) input: WriteFindingInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Finding> {
    return answer(ctx, info, Finding, writeFinding, input);
  }

  @Performs('finding.save')
  @Mutation(() => Finding)
  saveFinding(
    @Arg('input', () => SaveFindingInput) input: SaveFindingInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Finding> {
    return answer(ctx, info, Finding, saveFinding, input);
  }

  @Performs('finding.send')
  @Mutation(() => Finding)
  sendFinding(
    @Arg('input', () => RecordInput) input: RecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Finding> {
    return answer(ctx, info, Finding, sendFinding, input);
  }

  @Performs('finding.drop')
  @Mutation(() => Finding)
  dropFinding(
    @Arg('input', () => DropFindingInput) input: DropFindingInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Finding> {
    return answer(ctx, info, Finding, dropFinding, input);
  }

  @Performs('finding.agree')
  @Mutation(() => Finding)
  agreeFinding(
    @Arg('input', () => RecordInput) input: RecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Finding> {
    return answer(ctx, info, Finding, agreeFinding, input);
  }

  @Performs('finding.sendBack')
  @Mutation(() => Finding)
  sendBackFinding(
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Finding> {
    return answer(ctx, info, Finding, sendBackFinding, input);
  }

  @Performs('finding.show')
  @Mutation(() => Finding)
  showFinding(
    @Arg('input', () => RecordInput) input: RecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Finding> {
    return answer(ctx, info, Finding, showFinding, input);
  }

  @Performs('finding.acknowledge')
  @Mutation(() => Finding)
  acknowledgeFinding(
    @Arg('input', () => AcknowledgeFindingInput) input: AcknowledgeFindingInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Finding> {
    return answer(ctx, info, Finding, acknowledgeFinding, input);
  }

  @Performs('finding.dispute')
  @Mutation(() => Finding)
  disputeFinding(
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Finding> {
    return answer(ctx, info, Finding, disputeFinding, input);
  }

  @Performs('finding.uphold')
  @Mutation(() => Finding)
  upholdFinding(
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Finding> {
    return answer(ctx, info, Finding, upholdFinding, input);
  }

  @Performs('finding.amend')
  @Mutation(() => Finding)
  amendFinding(
    @Arg('input', () => SaveFindingInput) input: SaveFindingInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Finding> {
    return answer(ctx, info, Finding, amendFinding, input);
  }

  /** Events of the lifecycle this viewer may fire now. */
  @FieldResolver(() => [FindingActs])
  viewerCan(@Root() finding: FindingRecord, @Ctx() ctx: Context): FindingEvent[] {
    return findingAccess.eventsOf(ctx.viewer!, finding, ctx.today);
  }
}

/** What an audit adds to a nonconformity: the link to the audit in which it was found. */
@Resolver(() => Nonconformity)
export class FindingOfNonconformityResolver {
  /** The finding of an audit that it came from. */
  @FieldResolver(() => Finding, { nullable: true })
  finding(@Root() nonconformity: { finding?: Finding | null }): Finding | null {
    return nonconformity.finding ?? null;
  }
}
