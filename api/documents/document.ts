import { Collection, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, OneToMany, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Unit } from '../organization/index.js';
import { SearchColumn } from '../platform/database/search-column.js';
import type { ColumnNames } from '../platform/reads/index.js';
import { Revision } from './revision.js';
import type { DocumentKind as KindOfDocument } from './rules/index.js';

/** Kinds of controlled documents. */
export const DocumentKind = {
  /** The quality manual (sổ tay chất lượng). */
  MANUAL: 'MANUAL',
  /** The quality policy (chính sách chất lượng; ISO 9001:2015, 5.2). */
  POLICY: 'POLICY',
  /** Quality objectives (mục tiêu chất lượng; ISO 9001:2015, 6.2). */
  OBJECTIVE: 'OBJECTIVE',
  /** A procedure of the quality system itself (quy trình hệ thống). */
  SYSTEM_PROCEDURE: 'SYSTEM_PROCEDURE',
  /** How an administrative procedure for citizens is handled (quy trình giải quyết TTHC). */
  ADMINISTRATIVE_PROCEDURE: 'ADMINISTRATIVE_PROCEDURE',
  /** A work instruction (hướng dẫn). */
  INSTRUCTION: 'INSTRUCTION',
  /** A form (biểu mẫu). */
  FORM: 'FORM',
  /** A rule of the office for itself (quy chế, quy định). */
  REGULATION: 'REGULATION',
  /** A document of external origin: a law, a decree, a standard (ISO 9001:2015, 7.5.3.2). */
  EXTERNAL: 'EXTERNAL',
} as const satisfies { [Kind in KindOfDocument]: Kind };
export type DocumentKind = KindOfDocument;
registerEnumType(DocumentKind, { name: 'DocumentKind' });

/** A controlled document (tài liệu) of one authority; its content is in its revisions (ISO 9001:2015, 7.5). */
@ObjectType({ simpleResolvers: true })
@Entity()
@Unique({ properties: ['authority', 'code'] })
export class Document {
  declare [ColumnNames]?: { status: 'standing'; effectiveOn: 'effective_on' };
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  /** The authority whose quality system it belongs to. */
  @Field(() => Unit) @ManyToOne({ entity: () => Unit, ref: true, deleteRule: 'restrict' }) authority!: Ref<Unit>;
  /** Unique in the authority, such as QT.HT.01. */
  @Field(() => String) @Property({ type: 'text' }) code!: string;
  @Field(() => String) @Property({ type: 'text' }) title!: string;
  @Field(() => DocumentKind) @Property({ type: 'text' }) kind!: DocumentKind;
  /** The unit that keeps it. */
  @Field(() => Unit) @ManyToOne({ entity: () => Unit, ref: true, deleteRule: 'restrict' }) ownerUnit!: Ref<Unit>;
  /** Office kinds it applies to; empty for all. */
  @Field(() => [String]) @Property({ type: 'text[]' }) officeKinds!: string[];
  /** Numbers of the clauses it serves, in the set `clauseSetCode`. */
  @Field(() => [String]) @Property({ type: 'text[]' }) clauses!: string[];
  /** The clause set of the numbers in `clauses`, such as ISO9001_2015. */
  @Field(() => String) @Property({ type: 'text' }) clauseSetCode!: string;
  /** Months after which it is reviewed again. */
  @Field(() => Int, { nullable: true }) @Property({ type: 'integer', nullable: true }) reviewCycleMonths?:
    | number
    | null;
  /** How long it is kept, in words, such as 5 years. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) retention?: string | null;
  /** The document of another authority from which this one was copied; independence rule R03 uses it. */
  @Field(() => Document, { nullable: true })
  @ManyToOne({ entity: () => Document, ref: true, nullable: true, deleteRule: 'restrict', index: true })
  copiedFrom?: Ref<Document> | null;
  @Property({ type: 'timestamptz', length: 3 }) createdAt!: Date;
  @Field(() => Int) @Property({ type: 'integer', version: true }) version!: number;
  @SearchColumn("fold(code || ' ' || title)") search?: string;
  /** The status of the document. The database computes it from the states of the revisions. */
  @Property({ type: 'text', default: 'DISCARDED', lazy: true, hidden: true, name: 'standing' })
  readonly status?: string;
  /** The day on which the revision in force took effect; null if there is none. The database computes it. */
  @Property({ type: 'date', nullable: true, lazy: true, hidden: true }) readonly effectiveOn?: string | null;

  /** Whether code and title are part of a content that somebody has signed; computed when read. */
  readonly nameIsSigned?: boolean;

  /** All revisions that the viewer may see, the newest first. */
  @Field(() => [Revision])
  @OneToMany({
    entity: () => Revision,
    mappedBy: 'document',
    orderBy: { issueNumber: 'desc', amendmentNumber: 'desc' },
  })
  revisions = new Collection<Revision>(this);
}
