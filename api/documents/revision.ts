import type { Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Attachment } from '../attachments/index.js';
import { Person } from '../organization/index.js';
import { Day, Instant } from '../platform/graphql/scalars.js';
import { Document } from './document.js';
import type { RevisionState } from './rules/index.js';
import { RevisionStates } from './states.js';

/** One section of a document's text. */
@ObjectType({ simpleResolvers: true })
export class Section {
  /** PURPOSE, SCOPE, REFERENCES, DEFINITIONS, or for other documents any heading. */
  @Field(() => String) key!: string;
  /** Its text. */
  @Field(() => String) body!: string;
}

/** One row of the table of amendments (sửa đổi tài liệu). */
@ObjectType({ simpleResolvers: true })
export class ChangeRow {
  /** Page or part that changes. */
  @Field(() => String) place!: string;
  /** Why: the request. */
  @Field(() => String) request!: string;
  /** What changes. */
  @Field(() => String) description!: string;
}

/**
 * A revision of a document (lần ban hành, lần sửa đổi). A document has at most one EFFECTIVE revision and one
 * open one. Each number is used once; the number of a discarded draft is used again.
 */
// States and who may do what: rules/lifecycle.ts. The database holds the numbers and the states.
@ObjectType({ simpleResolvers: true })
@Entity()
@Index({ properties: ['state', 'effectiveOn'] })
export class Revision {
  /** When the viewer confirmed having read it; computed when read. */
  readonly acknowledgedAt?: Date | null;
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => Document)
  @ManyToOne({ entity: () => Document, ref: true, deleteRule: 'restrict', index: true })
  document!: Ref<Document>;
  /** Lần ban hành, from 1. */
  @Field(() => Int) @Property({ type: 'integer' }) issueNumber!: number;
  /** Lần sửa đổi, from 0. */
  @Field(() => Int) @Property({ type: 'integer' }) amendmentNumber!: number;
  @Field(() => RevisionStates) @Property({ type: 'text' }) state!: RevisionState;
  /** Its text, section by section; a file may hold the content instead. */
  @Field(() => [Section]) @Property({ type: 'json' }) sections!: Section[];
  /** The content as an uploaded file, Word or PDF, instead of written sections or in addition to them. */
  @Field(() => Attachment, { nullable: true })
  readonly file?: Attachment | null;
  /** The table of amendments: what this revision changes. */
  @Field(() => [ChangeRow]) @Property({ type: 'json' }) changeRows!: ChangeRow[];
  /** Who drafts it and signs the submission. */
  @Field(() => Person)
  @ManyToOne({ entity: () => Person, ref: true, deleteRule: 'restrict', index: true })
  drafter!: Ref<Person>;
  /** Who drafted it before somebody took the draft over. */
  @Index({ type: 'gin' }) @Property({ type: 'array', columnType: 'uuid[]', default: [] }) formerDrafterIds: string[] =
    [];
  /** Who reviews it; null while nobody is named. */
  @Field(() => Person, { nullable: true })
  @ManyToOne({ entity: () => Person, ref: true, nullable: true, deleteRule: 'restrict', index: true })
  reviewer?: Ref<Person> | null;
  /** Who approves it; null while nobody is named. */
  @Field(() => Person, { nullable: true })
  @ManyToOne({ entity: () => Person, ref: true, nullable: true, deleteRule: 'restrict', index: true })
  approver?: Ref<Person> | null;
  /** Day on which it takes effect; chosen with the approval. */
  @Field(() => Day, { nullable: true }) @Property({ type: 'date', nullable: true }) effectiveOn?: string | null;
  /** SHA-256 over everything that is signed, the procedure included; set with the submission. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) contentHash?: string | null;
  /** When the drafter signed. */
  @Field(() => Instant, { nullable: true })
  @Property({ type: 'timestamptz', length: 3, nullable: true })
  submittedAt?: Date | null;
  /** When the reviewer signed. */
  @Field(() => Instant, { nullable: true })
  @Property({ type: 'timestamptz', length: 3, nullable: true })
  reviewedAt?: Date | null;
  /** When the approver signed. */
  @Field(() => Instant, { nullable: true })
  @Property({ type: 'timestamptz', length: 3, nullable: true })
  approvedAt?: Date | null;
  /** Why it was last returned to the drafter, cancelled or withdrawn. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) reason?: string | null;
  /** When the state last changed. */
  @Field(() => Instant) @Property({ type: 'timestamptz', length: 3 }) stateSince!: Date;
  /** When its content was last saved. */
  @Field(() => Instant) @Property({ type: 'timestamptz', length: 3 }) savedAt!: Date;
  @Field(() => Int) @Property({ type: 'integer', version: true }) version!: number;
}
