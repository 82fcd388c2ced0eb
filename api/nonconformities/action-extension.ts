import type { Ref } from '@mikro-orm/core';
import { Check, Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Person } from '../organization/index.js';
import { Day, Instant } from '../platform/graphql/scalars.js';
import { CorrectiveAction } from './corrective-action.js';

/**
 * The outcome of a request for more time. It lapses when the action is done, dropped or planned anew before
 * anybody answers.
 */
export const ExtensionDecision = {
  /** The action is due later now. */
  GRANTED: 'GRANTED',
  /** The due date stays. */
  REFUSED: 'REFUSED',
  /** The action was done, dropped or planned anew before anybody answered. */
  LAPSED: 'LAPSED',
} as const;
export type ExtensionDecision = (typeof ExtensionDecision)[keyof typeof ExtensionDecision];
registerEnumType(ExtensionDecision, { name: 'ExtensionDecision' });

/** A request for more time for an action (gia hạn), and the answer to it. At most one is waiting at a time. */
@ObjectType({ simpleResolvers: true })
@Entity()
@Index({ properties: ['action', 'askedAt'] })
@Check({ name: 'action_extension_decided', expression: '(decision is null) = (decided_at is null)' })
export class ActionExtension {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne({ entity: () => CorrectiveAction, ref: true, deleteRule: 'cascade' }) action!: Ref<CorrectiveAction>;
  /** Who asked: the owner of the action. */
  @Field(() => Person) @ManyToOne({ entity: () => Person, ref: true, deleteRule: 'restrict' }) askedBy!: Ref<Person>;
  /** When it was asked for. */
  @Field(() => Instant) @Property({ type: 'timestamptz', length: 3 }) askedAt!: Date;
  /** The due date when it was asked for. */
  @Field(() => Day)
  @Property({ type: 'date' })
  fromDay!: string;
  /** The due date that is asked for. */
  @Field(() => Day) @Property({ type: 'date' }) toDay!: string;
  /** Why more time is needed. */
  @Field(() => String) @Property({ type: 'text' }) reason!: string;
  /** Null while it waits for an answer. */
  @Field(() => ExtensionDecision, { nullable: true })
  @Property({ type: 'text', nullable: true })
  decision?: ExtensionDecision | null;
  /** Null when it lapsed. */
  @Field(() => Person, { nullable: true })
  @ManyToOne({ entity: () => Person, ref: true, nullable: true, deleteRule: 'restrict' })
  decidedBy?: Ref<Person> | null;
  /** When it was granted, refused or lapsed; null while it waits. */
  @Field(() => Instant, { nullable: true })
  @Property({ type: 'timestamptz', length: 3, nullable: true })
  decidedAt?: Date | null;
  /** Why it was refused. */
  @Field(() => String, { nullable: true })
  @Property({ type: 'text', nullable: true })
  decisionReason?: string | null;
}
