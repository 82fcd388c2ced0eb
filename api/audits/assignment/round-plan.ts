import type { Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Tx } from '../../commands/index.js';
import { Instant } from '../../platform/graphql/scalars.js';
import { newId } from '../../platform/ids.js';
import { PlanEntry } from '../planning/plan-entry.js';
import { Round } from '../planning/round.js';

/** The change of one audit in a version of the plan. */
@ObjectType({ simpleResolvers: true })
export class PlanChange extends PlanEntry {
  /** What the plan said before. */
  @Field(() => PlanEntry) before!: PlanEntry;
  /** Why it was changed. */
  @Field(() => String) reason!: string;
}

/**
 * A version of the plan of a round as it was signed (bản kế hoạch): 1 with the approval, one more with every
 * amendment. Versions are never deleted, so that one can always see who was planned to audit where.
 */
@ObjectType({ simpleResolvers: true })
@Entity()
@Unique({ properties: ['round', 'planVersion'] })
export class RoundPlan {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne({ entity: () => Round, ref: true, deleteRule: 'restrict' }) round!: Ref<Round>;
  /** 1 with the approval, one more with every amendment. */
  @Field(() => Int) @Property({ type: 'integer' }) planVersion!: number;
  /** Every audit that was not cancelled then. */
  @Field(() => [PlanEntry])
  @Property({ type: 'json' })
  entries!: PlanEntry[];
  /** What this version changed; empty for the first. */
  @Field(() => [PlanChange])
  @Property({ type: 'json' })
  changes!: PlanChange[];
  /** Why the plan was amended; null for the first. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) reason?: string | null;
  /** Name of who signed it, as it was then. */
  @Field(() => String) @Property({ type: 'text' }) signedByName!: string;
  /** When it was signed. */
  @Field(() => Instant) @Property({ type: 'timestamptz', length: 3 }) at!: Date;
}

/** Stores the version of the plan that was just signed. */
export function keepPlan(
  tx: Tx,
  round: Round,
  entries: PlanEntry[],
  changes: PlanChange[] = [],
  reason: string | null = null,
): void {
  tx.create(RoundPlan, {
    id: newId(tx.now),
    round,
    planVersion: round.planVersion,
    entries,
    changes,
    reason,
    signedByName: tx.viewer.fullName,
    at: tx.now,
  });
}
