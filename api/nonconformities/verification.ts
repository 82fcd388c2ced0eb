import type { Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { Person } from '../organization/index.js';
import { Instant } from '../platform/graphql/scalars.js';
import { Nonconformity } from './nonconformity.js';

/** One round of verification (kiểm tra xác nhận lần n): passed, or sent back for a reason. */
@ObjectType({ simpleResolvers: true })
@Entity()
@Index({ properties: ['nonconformity', 'at'] })
export class Verification {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne({ entity: () => Nonconformity, ref: true, deleteRule: 'cascade' }) nonconformity!: Ref<Nonconformity>;
  /** Who verified it or sent it back. */
  @Field(() => Person) @ManyToOne({ entity: () => Person, ref: true, deleteRule: 'restrict' }) by!: Ref<Person>;
  /** When it was verified or sent back. */
  @Field(() => Instant) @Property({ type: 'timestamptz', length: 3 }) at!: Date;
  /** True where it passed, false where it was sent back. */
  @Field(() => Boolean) @Property({ type: 'boolean' }) passed!: boolean;
  /** At the unit itself; null where it was sent back. */
  @Field(() => Boolean, { nullable: true })
  @Property({ type: 'boolean', nullable: true })
  onSite?: boolean | null;
  /** What was checked, or why it was sent back. */
  @Field(() => String, { nullable: true })
  @Property({ type: 'text', nullable: true })
  note?: string | null;
}
