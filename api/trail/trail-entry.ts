import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { FormerVerb, Verb } from '../access/index.js';
import type { Change, CommandEntry } from '../commands/index.js';
import { Instant, Json } from '../platform/graphql/scalars.js';

/** Who did what to which record, written in the transaction of the command and never changed. */
@ObjectType({ simpleResolvers: true })
@Entity({ tableName: 'trail_entry' })
@Index({ properties: ['subjectType', 'subjectId', 'at'] })
export class TrailEntry implements Omit<CommandEntry, 'verb'> {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  /** When it was done. */
  @Field(() => Instant) @Property({ type: 'timestamptz', length: 3 }) at!: Date;
  /** The person; null for a job of the system. */
  @Field(() => ID, { nullable: true }) @Property({ type: 'uuid', nullable: true }) actorId!: string | null;
  /** Name as it was then. */
  @Field(() => String) @Property({ type: 'text' }) actorName!: string;
  /** Module and event, such as `nonconformity.respond`. */
  @Field(() => String) @Property({ type: 'text' }) verb!: Verb | FormerVerb;
  /** Type of the record, such as `Nonconformity`. */
  @Field(() => String) @Property({ type: 'text' }) subjectType!: string;
  /** The record. */
  @Field(() => ID) @Property({ type: 'uuid' }) subjectId!: string;
  @Property({ type: 'uuid', nullable: true }) unitId!: string | null;
  @Property({ type: 'uuid', nullable: true }) authorityId!: string | null;
  /** Reason given with the event, if any. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) reason!: string | null;
  /**
   * What changed: one entry for each record, `type`, `id`, `kind` (create, update, delete), `set` and `was` by
   * property.
   */
  @Field(() => Json) @Property({ type: 'json' }) changes!: Change[];

  /** Position in the sealed chain, 1, 2, 3 …; null until the sealing job has passed. */
  @Field(() => Int, { nullable: true }) @Property({ type: 'integer', nullable: true, unique: true }) position!:
    | number
    | null;
  @Property({ type: 'text', nullable: true }) previousHash!: string | null;
  /** SHA-256 of this entry and of all before it; null until the sealing job has passed. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) hash!: string | null;
}
