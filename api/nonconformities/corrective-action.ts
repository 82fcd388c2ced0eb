import { Collection, type Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, OneToMany, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Attachment } from '../attachments/index.js';
import { Person } from '../organization/index.js';
import { Day, Instant } from '../platform/graphql/scalars.js';
import { ActionExtension } from './action-extension.js';
import { ActionProgress } from './action-progress.js';
import { Nonconformity } from './nonconformity.js';
import type { ActionState } from './rules/index.js';
import { ActionStates } from './states.js';

/** What an action is for. Only a CORRECTIVE one acts on the cause. */
export const ActionKind = {
  /** Corrects what went wrong (sự khắc phục). */
  CORRECTION: 'CORRECTION',
  /** Removes the cause, so that the nonconformity does not occur again (hành động khắc phục). */
  CORRECTIVE: 'CORRECTIVE',
  /** Prevents the same nonconformity in other places. */
  PREVENTIVE: 'PREVENTIVE',
  /** Makes the work better than required. */
  IMPROVEMENT: 'IMPROVEMENT',
} as const;
export type ActionKind = (typeof ActionKind)[keyof typeof ActionKind];
registerEnumType(ActionKind, { name: 'ActionKind' });

/**
 * An action of the plan of a nonconformity (hành động khắc phục). It can be read only through its
 * nonconformity, so that whoever sees the nonconformity sees it.
 */
@ObjectType({ simpleResolvers: true })
@Entity()
@Index({ properties: ['owner', 'state'] })
export class CorrectiveAction {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => Nonconformity)
  @ManyToOne({ entity: () => Nonconformity, ref: true, deleteRule: 'cascade', index: true })
  nonconformity!: Ref<Nonconformity>;
  /** Place in the plan. */
  @Field(() => Int) @Property({ type: 'integer' }) position!: number;
  @Field(() => ActionKind) @Property({ type: 'text' }) kind!: ActionKind;
  @Field(() => String) @Property({ type: 'text' }) title!: string;
  /** Who carries it out. */
  @Field(() => Person) @ManyToOne({ entity: () => Person, ref: true, deleteRule: 'restrict' }) owner!: Ref<Person>;
  /** The day by which it must be done. */
  @Field(() => Day) @Property({ type: 'date' }) dueOn!: string;
  @Field(() => ActionStates) @Property({ type: 'text' }) state!: ActionState;
  /** What was done, and the evidence for it. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) result?: string | null;
  /** Where it can be seen: document, record, photo. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) evidence?: string | null;
  /** When its owner reported it done. */
  @Field(() => Instant, { nullable: true })
  @Property({ type: 'timestamptz', length: 3, nullable: true })
  doneAt?: Date | null;
  /** The later due date the owner asks for; null when nothing is asked. */
  @Field(() => Day, { nullable: true }) @Property({ type: 'date', nullable: true }) extensionTo?: string | null;
  /** Reason of the last return, refusal or drop. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) reason?: string | null;
  /** When the state last changed. */
  @Field(() => Instant) @Property({ type: 'timestamptz', length: 3 }) stateSince!: Date;
  @Field(() => Int) @Property({ type: 'integer', version: true }) version!: number;

  /** Every request for more time, the first one first. */
  @Field(() => [ActionExtension])
  @OneToMany({ entity: () => ActionExtension, mappedBy: 'action', orderBy: { askedAt: 'asc' } })
  extensions = new Collection<ActionExtension>(this);

  /** How far it had come, the first note first. */
  @Field(() => [ActionProgress])
  @OneToMany({ entity: () => ActionProgress, mappedBy: 'action', orderBy: { at: 'asc' } })
  progress = new Collection<ActionProgress>(this);

  // Read by SQL (index.ts), never kept.
  /** It is open and its due date is past. */
  @Field(() => Boolean) readonly overdue!: boolean;
  /** Uploads that show what was done. */
  @Field(() => [Attachment]) readonly attachments!: Attachment[];
}
