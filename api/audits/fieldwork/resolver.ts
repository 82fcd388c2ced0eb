import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allows, readOne, type Context } from '../../access/index.js';
import { ReasonInput, RecordInput } from '../../platform/graphql/command-input.js';
import { Audit } from '../planning/audit.js';
import { SignInputOfRecord } from '../planning/inputs.js';
import { confirmAuditPlan, objectToAuditPlan } from './answer-plan.js';
import { CheckItem } from './check-item.js';
import { openAudit } from './open-audit.js';
import { announceAudit, planAudit } from './plan-audit.js';
import { ProcedureChoice, procedureChoices } from './procedure-choices.js';
import { Representative } from './representatives.js';
import {
  addCheckItem,
  addLineFiles,
  addSamples,
  explainLines,
  removeLineFiles,
  removeSamples,
  setCheckResult,
} from './write-check-item.js';
import {
  AddCheckItemInput,
  ExplainLinesInput,
  LineFilesInput,
  OpenAuditInput,
  PlanAuditInput,
  SamplesInput,
  SetCheckResultInput,
} from './inputs.js';

/** Plan, opening and work sheet of an audit. */
@Resolver(() => Audit)
export class FieldworkResolver {
  /** For the team: the procedures in force at the auditee. */
  @Allows('audit.plan')
  @Query(() => [ProcedureChoice])
  procedureChoices(
    @Arg('auditId', () => ID, { description: 'The audit.' }) auditId: string,
    @Ctx() ctx: Context,
  ): Promise<ProcedureChoice[]> {
    return procedureChoices(ctx, auditId);
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
    @Arg('input', () => RecordInput) input: RecordInput,
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
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Audit> {
    const { id } = await objectToAuditPlan(ctx, input);
    return readOne(ctx, Audit, id, info);
  }

  @Allows('audit.fieldwork')
  @Mutation(() => Audit)
  async openAudit(
    @Arg('input', () => OpenAuditInput) input: OpenAuditInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Audit> {
    const { id } = await openAudit(ctx, input);
    return readOne(ctx, Audit, id, info);
  }

  /** Lines of the work sheet; 0 for those who may not see it. */
  @FieldResolver(() => Int)
  lineCount(@Root() audit: { lineCount: number }): number {
    return audit.lineCount;
  }

  /** Who speaks for each kind of office on the agenda: its head, for the committee the ISO head. */
  @FieldResolver(() => [Representative])
  representatives(@Root() audit: { representatives: Representative[] }): Representative[] {
    return audit.representatives;
  }

  /** The work sheet; empty for those who may not see it (R16). */
  @FieldResolver(() => [CheckItem])
  checkItems(@Root() audit: { checkItems: CheckItem[] }): CheckItem[] {
    return audit.checkItems;
  }
}

@Resolver(() => CheckItem)
export class CheckItemResolver {
  @Allows('audit.fieldwork')
  @Mutation(() => CheckItem)
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
