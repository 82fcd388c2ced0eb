import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, Info, Mutation, Resolver, Root } from 'type-graphql';
import { Allows, readOne, type Context } from '../access/index.js';
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
import { findingLifecycle, type FindingEvent } from './rules/index.js';
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
import { FindingActs } from './states.js';

@Resolver(() => CheckItem)
export class CheckItemResolver {
  @Allows('audit.fieldwork')
  @Mutation(() => CheckItem, { description: 'A VERSION_CONFLICT carries `current`: what stands there, and by whom.' })
  async setCheckResult(
    @Arg('input', () => SetCheckResultInput) input: SetCheckResultInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CheckItem> {
    const { id } = await setCheckResult(ctx, input);
    return readOne(ctx, CheckItem, id, info);
  }

  @Allows('audit.fieldwork')
  @Mutation(() => Audit)
  async explainLines(
    @Arg('input', () => ExplainLinesInput) input: ExplainLinesInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Audit> {
    const { id } = await explainLines(ctx, input);
    return readOne(ctx, Audit, id, info);
  }

  @Allows('audit.fieldwork')
  @Mutation(() => CheckItem)
  async addSamples(
    @Arg('input', () => SamplesInput) input: SamplesInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CheckItem> {
    const { id } = await addSamples(ctx, input);
    return readOne(ctx, CheckItem, id, info);
  }

  @Allows('audit.fieldwork')
  @Mutation(() => CheckItem)
  async removeSamples(
    @Arg('input', () => SamplesInput) input: SamplesInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CheckItem> {
    const { id } = await removeSamples(ctx, input);
    return readOne(ctx, CheckItem, id, info);
  }

  @Allows('audit.fieldwork')
  @Mutation(() => CheckItem)
  async addLineFiles(
    @Arg('input', () => LineFilesInput) input: LineFilesInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CheckItem> {
    const { id } = await addLineFiles(ctx, input);
    return readOne(ctx, CheckItem, id, info);
  }

  @Allows('audit.fieldwork')
  @Mutation(() => CheckItem)
  async removeLineFiles(
    @Arg('input', () => LineFilesInput) input: LineFilesInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CheckItem> {
    const { id } = await removeLineFiles(ctx, input);
    return readOne(ctx, CheckItem, id, info);
  }

  @Allows('audit.fieldwork')
  @Mutation(() => CheckItem)
  async addCheckItem(
    @Arg('input', () => AddCheckItemInput) input: AddCheckItemInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CheckItem> {
    const { id } = await addCheckItem(ctx, input);
    return readOne(ctx, CheckItem, id, info);
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
    @Arg('input', () => BareRecordInput) input: BareRecordInput,
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
    @Arg('input', () => BareRecordInput) input: BareRecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Finding> {
    const { id } = await agreeFinding(ctx, input);
    return readOne(ctx, Finding, id, info);
  }

  @Allows('finding.lead')
  @Mutation(() => Finding)
  async sendBackFinding(
    @Arg('input', () => ReasonOfRecordInput) input: ReasonOfRecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Finding> {
    const { id } = await sendBackFinding(ctx, input);
    return readOne(ctx, Finding, id, info);
  }

  @Allows('finding.lead')
  @Mutation(() => Finding)
  async showFinding(
    @Arg('input', () => BareRecordInput) input: BareRecordInput,
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
    @Arg('input', () => ReasonOfRecordInput) input: ReasonOfRecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Finding> {
    const { id } = await disputeFinding(ctx, input);
    return readOne(ctx, Finding, id, info);
  }

  @Allows('finding.lead')
  @Mutation(() => Finding)
  async upholdFinding(
    @Arg('input', () => ReasonOfRecordInput) input: ReasonOfRecordInput,
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

  @FieldResolver(() => [FindingActs], { description: 'Events of the lifecycle this viewer may fire now.' })
  viewerCan(@Root() finding: FindingRead, @Ctx() ctx: Context): FindingEvent[] {
    const actors = findingActors(ctx.viewer!, placeOfRead(finding.audit), finding.author.id);
    return findingLifecycle.eventsFor(finding.state, actors);
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
