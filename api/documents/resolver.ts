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
import { Document, type DocumentKind } from './document.js';
import { cancel, discard, withdrawRevision } from './end-revision.js';
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
import { DocumentActs, RevisionActs, type DocumentAct, type RevisionAct } from './states.js';
import { takeOver } from './take-over.js';

const DocumentConnection = connectionOf(Document, 'Document');

@Resolver(() => Document)
export class DocumentResolver {
  /** The documents that the viewer may see. */
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

  /** One document. */
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

  /** The facts of the document besides its content; code and title only while they are not signed. */
  @Performs('document.changeFacts')
  @Mutation(() => Document)
  changeDocumentFacts(
    @Arg('input', () => ChangeDocumentFactsInput) input: ChangeDocumentFactsInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Document> {
    return answer(ctx, info, Document, changeFacts, input);
  }

  @Performs('document.startRevision')
  @Mutation(() => Revision)
  startRevision(
    @Arg('input', () => StartRevisionInput) input: StartRevisionInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Revision> {
    return answer(ctx, info, Revision, startRevision, input);
  }

  /** The revision in force. */
  @FieldResolver(() => Revision, { nullable: true })
  inForce(@Root() document: { inForce?: Revision | null }): Revision | null {
    return document.inForce ?? null;
  }

  /** The open revision: a draft, or a revision in review, reviewed or approved; for those who may see it. */
  @FieldResolver(() => Revision, { nullable: true })
  underWay(@Root() document: { underWay?: Revision | null }): Revision | null {
    return document.underWay ?? null;
  }

  @FieldResolver(() => DocumentStatus)
  status(@Root() document: { status: DocumentStatus }): DocumentStatus {
    return document.status;
  }

  /** When what is in force took effect. */
  @FieldResolver(() => Day, { nullable: true })
  effectiveOn(@Root() document: { effectiveOn?: string | null }): string | null {
    return document.effectiveOn ?? null;
  }

  /** When it is to be reviewed again. */
  @FieldResolver(() => Day, { nullable: true })
  reviewDueOn(@Root() document: { reviewDueOn?: string | null }): string | null {
    return document.reviewDueOn ?? null;
  }

  /** Everything that happened to it and to its revisions, oldest first. */
  @FieldResolver(() => [TrailEntry])
  history(@Root() document: { history: TrailEntry[] }): TrailEntry[] {
    return document.history;
  }

  /** What the viewer may do now: `startRevision`, `changeFacts`, `rename` (code and title too). */
  @FieldResolver(() => [DocumentActs])
  viewerCan(
    @Root() document: DocumentPlace & { kind: DocumentKind; nameIsSigned: boolean },
    @Ctx() ctx: Context,
  ): DocumentAct[] {
    return documentEvents(readContext(ctx).viewer, document);
  }
}

@Resolver(() => Revision)
export class RevisionResolver {
  /** One revision. */
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
  @Mutation(() => Revision)
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
  @Mutation(() => Revision)
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
  @Mutation(() => Revision)
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
    return answer(ctx, info, Revision, withdrawRevision, input);
  }

  @Performs('document.acknowledge')
  @Mutation(() => Revision)
  acknowledgeRevision(
    @Arg('input', () => AcknowledgeInput) input: AcknowledgeInput,
    @Ctx() ctx: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Revision> {
    return answer(ctx, info, Revision, acknowledge, input);
  }

  /** The one that was in force before it. */
  @FieldResolver(() => Revision, { nullable: true })
  previous(@Root() revision: { previous?: Revision | null }): Revision | null {
    return revision.previous ?? null;
  }

  /** The revisions in its table of amendments: all that were in force before this one, and this one, oldest first. */
  @FieldResolver(() => [Revision])
  amendments(@Root() revision: { amendments: Revision[] }): Revision[] {
    return revision.amendments;
  }

  /** Who may be named to review it. */
  @FieldResolver(() => [Person])
  possibleReviewers(@Root() revision: { possibleReviewers: Person[] }): Person[] {
    return revision.possibleReviewers;
  }

  /** Who may be named to approve it. */
  @FieldResolver(() => [Person])
  possibleApprovers(@Root() revision: { possibleApprovers: Person[] }): Person[] {
    return revision.possibleApprovers;
  }

  /**
   * The person who must act but cannot any more, because he or she left or lost the role. Null if the person
   * who must act can do so.
   */
  @FieldResolver(() => Person, { nullable: true })
  stuckOn(@Root() revision: { stuckOn?: Person | null }): Person | null {
    return revision.stuckOn ?? null;
  }

  /** Whether an uploaded file holds its content; for lists, without reading the file. */
  @FieldResolver(() => Boolean)
  hasFile(@Root() revision: { hasFile: boolean }): boolean {
    return revision.hasFile;
  }

  /** The signatures it stands under, in order. */
  @FieldResolver(() => [Signature])
  signatures(@Root() revision: { signatures: Signature[] }): Signature[] {
    return revision.signatures;
  }

  /** Who has read it. */
  @FieldResolver(() => [Acknowledgement])
  acknowledgements(@Root() revision: { acknowledgements: Acknowledgement[] }): Acknowledgement[] {
    return revision.acknowledgements;
  }

  /** People who work in an office it concerns and have not confirmed reading it. */
  @FieldResolver(() => [Person])
  awaitedReaders(@Root() revision: { awaitedReaders: Person[] }): Person[] {
    return revision.awaitedReaders;
  }

  /** When the viewer confirmed reading it. */
  @FieldResolver(() => Instant, { nullable: true })
  acknowledgedAt(@Root() revision: { acknowledgedAt?: Date | null }): Date | null {
    return revision.acknowledgedAt ?? null;
  }

  /** What is missing or wrong: completeness, and the time check of procedures. */
  @FieldResolver(() => [CheckFinding])
  checks(@Root() revision: RevisionContentRead, @Ctx() ctx: Context): CheckFinding[] {
    return revisionChecks(revision).map((result) => CheckFinding.of(result, ctx.language));
  }

  /** How it differs from the one before; empty for the first. */
  @FieldResolver(() => [RevisionChange])
  changes(
    @Root() revision: RevisionContentRead & { previous?: RevisionContentRead | null },
    @Ctx() ctx: Context,
  ): RevisionChange[] {
    if (!revision.previous) return [];
    return revisionChanges(revision.previous, revision).map((change) => RevisionChange.of(change, ctx.language));
  }

  /** What the viewer may do now: events of the lifecycle, `edit`, `acknowledge`. */
  @FieldResolver(() => [RevisionActs])
  viewerCan(@Root() revision: RevisionRecord & { acknowledgedAt?: Date | null }, @Ctx() ctx: Context): RevisionAct[] {
    const { viewer, today } = readContext(ctx);
    return revisionEvents(viewer, revision, today);
  }
}
