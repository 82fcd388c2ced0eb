import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allows, readOne, type Context } from '../../access/index.js';
import { Nonconformity } from '../../nonconformities/index.js';
import { ReasonInput, RecordInput } from '../../platform/graphql/command-input.js';
import { Audit } from '../planning/audit.js';
import { placeOfRead } from '../planning/read-shapes.js';
import { Round } from '../planning/round.js';
import { SignInputOfRecord } from '../planning/inputs.js';
import { agreeFinding, sendBackFinding, showFinding } from './agree-finding.js';
import { acknowledgeFinding, amendFinding, disputeFinding, upholdFinding } from './answer-finding.js';
import { acceptReport, returnReport } from './answer-report.js';
import { closeRound, reportRound } from './report-round.js';
import { Finding } from './finding.js';
import { finishFieldwork, reopenFieldwork } from './finish-fieldwork.js';
import { findingActors } from './policy.js';
import { type FindingRead } from './read-shapes.js';
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
import { findingLifecycle, type FindingEvent } from '../rules/findings/index.js';
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
    @Arg('input', () => ReasonInput) input: ReasonInput,
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
  @Mutation(() => Audit)
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
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Audit> {
    const { id } = await returnReport(ctx, input);
    return readOne(ctx, Audit, id, info);
  }

  /**
   * Lines that still want a result (or a reason why not), evidence, or the finding that carries a minor or major
   * one.
   */
  @FieldResolver(() => Int)
  openLineCount(@Root() audit: { openLineCount: number }): number {
    return audit.openLineCount;
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
}

@Resolver(() => Finding)
export class FindingResolver {
  @Allows('finding.write')
  @Mutation(() => Finding)
  async writeFinding(
    @Arg('input', () => WriteFindingInput) input: WriteFindingInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Finding> {
    const { id } = await writeFinding(ctx, input);
    return readOne(ctx, Finding, id, info);
  }

  @Allows('finding.write')
  @Mutation(() => Finding)
  async saveFinding(
    @Arg('input', () => SaveFindingInput) input: SaveFindingInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Finding> {
    const { id } = await saveFinding(ctx, input);
    return readOne(ctx, Finding, id, info);
  }

  @Allows('finding.write')
  @Mutation(() => Finding)
  async sendFinding(
    @Arg('input', () => RecordInput) input: RecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Finding> {
    const { id } = await sendFinding(ctx, input);
    return readOne(ctx, Finding, id, info);
  }

  @Allows('finding.write')
  @Mutation(() => Finding)
  async dropFinding(
    @Arg('input', () => DropFindingInput) input: DropFindingInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Finding> {
    const { id } = await dropFinding(ctx, input);
    return readOne(ctx, Finding, id, info);
  }

  @Allows('finding.write')
  @Mutation(() => Finding)
  async agreeFinding(
    @Arg('input', () => RecordInput) input: RecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Finding> {
    const { id } = await agreeFinding(ctx, input);
    return readOne(ctx, Finding, id, info);
  }

  @Allows('finding.lead')
  @Mutation(() => Finding)
  async sendBackFinding(
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Finding> {
    const { id } = await sendBackFinding(ctx, input);
    return readOne(ctx, Finding, id, info);
  }

  @Allows('finding.lead')
  @Mutation(() => Finding)
  async showFinding(
    @Arg('input', () => RecordInput) input: RecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Finding> {
    const { id } = await showFinding(ctx, input);
    return readOne(ctx, Finding, id, info);
  }

  @Allows('finding.answer')
  @Mutation(() => Finding)
  async acknowledgeFinding(
    @Arg('input', () => AcknowledgeFindingInput) input: AcknowledgeFindingInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Finding> {
    const { id } = await acknowledgeFinding(ctx, input);
    return readOne(ctx, Finding, id, info);
  }

  @Allows('finding.answer')
  @Mutation(() => Finding)
  async disputeFinding(
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Finding> {
    const { id } = await disputeFinding(ctx, input);
    return readOne(ctx, Finding, id, info);
  }

  @Allows('finding.lead')
  @Mutation(() => Finding)
  async upholdFinding(
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Finding> {
    const { id } = await upholdFinding(ctx, input);
    return readOne(ctx, Finding, id, info);
  }

  @Allows('finding.lead')
  @Mutation(() => Finding)
  async amendFinding(
    @Arg('input', () => SaveFindingInput) input: SaveFindingInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Finding> {
    const { id } = await amendFinding(ctx, input);
    return readOne(ctx, Finding, id, info);
  }

  /** Events of the lifecycle this viewer may fire now. */
  @FieldResolver(() => [FindingActs])
  viewerCan(@Root() finding: FindingRead, @Ctx() ctx: Context): FindingEvent[] {
    const actors = findingActors(ctx.viewer!, placeOfRead(finding.audit), finding.author.id);
    return findingLifecycle.eventsFor(finding.state, actors);
  }
}

/** What an audit adds to a nonconformity: the way back to where it was found. */
@Resolver(() => Nonconformity)
export class FindingOfNonconformityResolver {
  /** The finding of an audit that it came from. */
  @FieldResolver(() => Finding, { nullable: true })
  finding(@Root() nonconformity: { finding?: Finding | null }): Finding | null {
    return nonconformity.finding ?? null;
  }
}
