import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { Person } from '../organization/index.js';
import { Instant } from '../platform/graphql/scalars.js';
import { Revision } from './revision.js';

/** The confirmation of a person that he or she has read a revision in force (đã đọc), with the hash of its content. */
@ObjectType({ simpleResolvers: true })
@Entity()
@Unique({ properties: ['revision', 'person'] })
export class Acknowledgement {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne({ entity: () => Revision, ref: true, deleteRule: 'restrict' }) revision!: Ref<Revision>;
  @Field(() => Person)
  @ManyToOne({ entity: () => Person, ref: true, deleteRule: 'restrict', index: true })
  person!: Ref<Person>;
  /** SHA-256 of the content that was read, as in `Revision.contentHash`. */
  @Field(() => String) @Property({ type: 'text' }) contentHash!: string;
  /** When the person confirmed reading it. */
  @Field(() => Instant) @Property({ type: 'timestamptz', length: 3 }) at!: Date;
}
