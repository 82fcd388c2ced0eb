import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Attachment } from '../../attachments/index.js';
import { Document } from '../../documents/index.js';
import { Person, Unit } from '../../organization/index.js';
import { Instant } from '../../platform/graphql/scalars.js';
import { Clause } from '../../standards/index.js';
import { Audit } from '../planning/audit.js';
import { CheckResult } from './kinds.js';

/**
 * A line of the work sheet (dòng phiếu ghi chép, BM.QT.ISO.03.03). Each line has its own version, so that
 * several members can write at once, and only changes of the same line collide.
 */
@ObjectType({ simpleResolvers: true })
@Entity()
@Unique({ properties: ['audit', 'position'] })
export class CheckItem {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => Audit) @ManyToOne({ entity: () => Audit, ref: true, deleteRule: 'cascade' }) audit!: Ref<Audit>;
  /** Place in the work sheet, from 1. */
  @Field(() => Int) @Property({ type: 'integer' }) position!: number;
  /** `clause:7.5.3`, `procedure:<id>`, or `own:<id>` for a line that a member added. */
  @Property({ type: 'text' }) key!: string;
  @Field(() => Clause, { nullable: true })
  @ManyToOne({ entity: () => Clause, ref: true, nullable: true, deleteRule: 'restrict' })
  clause?: Ref<Clause> | null;
  @ManyToOne({ entity: () => Document, ref: true, nullable: true, deleteRule: 'restrict' })
  procedure?: Ref<Document> | null;
  /** Of the procedure, for links. */
  @Field(() => ID, { nullable: true }) procedureId?: string | null;
  /** Code of the procedure as it was when the sheet was made. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) procedureCode?: string | null;
  /** Step of the procedure, such as B3. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) stepCode?: string | null;
  /**
   * The suggested clause for a finding from this line: the clause of the line, else a clause that its procedure
   * serves, preferably one in scope.
   */
  @Field(() => Clause, { nullable: true })
  readonly suggestedClause?: Clause | null;
  /** The office where it is checked; null for the whole auditee. */
  @Field(() => Unit, { nullable: true })
  @ManyToOne({ entity: () => Unit, ref: true, nullable: true, deleteRule: 'restrict' })
  unit?: Ref<Unit> | null;
  /** What to check or ask. */
  @Field(() => String) @Property({ type: 'text' }) question!: string;
  /** Codes of the dossiers that were checked. */
  @Field(() => [String]) @Property({ type: 'text[]' }) samples!: string[];
  @Field(() => CheckResult) @Property({ type: 'text' }) result!: CheckResult;
  /** Why it was not checked; null while it is open or if it has a result. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) reasonNotChecked?: string | null;
  /** What was seen. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) evidence?: string | null;
  /** Photos and papers that show what was seen. */
  @Field(() => [Attachment])
  readonly attachments!: Attachment[];
  /** Who wrote on it last. */
  @Field(() => Person, { nullable: true })
  @ManyToOne({ entity: () => Person, ref: true, nullable: true, deleteRule: 'restrict' })
  by?: Ref<Person> | null;
  /** When somebody wrote on it last. */
  @Field(() => Instant, { nullable: true })
  @Property({ type: 'timestamptz', length: 3, nullable: true })
  at?: Date | null;
  @Field(() => Int) @Property({ type: 'integer', version: true }) version!: number;
}
