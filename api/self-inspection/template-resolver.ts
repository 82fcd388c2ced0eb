import type { GraphQLResolveInfo } from 'graphql';
import { sql } from 'kysely';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allows, Performs, readContext, readMany, readOne, type Context } from '../access/index.js';
import { answer } from '../commands/index.js';
import { Unit } from '../organization/index.js';
import { RecordInput } from '../platform/graphql/command-input.js';
import type { Row, Sql } from '../platform/reads/index.js';
import {
  ChangeScheduleInput,
  CreateScheduleInput,
  CreateTemplateInput,
  CreateTemplateVersionInput,
  SaveTemplateDraftInput,
} from './inputs.js';
import { keeps, templateActs, type OwnerFacts } from './policy.js';
import { InspectionSchedule } from './schedule.js';
import { changeSchedule, createSchedule, endSchedule } from './schedules.js';
import {
  createTemplate,
  createTemplateVersion,
  publishTemplateVersion,
  retireTemplateVersion,
  saveTemplateDraft,
} from './templates.js';
import {
  ScheduleActs,
  TemplateActs,
  TemplateVersionActs,
  type ScheduleAct,
  type TemplateAct,
  type TemplateVersionAct,
} from './states.js';
import { InspectionTemplate, TemplateVersion } from './template.js';

/** The most frequent first. */
const often = (row: Row<'frequency'>): Sql =>
  sql`array_position(array['WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY'], ${row('frequency')})`;

@Resolver(() => InspectionTemplate)
export class InspectionTemplateResolver {
  /** All templates within the viewer's reach. */
  @Allows('selfInspection.read')
  @Query(() => [InspectionTemplate])
  inspectionTemplates(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<InspectionTemplate[]> {
    return readMany(ctx, InspectionTemplate, info, {
      orderBy: (row) => sql`${often(row)}, ${row('minutes')}`,
    });
  }

  /** One template. */
  @Allows('selfInspection.read')
  @Query(() => InspectionTemplate)
  inspectionTemplate(
    @Arg('id', () => ID) id: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<InspectionTemplate> {
    return readOne(ctx, InspectionTemplate, id, info);
  }

  @Performs('selfInspection.createTemplate')
  @Mutation(() => InspectionTemplate)
  createTemplate(
    @Arg('input', () => CreateTemplateInput) input: CreateTemplateInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<InspectionTemplate> {
    return answer(ctx, info, InspectionTemplate, createTemplate, input);
  }

  /** The version in use. */
  @FieldResolver(() => TemplateVersion, { nullable: true })
  current(@Root() template: { current?: TemplateVersion | null }): TemplateVersion | null {
    return template.current ?? null;
  }

  /** The draft of the next version, for those who may see it. */
  @FieldResolver(() => TemplateVersion, { nullable: true })
  draft(@Root() template: { draft?: TemplateVersion | null }): TemplateVersion | null {
    return template.draft ?? null;
  }

  /** `createVersion` and `schedule` for people who manage the owner’s templates. */
  @FieldResolver(() => [TemplateActs])
  viewerCan(@Root() { owner }: { owner: OwnerFacts }, @Ctx() ctx: Context): TemplateAct[] {
    return keeps(readContext(ctx).viewer, owner) ? ['createVersion', 'schedule'] : [];
  }
}

@Resolver(() => TemplateVersion)
export class TemplateVersionResolver {
  /** One version of a template, with its questions. */
  @Allows('selfInspection.read')
  @Query(() => TemplateVersion)
  templateVersion(
    @Arg('id', () => ID) id: string,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TemplateVersion> {
    return readOne(ctx, TemplateVersion, id, info);
  }

  @Performs('selfInspection.createTemplateVersion')
  @Mutation(() => TemplateVersion)
  createTemplateVersion(
    @Arg('input', () => CreateTemplateVersionInput) input: CreateTemplateVersionInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TemplateVersion> {
    return answer(ctx, info, TemplateVersion, createTemplateVersion, input);
  }

  @Performs('selfInspection.saveTemplateDraft')
  @Mutation(() => TemplateVersion)
  saveTemplateDraft(
    @Arg('input', () => SaveTemplateDraftInput) input: SaveTemplateDraftInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TemplateVersion> {
    return answer(ctx, info, TemplateVersion, saveTemplateDraft, input);
  }

  @Performs('selfInspection.publishTemplateVersion')
  @Mutation(() => TemplateVersion)
  publishTemplateVersion(
    @Arg('input', () => RecordInput) input: RecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TemplateVersion> {
    return answer(ctx, info, TemplateVersion, publishTemplateVersion, input);
  }

  @Performs('selfInspection.retireTemplateVersion')
  @Mutation(() => TemplateVersion)
  retireTemplateVersion(
    @Arg('input', () => RecordInput) input: RecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<TemplateVersion> {
    return answer(ctx, info, TemplateVersion, retireTemplateVersion, input);
  }

  /** How many questions it has. */
  @FieldResolver(() => Int)
  questionCount(@Root() version: { questionCount?: number }): number {
    return version.questionCount ?? 0;
  }

  /** What the viewer may do now: save, publish, retire. */
  @FieldResolver(() => [TemplateVersionActs])
  viewerCan(
    @Root() { state, template }: { state: TemplateVersion['state']; template: { owner: OwnerFacts } },
    @Ctx() ctx: Context,
  ): TemplateVersionAct[] {
    return templateActs(readContext(ctx).viewer, state, template.owner);
  }
}

@Resolver(() => InspectionSchedule)
export class InspectionScheduleResolver {
  /** All schedules within the viewer's reach, running ones first. */
  @Allows('selfInspection.read')
  @Query(() => [InspectionSchedule])
  inspectionSchedules(@Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<InspectionSchedule[]> {
    return readMany(ctx, InspectionSchedule, info, {
      orderBy: (row) => sql`${row('ends_on')} desc nulls first, ${often(row)}`,
    });
  }

  @Performs('selfInspection.createSchedule')
  @Mutation(() => InspectionSchedule)
  createSchedule(
    @Arg('input', () => CreateScheduleInput) input: CreateScheduleInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<InspectionSchedule> {
    return answer(ctx, info, InspectionSchedule, createSchedule, input);
  }

  @Performs('selfInspection.changeSchedule')
  @Mutation(() => InspectionSchedule)
  changeSchedule(
    @Arg('input', () => ChangeScheduleInput) input: ChangeScheduleInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<InspectionSchedule> {
    return answer(ctx, info, InspectionSchedule, changeSchedule, input);
  }

  @Performs('selfInspection.endSchedule')
  @Mutation(() => InspectionSchedule)
  endSchedule(
    @Arg('input', () => RecordInput) input: RecordInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<InspectionSchedule> {
    return answer(ctx, info, InspectionSchedule, endSchedule, input);
  }

  /** Units that inspect themselves by it. */
  @FieldResolver(() => [Unit])
  units(@Root() schedule: { units?: Unit[] }): Unit[] {
    return schedule.units ?? [];
  }

  /** How many units inspect themselves by it. */
  @FieldResolver(() => Int)
  unitCount(@Root() schedule: { unitCount?: number }): number {
    return schedule.unitCount ?? 0;
  }

  /** Not ended yet. */
  @FieldResolver(() => Boolean)
  isRunning(@Root() schedule: { isRunning?: boolean }): boolean {
    return schedule.isRunning ?? false;
  }

  /** `change` and `end` for people who manage it, while it runs. */
  @FieldResolver(() => [ScheduleActs])
  viewerCan(
    @Root() { owner, endsOn }: { owner: OwnerFacts; endsOn?: string | null },
    @Ctx() ctx: Context,
  ): ScheduleAct[] {
    const runs = !endsOn || endsOn > ctx.today;
    return runs && keeps(readContext(ctx).viewer, owner) ? ['change', 'end'] : [];
  }
}
