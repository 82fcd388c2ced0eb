import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allows, Performs, type Context } from '../../access/index.js';
import { answer } from '../../commands/index.js';
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

  @Performs('audit.plan')
  @Mutation(() => Audit)
  planAudit(
    @Arg('input', () => PlanAuditInput) input: PlanAuditInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Audit> {
    return answer(ctx, info, Audit, planAudit, input);
  }

  @Performs('audit.announce')
  @Mutation(() => Audit)
  announceAudit(
    @Arg('input', () => RecordInput) input: RecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Audit> {
    return answer(ctx, info, Audit, announceAudit, input);
  }

  @Performs('audit.confirmPlan')
  @Mutation(() => Audit)
  confirmAuditPlan(
    @Arg('input', () => SignInputOfRecord) input: SignInputOfRecord,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Audit> {
    return answer(ctx, info, Audit, confirmAuditPlan, input);
  }

  @Performs('audit.objectToPlan')
  @Mutation(() => Audit)
  objectToAuditPlan(
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Audit> {
    return answer(ctx, info, Audit, objectToAuditPlan, input);
  }

  @Performs('audit.open')
  @Mutation(() => Audit)
  openAudit(
    @Arg('input', () => OpenAuditInput) input: OpenAuditInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Audit> {
    return answer(ctx, info, Audit, openAudit, input);
  }

  /** Lines of the work sheet; 0 for those who may not see it. */
  @FieldResolver(() => Int)
  lineCount(@Root() audit: { lineCount: number }): number {
    return audit.lineCount;
  }

  /** The representative of each kind of office on the agenda: its head; for the committee the ISO head. */
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
  @Performs('checkItem.setResult')
  @Mutation(() => CheckItem)
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
