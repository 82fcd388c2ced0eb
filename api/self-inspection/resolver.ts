import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allows, Performs, readContext, readOne, readPage, type Context } from '../access/index.js';
import { answer } from '../commands/index.js';
import { Attachment } from '../attachments/index.js';
import { connectionOf, type ConnectionOf } from '../platform/graphql/connection.js';
import { ReasonInput, RecordInput } from '../platform/graphql/command-input.js';
import { acceptInspection, excuseInspection, nameSubstitute, returnInspection } from './decide.js';
import { beginInspection, saveAnswers, submitInspection } from './fill-in.js';
import {
  NameSubstituteInput,
  ReportFailingAnswerInput,
  ReturnInspectionInput,
  SaveAnswersInput,
  StartInspectionInput,
  SubmitInspectionInput,
} from './inputs.js';
import { Inspection, InspectionAnswer } from './inspection.js';
import { inspectionOverview, InspectionOverview, OverviewArgs } from './overview.js';
import { inspectionActs, type InspectionRecord, type KindFact } from './policy.js';
import { InspectionsArgs, inspectionSort, inspectionsWhere } from './queries.js';
import { reportFailingAnswer } from './report-failing.js';
import { periodWords } from './rules/index.js';
import { InspectionActs, type InspectionAct } from './states.js';
import { startInspection } from './start-inspection.js';

const InspectionConnection = connectionOf(Inspection, 'Inspection');

@Resolver(() => Inspection)
export class InspectionResolver {
  /** The self-inspections that the viewer may see. */
  @Allows('selfInspection.read')
  @Query(() => InspectionConnection)
  inspections(
    @Args(() => InspectionsArgs) args: InspectionsArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionOf<Inspection>> {
    return readPage(ctx, Inspection, info, args, {
      where: inspectionsWhere(args, readContext(ctx)),
      sort: inspectionSort(args.order),
    });
  }

  /** One self-inspection. */
  @Allows('selfInspection.read')
  @Query(() => Inspection)
  inspection(
    @Arg('id', () => ID) id: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Inspection> {
    return readOne(ctx, Inspection, id, info);
  }

  /** Units down, periods across, for one template. */
  @Allows('selfInspection.read')
  @Query(() => InspectionOverview)
  inspectionOverview(@Args(() => OverviewArgs) args: OverviewArgs, @Ctx() ctx: Context): Promise<InspectionOverview> {
    return inspectionOverview(ctx, args);
  }

  @Performs('selfInspection.begin')
  @Mutation(() => Inspection)
  beginInspection(
    @Arg('input', () => RecordInput) input: RecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Inspection> {
    return answer(ctx, info, Inspection, beginInspection, input);
  }

  @Performs('selfInspection.saveAnswers')
  @Mutation(() => Inspection)
  saveAnswers(
    @Arg('input', () => SaveAnswersInput) input: SaveAnswersInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Inspection> {
    return answer(ctx, info, Inspection, saveAnswers, input);
  }

  @Performs('selfInspection.submit')
  @Mutation(() => Inspection)
  submitInspection(
    @Arg('input', () => SubmitInspectionInput) input: SubmitInspectionInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Inspection> {
    return answer(ctx, info, Inspection, submitInspection, input);
  }

  @Performs('selfInspection.start')
  @Mutation(() => Inspection)
  startInspection(
    @Arg('input', () => StartInspectionInput) input: StartInspectionInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Inspection> {
    return answer(ctx, info, Inspection, startInspection, input);
  }

  @Performs('selfInspection.reportFailing')
  @Mutation(() => InspectionAnswer)
  reportFailingAnswer(
    @Arg('input', () => ReportFailingAnswerInput) input: ReportFailingAnswerInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<InspectionAnswer> {
    return answer(ctx, info, InspectionAnswer, reportFailingAnswer, input);
  }

  @Performs('selfInspection.nameSubstitute')
  @Mutation(() => Inspection)
  nameSubstitute(
    @Arg('input', () => NameSubstituteInput) input: NameSubstituteInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Inspection> {
    return answer(ctx, info, Inspection, nameSubstitute, input);
  }

  @Performs('selfInspection.accept')
  @Mutation(() => Inspection)
  acceptInspection(
    @Arg('input', () => RecordInput) input: RecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Inspection> {
    return answer(ctx, info, Inspection, acceptInspection, input);
  }

  @Performs('selfInspection.return')
  @Mutation(() => Inspection)
  returnInspection(
    @Arg('input', () => ReturnInspectionInput) input: ReturnInspectionInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Inspection> {
    return answer(ctx, info, Inspection, returnInspection, input);
  }

  @Performs('selfInspection.excuse')
  @Mutation(() => Inspection)
  excuseInspection(
    @Arg('input', () => ReasonInput) input: ReasonInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Inspection> {
    return answer(ctx, info, Inspection, excuseInspection, input);
  }

  /** What the viewer may do now: events of the lifecycle, `save`, `nameSubstitute`, `reportFailing`. */
  @FieldResolver(() => [InspectionActs])
  viewerCan(@Root() inspection: InspectionRecord & KindFact, @Ctx() ctx: Context): InspectionAct[] {
    const { viewer, today } = readContext(ctx);
    return inspectionActs(viewer, inspection, today);
  }

  /** The period in words of the language asked for. */
  @FieldResolver(() => String)
  period(@Root() { periodKey }: Inspection, @Ctx() ctx: Context): string {
    return periodWords(periodKey)[ctx.language];
  }

  /** Submitted late, or still to be submitted and past its due day. */
  @FieldResolver(() => Boolean)
  isOverdue(@Root() row: { isOverdue?: boolean }): boolean {
    return row.isOverdue ?? false;
  }

  /** The viewer fills it in: as the nearest head, or as substitute. */
  @FieldResolver(() => Boolean)
  isMine(@Root() row: { isMine?: boolean }): boolean {
    return row.isMine ?? false;
  }
}

@Resolver(() => InspectionAnswer)
export class InspectionAnswerResolver {
  @FieldResolver(() => [Attachment])
  attachments(@Root() answer: { attachments?: Attachment[] }): Attachment[] {
    return answer.attachments ?? [];
  }
}
