import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import { Performs, type Context } from '../access/index.js';
import { answer } from '../commands/index.js';
import { Nonconformity } from '../nonconformities/index.js';
import { agreeFinding, sendBackFinding, showFinding } from './agree-finding.js';
import { acknowledgeFinding, amendFinding, disputeFinding, upholdFinding } from './answer-finding.js';
import { Audit } from './audit.js';
import {
  AcknowledgeFindingInput,
  AddCheckItemInput,
  DropFindingInput,
  ExplainLinesInput,
  LineFilesInput,
  SamplesInput,
  SaveFindingInput,
  SetCheckResultInput,
  WriteFindingInput,
} from './audit-inputs.js';
import { CheckItem } from './check-item.js';
import { Finding } from './finding.js';
import { findingActors } from './policy.js';
import { placeOfRead, type FindingRead } from './read-shapes.js';
import { BareRecordInput, ReasonOfRecordInput } from './round-inputs.js';
import { findingLifecycle, type FindingState } from './rules/index.js';
import {
  addCheckItem,
  addLineFiles,
  addSamples,
  explainLines,
  removeLineFiles,
  removeSamples,
  setCheckResult,
} from './write-check-item.js';
import { dropFinding, saveFinding, sendFinding, writeFinding } from './write-finding.js';

@Resolver(() => CheckItem)
export class CheckItemResolver {
  @Performs('checkItem.setResult')
  @Mutation(() => CheckItem, { description: 'A VERSION_CONFLICT carries `current`: what stands there, and by whom.' })
  setCheckResult(
    @Arg('input', () => SetCheckResultInput) input: SetCheckResultInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CheckItem> {
    return answer(ctx, info, CheckItem, setCheckResult, input);
  }

  @Performs('checkItem.explain')
  @Mutation(() => Audit)
  explainLines(
    @Arg('input', () => ExplainLinesInput) input: ExplainLinesInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Audit> {
    return answer(ctx, info, Audit, explainLines, input);
  }

  @Performs('checkItem.addSamples')
  @Mutation(() => CheckItem)
  addSamples(
    @Arg('input', () => SamplesInput) input: SamplesInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CheckItem> {
    return answer(ctx, info, CheckItem, addSamples, input);
  }

  @Performs('checkItem.removeSamples')
  @Mutation(() => CheckItem)
  removeSamples(
    @Arg('input', () => SamplesInput) input: SamplesInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CheckItem> {
    return answer(ctx, info, CheckItem, removeSamples, input);
  }

  @Performs('checkItem.addFiles')
  @Mutation(() => CheckItem)
  addLineFiles(
    @Arg('input', () => LineFilesInput) input: LineFilesInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CheckItem> {
    return answer(ctx, info, CheckItem, addLineFiles, input);
  }

  @Performs('checkItem.removeFiles')
  @Mutation(() => CheckItem)
  removeLineFiles(
    @Arg('input', () => LineFilesInput) input: LineFilesInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CheckItem> {
    return answer(ctx, info, CheckItem, removeLineFiles, input);
  }

  @Performs('checkItem.add')
  @Mutation(() => CheckItem)
  addCheckItem(
    @Arg('input', () => AddCheckItemInput) input: AddCheckItemInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CheckItem> {
    return answer(ctx, info, CheckItem, addCheckItem, input);
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
    @Arg('input', () => BareRecordInput) input: BareRecordInput,
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
    @Arg('input', () => BareRecordInput) input: BareRecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Finding> {
    return answer(ctx, info, Finding, agreeFinding, input);
  }

  @Performs('finding.sendBack')
  @Mutation(() => Finding)
  sendBackFinding(
    @Arg('input', () => ReasonOfRecordInput) input: ReasonOfRecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Finding> {
    return answer(ctx, info, Finding, sendBackFinding, input);
  }

  @Performs('finding.show')
  @Mutation(() => Finding)
  showFinding(
    @Arg('input', () => BareRecordInput) input: BareRecordInput,
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
    @Arg('input', () => ReasonOfRecordInput) input: ReasonOfRecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Finding> {
    return answer(ctx, info, Finding, disputeFinding, input);
  }

  @Performs('finding.uphold')
  @Mutation(() => Finding)
  upholdFinding(
    @Arg('input', () => ReasonOfRecordInput) input: ReasonOfRecordInput,
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

  @FieldResolver(() => [String], { description: 'Events of the lifecycle this viewer may fire now.' })
  viewerCan(@Root() finding: FindingRead, @Ctx() ctx: Context): string[] {
    const actors = findingActors(ctx.viewer!, placeOfRead(finding.audit), finding.author.id);
    return findingLifecycle.eventsFor(finding.state as FindingState, actors);
  }
}

/** What an audit adds to a nonconformity: the way back to where it was found. */
@Resolver(() => Nonconformity)
export class FindingOfNonconformityResolver {
  @FieldResolver(() => Finding, { nullable: true, description: 'The finding of an audit that it came from.' })
  finding(@Root() nonconformity: { finding?: Finding | null }): Finding | null {
    return nonconformity.finding ?? null;
  }
}
