import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { Performs, type Context } from '../access/index.js';
import { answer } from '../commands/index.js';
import { ReasonInput, RecordInput } from '../platform/graphql/command-input.js';
import { askExtension, grantExtension, refuseExtension } from './extend.js';
import { dispute, returnPlan, revisePlan, uphold, withdrawNonconformity } from './for-a-reason.js';
import {
  ActionDoneInput,
  EffectInput,
  ExtensionInput,
  ProgressInput,
  ReportNonconformityInput,
  RespondInput,
  ReturnResultInput,
  VerifyInput,
} from './inputs.js';
import { Nonconformity } from './nonconformity.js';
import { approvePlan, reportActionsDone } from './plan.js';
import { report } from './report.js';
import { respond } from './respond.js';
import { confirmEffective, findIneffective, returnResult, verify } from './verify.js';
import { acceptAction, dropAction, noteProgress, reportActionDone, returnAction } from './work-on-action.js';

/** Every command answers with the nonconformity as it stands after it. */
@Resolver()
export class NonconformityCommands {
  @Performs('nonconformity.report')
  @Mutation(() => Nonconformity)
  reportNonconformity(
    @Arg('input', () => ReportNonconformityInput) input: ReportNonconformityInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, Nonconformity, report, input);
  }

  @Performs('nonconformity.respond')
  @Mutation(() => Nonconformity)
  respondToNonconformity(
    @Arg('input', () => RespondInput) input: RespondInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, Nonconformity, respond, input);
  }

  @Performs('nonconformity.dispute')
  @Mutation(() => Nonconformity)
  disputeNonconformity(
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, Nonconformity, dispute, input);
  }

  @Performs('nonconformity.uphold')
  @Mutation(() => Nonconformity)
  upholdNonconformity(
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, Nonconformity, uphold, input);
  }

  @Performs('nonconformity.withdraw')
  @Mutation(() => Nonconformity)
  withdrawNonconformity(
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, Nonconformity, withdrawNonconformity, input);
  }

  @Performs('nonconformity.approvePlan')
  @Mutation(() => Nonconformity)
  approvePlan(
    @Arg('input', () => RecordInput) input: RecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, Nonconformity, approvePlan, input);
  }

  @Performs('nonconformity.returnPlan')
  @Mutation(() => Nonconformity)
  returnPlan(
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, Nonconformity, returnPlan, input);
  }

  @Performs('nonconformity.revisePlan')
  @Mutation(() => Nonconformity)
  revisePlan(
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, Nonconformity, revisePlan, input);
  }

  @Performs('nonconformity.reportDone')
  @Mutation(() => Nonconformity)
  reportActionsDone(
    @Arg('input', () => RecordInput) input: RecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, Nonconformity, reportActionsDone, input);
  }

  @Performs('nonconformity.verify')
  @Mutation(() => Nonconformity)
  verifyNonconformity(
    @Arg('input', () => VerifyInput) input: VerifyInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, Nonconformity, verify, input);
  }

  @Performs('nonconformity.returnResult')
  @Mutation(() => Nonconformity)
  returnResult(
    @Arg('input', () => ReturnResultInput) input: ReturnResultInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, Nonconformity, returnResult, input);
  }

  @Performs('nonconformity.confirmEffective')
  @Mutation(() => Nonconformity)
  confirmEffective(
    @Arg('input', () => EffectInput) input: EffectInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, Nonconformity, confirmEffective, input);
  }

  @Performs('nonconformity.findIneffective')
  @Mutation(() => Nonconformity)
  findIneffective(
    @Arg('input', () => EffectInput) input: EffectInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, Nonconformity, findIneffective, input);
  }
}

@Resolver()
export class CorrectiveActionCommands {
  @Performs('correctiveAction.reportDone')
  @Mutation(() => Nonconformity)
  reportActionDone(
    @Arg('input', () => ActionDoneInput) input: ActionDoneInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, Nonconformity, reportActionDone, input);
  }

  @Performs('correctiveAction.noteProgress')
  @Mutation(() => Nonconformity)
  noteActionProgress(
    @Arg('input', () => ProgressInput) input: ProgressInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, Nonconformity, noteProgress, input);
  }

  @Performs('correctiveAction.askExtension')
  @Mutation(() => Nonconformity)
  askExtension(
    @Arg('input', () => ExtensionInput) input: ExtensionInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, Nonconformity, askExtension, input);
  }

  @Performs('correctiveAction.grantExtension')
  @Mutation(() => Nonconformity)
  grantExtension(
    @Arg('input', () => RecordInput) input: RecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, Nonconformity, grantExtension, input);
  }

  @Performs('correctiveAction.refuseExtension')
  @Mutation(() => Nonconformity)
  refuseExtension(
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, Nonconformity, refuseExtension, input);
  }

  @Performs('correctiveAction.drop')
  @Mutation(() => Nonconformity)
  dropAction(
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, Nonconformity, dropAction, input);
  }

  @Performs('correctiveAction.accept')
  @Mutation(() => Nonconformity)
  acceptAction(
    @Arg('input', () => RecordInput) input: RecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, Nonconformity, acceptAction, input);
  }

  @Performs('correctiveAction.return')
  @Mutation(() => Nonconformity)
  returnAction(
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, Nonconformity, returnAction, input);
  }
}
