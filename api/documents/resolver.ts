import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allows, Performs, readContext, readOne, readPage, type Context } from '../access/index.js';
import { answer } from '../commands/index.js';
import { Person } from '../organization/index.js';
import { connectionOf, type ConnectionOf } from '../platform/graphql/connection.js';
import { Day, Instant } from '../platform/graphql/scalars.js';
import { Signature, TrailEntry } from '../trail/index.js';
import { acknowledge } from './acknowledge.js';
import { Acknowledgement } from './acknowledgement.js';
import { CheckFinding, RevisionChange } from './outputs.js';
import { changeFacts } from './change-facts.js';
import { revisionChanges, revisionChecks } from './content.js';
import { createDocument, registerExternal } from './create-document.js';
import { Document } from './document.js';
import { cancel, discard, withdraw } from './end-revision.js';
import {
  AcknowledgeInput,
  ApproveInput,
  CancelInput,
  ChangeDocumentFactsInput,
  CreateDocumentInput,
  DiscardInput,
  RegisterExternalInput,
  ReturnInput,
  ReviewRevisionInput,
  SaveDraftInput,
  StartRevisionInput,
  SubmitRevisionInput,
  TakeBackInput,
  TakeOverInput,
  WithdrawInput,
} from './inputs.js';
import type { RevisionContentRead } from './extension-points.js';
import { documentEvents, revisionEvents, type DocumentPlace, type RevisionRecord } from './policy.js';
import { DocumentsArgs, documentsSort, DocumentStatus, documentsWhere } from './queries.js';
import { Revision } from './revision.js';
import { saveDraft } from './save-draft.js';
import { approve, returnToDrafter, review, submit, takeBack } from './sign-off.js';
import { startRevision } from './start-revision.js';
import { takeOver } from './take-over.js';

const DocumentConnection = connectionOf(Document, 'Document');

@Resolver(() => Document)
export class DocumentResolver {
  @Allows('document.read')
  @Query(() => DocumentConnection)
  documents(
    @Args(() => DocumentsArgs) args: DocumentsArgs,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ConnectionOf<Document>> {
    return readPage(ctx, Document, info, args, {
      where: documentsWhere(args, readContext(ctx)),
      sort: documentsSort(args),
    });
  }

  @Allows('document.read')
  @Query(() => Document)
  document(@Arg('id', () => ID) id: string, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Document> {
    return readOne(ctx, Document, id, info);
  }

  @Performs('document.create')
  @Mutation(() => Document)
  createDocument(
    @Arg('input', () => CreateDocumentInput) input: CreateDocumentInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Document> {
    return answer(ctx, info, Document, createDocument, input);
  }

  @Performs('document.registerExternal')
  @Mutation(() => Document)
  registerExternal(
    @Arg('input', () => RegisterExternalInput) input: RegisterExternalInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Document> {
    return answer(ctx, info, Document, registerExternal, input);
  }

  @Performs('document.changeFacts')
  @Mutation(() => Document, {
    description: 'What is known of it besides its content; code and title only while they are not signed.',
  })
  changeDocumentFacts(
    @Arg('input', () => ChangeDocumentFactsInput) input: ChangeDocumentFactsInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Document> {
    return answer(ctx, info, Document, changeFacts, input);
  }

  @Performs('document.startRevision')
  @Mutation(() => Revision, { description: 'The next issue or amendment, copied from what is in force.' })
  startRevision(
    @Arg('input', () => StartRevisionInput) input: StartRevisionInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Revision> {
    return answer(ctx, info, Revision, startRevision, input);
  }

  @FieldResolver(() => Revision, { nullable: true, description: 'The revision in force.' })
  inForce(@Root() document: { inForce?: Revision | null }): Revision | null {
    return document.inForce ?? null;
  }

  @FieldResolver(() => Revision, {
    nullable: true,
    description:
      'The draft, or the revision that is being reviewed, approved or waits for its day; for those who may see it.',
  })
  underWay(@Root() document: { underWay?: Revision | null }): Revision | null {
    return document.underWay ?? null;
  }

  @FieldResolver(() => DocumentStatus)
  status(@Root() document: { status: DocumentStatus }): DocumentStatus {
    return document.status;
  }

  @FieldResolver(() => Day, { nullable: true, description: 'When what is in force took effect.' })
  effectiveOn(@Root() document: { effectiveOn?: string | null }): string | null {
    return document.effectiveOn ?? null;
  }

  @FieldResolver(() => Day, { nullable: true, description: 'When it is to be reviewed again.' })
  reviewDueOn(@Root() document: { reviewDueOn?: string | null }): string | null {
    return document.reviewDueOn ?? null;
  }

  @FieldResolver(() => [TrailEntry], {
    description: 'Everything that happened to it and to its revisions, oldest first.',
  })
  history(@Root() document: { history: TrailEntry[] }): TrailEntry[] {
    return document.history;
  }

  @FieldResolver(() => [String], {
    description: 'What the viewer may do now: `startRevision`, `changeFacts`, `rename` (code and title too).',
  })
  viewerCan(@Root() document: DocumentPlace & { kind: string; nameIsSigned: boolean }, @Ctx() ctx: Context): string[] {
    return documentEvents(readContext(ctx).viewer, document);
  }
}

@Resolver(() => Revision)
export class RevisionResolver {
  @Allows('document.read')
  @Query(() => Revision)
  revision(@Arg('id', () => ID) id: string, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Revision> {
    return readOne(ctx, Revision, id, info);
  }

  @Performs('document.saveDraft')
  @Mutation(() => Revision)
  saveDraft(
    @Arg('input', () => SaveDraftInput) input: SaveDraftInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Revision> {
    return answer(ctx, info, Revision, saveDraft, input);
  }

  @Performs('document.submit')
  @Mutation(() => Revision, { description: 'Signed by the drafter; the content stands from here on.' })
  submitRevision(
    @Arg('input', () => SubmitRevisionInput) input: SubmitRevisionInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Revision> {
    return answer(ctx, info, Revision, submit, input);
  }

  @Performs('document.review')
  @Mutation(() => Revision)
  reviewRevision(
    @Arg('input', () => ReviewRevisionInput) input: ReviewRevisionInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Revision> {
    return answer(ctx, info, Revision, review, input);
  }

  @Performs('document.approve')
  @Mutation(() => Revision, { description: 'In force at once when the effective date is today.' })
  approveRevision(
    @Arg('input', () => ApproveInput) input: ApproveInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Revision> {
    return answer(ctx, info, Revision, approve, input);
  }

  @Performs('document.return')
  @Mutation(() => Revision)
  returnRevision(
    @Arg('input', () => ReturnInput) input: ReturnInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Revision> {
    return answer(ctx, info, Revision, returnToDrafter, input);
  }

  @Performs('document.takeBack')
  @Mutation(() => Revision)
  takeBackRevision(
    @Arg('input', () => TakeBackInput) input: TakeBackInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Revision> {
    return answer(ctx, info, Revision, takeBack, input);
  }

  @Performs('document.takeOver')
  @Mutation(() => Revision, { description: 'The ISO secretary becomes the drafter; what is written stays.' })
  takeOverRevision(
    @Arg('input', () => TakeOverInput) input: TakeOverInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Revision> {
    return answer(ctx, info, Revision, takeOver, input);
  }

  @Performs('document.discard')
  @Mutation(() => Revision)
  discardRevision(
    @Arg('input', () => DiscardInput) input: DiscardInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Revision> {
    return answer(ctx, info, Revision, discard, input);
  }

  @Performs('document.cancel')
  @Mutation(() => Revision)
  cancelRevision(
    @Arg('input', () => CancelInput) input: CancelInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Revision> {
    return answer(ctx, info, Revision, cancel, input);
  }

  @Performs('document.withdraw')
  @Mutation(() => Revision)
  withdrawRevision(
    @Arg('input', () => WithdrawInput) input: WithdrawInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Revision> {
    return answer(ctx, info, Revision, withdraw, input);
  }

  @Performs('document.acknowledge')
  @Mutation(() => Revision, { description: 'Confirms that the viewer has read it.' })
  acknowledgeRevision(
    @Arg('input', () => AcknowledgeInput) input: AcknowledgeInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Revision> {
    return answer(ctx, info, Revision, acknowledge, input);
  }

  @FieldResolver(() => Revision, { nullable: true, description: 'The one that was in force before it.' })
  previous(@Root() revision: { previous?: Revision | null }): Revision | null {
    return revision.previous ?? null;
  }

  @FieldResolver(() => [Revision], {
    description:
      'Those whose changes its table of amendments lists: all that were in force before it, and itself, oldest first.',
  })
  amendments(@Root() revision: { amendments: Revision[] }): Revision[] {
    return revision.amendments;
  }

  @FieldResolver(() => [Person], { description: 'Who may be named to review it.' })
  possibleReviewers(@Root() revision: { possibleReviewers: Person[] }): Person[] {
    return revision.possibleReviewers;
  }

  @FieldResolver(() => [Person], { description: 'Who may be named to approve it.' })
  possibleApprovers(@Root() revision: { possibleApprovers: Person[] }): Person[] {
    return revision.possibleApprovers;
  }

  @FieldResolver(() => Person, {
    nullable: true,
    description: 'For whom it waits in vain: the person left, or lost the role. Null while whoever must act can.',
  })
  stuckOn(@Root() revision: { stuckOn?: Person | null }): Person | null {
    return revision.stuckOn ?? null;
  }

  @FieldResolver(() => Boolean, {
    description: 'An uploaded file holds its content; for lists, without reading the file.',
  })
  hasFile(@Root() revision: { hasFile: boolean }): boolean {
    return revision.hasFile;
  }

  @FieldResolver(() => [Signature], { description: 'The signatures it stands under, in order.' })
  signatures(@Root() revision: { signatures: Signature[] }): Signature[] {
    return revision.signatures;
  }

  @FieldResolver(() => [Acknowledgement], { description: 'Who has read it.' })
  acknowledgements(@Root() revision: { acknowledgements: Acknowledgement[] }): Acknowledgement[] {
    return revision.acknowledgements;
  }

  @FieldResolver(() => [Person], {
    description: 'Who works in an office it concerns and has not confirmed reading it.',
  })
  awaitedReaders(@Root() revision: { awaitedReaders: Person[] }): Person[] {
    return revision.awaitedReaders;
  }

  @FieldResolver(() => Instant, { nullable: true, description: 'When the viewer confirmed reading it.' })
  acknowledgedAt(@Root() revision: { acknowledgedAt?: Date | null }): Date | null {
    return revision.acknowledgedAt ?? null;
  }

  @FieldResolver(() => [CheckFinding], {
    description: 'What is missing or wrong: completeness, and the time check of procedures.',
  })
  checks(@Root() revision: RevisionContentRead, @Ctx() ctx: Context): CheckFinding[] {
    return revisionChecks(revision).map((result) => CheckFinding.of(result, ctx.language));
  }

  @FieldResolver(() => [RevisionChange], { description: 'How it differs from the one before; empty for the first.' })
  changes(
    @Root() revision: RevisionContentRead & { previous?: RevisionContentRead | null },
    @Ctx() ctx: Context,
  ): RevisionChange[] {
    if (!revision.previous) return [];
    return revisionChanges(revision.previous, revision).map((change) => RevisionChange.of(change, ctx.language));
  }

  @FieldResolver(() => [String], {
    description: 'What the viewer may do now: events of the lifecycle, `edit`, `acknowledge`.',
  })
  viewerCan(@Root() revision: RevisionRecord & { acknowledgedAt?: Date | null }, @Ctx() ctx: Context): string[] {
    const { viewer, today } = readContext(ctx);
    return revisionEvents(viewer, revision, today);
  }
}
