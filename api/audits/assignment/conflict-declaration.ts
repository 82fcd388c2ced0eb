import type { Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Person, Unit } from '../../organization/index.js';
import { Instant } from '../../platform/graphql/scalars.js';
import { Audit } from '../planning/audit.js';
import { TeamPart } from '../planning/kinds.js';
import { ConflictKind } from './kinds.js';

/** A change in a team after the plan was approved: who left, who replaced that person, and why (R14). */
@ObjectType({ simpleResolvers: true })
@Entity()
@Index({ properties: ['audit', 'at'] })
export class TeamReplacement {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne({ entity: () => Audit, ref: true, deleteRule: 'cascade' }) audit!: Ref<Audit>;
  /** Null for somebody who came in addition. */
  @Field(() => Person, { nullable: true })
  @ManyToOne({ entity: () => Person, ref: true, nullable: true, deleteRule: 'restrict' })
  left?: Ref<Person> | null;
  /** Null where nobody came instead. */
  @Field(() => Person, { nullable: true })
  @ManyToOne({ entity: () => Person, ref: true, nullable: true, deleteRule: 'restrict' })
  joined?: Ref<Person> | null;
  @Field(() => TeamPart) @Property({ type: 'text' }) part!: TeamPart;
  /** Why it was needed. */
  @Field(() => String) @Property({ type: 'text' }) reason!: string;
  /** The version of the plan that brought it. */
  @Field(() => Int) @Property({ type: 'integer' }) planVersion!: number;
  /** When the amendment was signed. */
  @Field(() => Instant) @Property({ type: 'timestamptz', length: 3 }) at!: Date;
}

/**
 * A conflict of interest between a member of the team and the auditee, declared by the auditee (R14). Until it
 * is withdrawn, the person may not audit that unit (R06). For a person and a unit there is at most one that is
 * not withdrawn: see the migration.
 */
@ObjectType({ simpleResolvers: true })
@Entity()
@Index({ properties: ['unit', 'person'] })
export class ConflictDeclaration {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  /** The audit for which it was declared. */
  @Field(() => Audit)
  @ManyToOne({ entity: () => Audit, ref: true, deleteRule: 'restrict', index: true })
  audit!: Ref<Audit>;
  /** The auditee. */
  @Field(() => Unit) @ManyToOne({ entity: () => Unit, ref: true, deleteRule: 'restrict' }) unit!: Ref<Unit>;
  @ManyToOne({ entity: () => Unit, ref: true, deleteRule: 'restrict' }) authority!: Ref<Unit>;
  @Field(() => Person)
  @ManyToOne({ entity: () => Person, ref: true, deleteRule: 'restrict', index: true })
  person!: Ref<Person>;
  @Field(() => ConflictKind) @Property({ type: 'text' }) kind!: ConflictKind;
  /** What the conflict is. */
  @Field(() => String) @Property({ type: 'text' }) reason!: string;
  /** Who declared it for the auditee. */
  @Field(() => Person) @ManyToOne({ entity: () => Person, ref: true, deleteRule: 'restrict' }) declaredBy!: Ref<Person>;
  /** When it was declared. */
  @Field(() => Instant) @Property({ type: 'timestamptz', length: 3 }) declaredAt!: Date;
  /** When it was taken back; null while it stands. */
  @Field(() => Instant, { nullable: true })
  @Property({ type: 'timestamptz', length: 3, nullable: true })
  withdrawnAt?: Date | null;
  /** Why it was taken back. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) withdrawnReason?: string | null;
  @Field(() => Int) @Property({ type: 'integer', version: true }) version!: number;

  /** It is not withdrawn and the person is still on the team: the lead agency must find a replacement. */
  @Field(() => Boolean)
  readonly isOpen!: boolean;
  /** Who was replaced by whom because of it. */
  @Field(() => TeamReplacement, { nullable: true })
  readonly replacement?: TeamReplacement | null;
}
