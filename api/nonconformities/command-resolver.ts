import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { Allows, readOne, type Context } from '../access/index.js';
import { ReasonInput, RecordInput } from '../platform/graphql/command-input.js';
import type { Answer } from '../commands/index.js';
import { askExtension, grantExtension, refuseExtension } from './extend.js';
import { dispute, returnPlan, revisePlan, uphold, withdraw } from './for-a-reason.js';
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
async function answer(ctx: Context, info: GraphQLResolveInfo, done: Promise<Answer>): Promise<Nonconformity> {
  const { id } = await done;
  return readOne(ctx, Nonconformity, id, info);
}

@Resolver()
export class NonconformityCommands {
  @Allows('nonconformity.report')
  @Mutation(() => Nonconformity)
  reportNonconformity(
    @Arg('input', () => ReportNonconformityInput) input: ReportNonconformityInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, report(ctx, input));
  }

  @Allows('nonconformity.respond')
  @Mutation(() => Nonconformity)
  respondToNonconformity(
    @Arg('input', () => RespondInput) input: RespondInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, respond(ctx, input));
  }

  @Allows('nonconformity.dispute')
  @Mutation(() => Nonconformity)
  disputeNonconformity(
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, dispute(ctx, input));
  }

  @Allows('nonconformity.decideDispute')
  @Mutation(() => Nonconformity)
  upholdNonconformity(
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, uphold(ctx, input));
  }

  @Allows('nonconformity.withdraw')
  @Mutation(() => Nonconformity)
  withdrawNonconformity(
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, withdraw(ctx, input));
  }

  @Allows('nonconformity.approvePlan')
  @Mutation(() => Nonconformity)
  approvePlan(
    @Arg('input', () => RecordInput) input: RecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, approvePlan(ctx, input));
  }

  @Allows('nonconformity.approvePlan')
  @Mutation(() => Nonconformity)
  returnPlan(
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, returnPlan(ctx, input));
  }

  @Allows('nonconformity.revisePlan')
  @Mutation(() => Nonconformity)
  revisePlan(
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, revisePlan(ctx, input));
  }

  @Allows('nonconformity.reportDone')
  @Mutation(() => Nonconformity)
  reportActionsDone(
    @Arg('input', () => RecordInput) input: RecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, reportActionsDone(ctx, input));
  }

  @Allows('nonconformity.verify')
  @Mutation(() => Nonconformity)
  verifyNonconformity(
    @Arg('input', () => VerifyInput) input: VerifyInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, verify(ctx, input));
  }

  @Allows('nonconformity.verify')
  @Mutation(() => Nonconformity)
  returnResult(
    @Arg('input', () => ReturnResultInput) input: ReturnResultInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, returnResult(ctx, input));
  }

  @Allows('nonconformity.verify')
  @Mutation(() => Nonconformity)
  confirmEffective(
    @Arg('input', () => EffectInput) input: EffectInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, confirmEffective(ctx, input));
  }

  @Allows('nonconformity.verify')
  @Mutation(() => Nonconformity)
  findIneffective(
    @Arg('input', () => EffectInput) input: EffectInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, findIneffective(ctx, input));
  }
}

@Resolver()
export class CorrectiveActionCommands {
  @Allows('correctiveAction.work')
  @Mutation(() => Nonconformity)
  reportActionDone(
    @Arg('input', () => ActionDoneInput) input: ActionDoneInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, reportActionDone(ctx, input));
  }

  @Allows('correctiveAction.work')
  @Mutation(() => Nonconformity)
  noteActionProgress(
    @Arg('input', () => ProgressInput) input: ProgressInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, noteProgress(ctx, input));
  }

  @Allows('correctiveAction.work')
  @Mutation(() => Nonconformity)
  askExtension(
    @Arg('input', () => ExtensionInput) input: ExtensionInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, askExtension(ctx, input));
  }

  @Allows('correctiveAction.decide')
  @Mutation(() => Nonconformity)
  grantExtension(
    @Arg('input', () => RecordInput) input: RecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, grantExtension(ctx, input));
  }

  @Allows('correctiveAction.decide')
  @Mutation(() => Nonconformity)
  refuseExtension(
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, refuseExtension(ctx, input));
  }

  @Allows('correctiveAction.decide')
  @Mutation(() => Nonconformity)
  dropAction(
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, dropAction(ctx, input));
  }

  @Allows('correctiveAction.decide')
  @Mutation(() => Nonconformity)
  acceptAction(
    @Arg('input', () => RecordInput) input: RecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, acceptAction(ctx, input));
  }

  @Allows('correctiveAction.decide')
  @Mutation(() => Nonconformity)
  returnAction(
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Nonconformity> {
    return answer(ctx, info, returnAction(ctx, input));
  }
}
