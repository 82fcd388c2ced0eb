import { Collection, type Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, OneToMany, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Person, Unit } from '../../organization/index.js';
import { Day, Instant } from '../../platform/graphql/scalars.js';
import type { Wording } from '../../rules/refusal.js';
import { ClauseSet } from '../../standards/index.js';
import type { ColumnNames } from '../../platform/reads/index.js';
import { Audit } from './audit.js';
import { RoundKind } from './kinds.js';
import { PlanEntry } from './plan-entry.js';
import { Programme } from './programme.js';
import type { RoundState } from '../rules/planning/index.js';
import { RoundStates } from './states.js';

/** R08: members of a team, trainees included. */
@ObjectType({ simpleResolvers: true })
export class TeamSize {
  /** Fewest members. */
  @Field(() => Int) min!: number;
  /** Most members. */
  @Field(() => Int) max!: number;
}

/** The bounds of the hard rules in one round. */
// The rules take them as `RoundRules`.
@ObjectType({ simpleResolvers: true })
export class RoundSettings {
  /** R02: months for which a person may not audit a unit that he or she has left. */
  @Field(() => Int) monthsAfterLeaving!: number;
  /** R07: audits that a lead must have taken part in before. */
  @Field(() => Int) earlierAuditsOfLead!: number;
  @Field(() => TeamSize) teamSize!: TeamSize;
  /** R10: most audits an auditor has in the round. */
  @Field(() => Int) maxLoad!: number;
  /** R04: why two authorities may audit each other in this round; null: they may not. */
  @Field(() => String, { nullable: true }) reciprocityReason!: string | null;
}

/** The change of one audit in an amendment: the whole new team and days, who proposed it, and why. */
@ObjectType({ simpleResolvers: true })
export class PlanAmendmentChange extends PlanEntry {
  /** Why it is needed. */
  @Field(() => String) reason!: string;
  /** Who proposed it. */
  @Field(() => ID) proposedById!: string;
  /** Name of that person, as it was then. */
  @Field(() => String) proposedByName!: string;
  /** When it was proposed. */
  @Field(() => Instant) at!: string;
}

/**
 * Changes of an approved plan that wait for the signature of the lead agency's ISO head: one for each audit,
 * all signed at once.
 */
@ObjectType({ simpleResolvers: true })
export class PlanAmendment {
  /** Why: the reasons of the changes, each once. */
  @Field(() => String) reason!: string;
  /** Who proposed last. */
  @Field(() => ID) proposedById!: string;
  /** Name of who proposed last, as it was then. */
  @Field(() => String) proposedByName!: string;
  /** When the last change was proposed. */
  @Field(() => Instant) at!: string;
  /** The changes, one an audit. */
  @Field(() => [PlanAmendmentChange]) changes!: PlanAmendmentChange[];
  /** Hard rules that the changed plan still breaks, until another change resolves them. */
  problems!: Wording[];
}

/** A round of audits in one window of time (đợt đánh giá). */
// States and who may do what: rules/planning/round-lifecycle.ts.
@ObjectType({ simpleResolvers: true })
@Entity()
@Unique({ properties: ['leadAgency', 'number'] })
@Index({ properties: ['from', 'id'] })
export class Round {
  declare [ColumnNames]?: { from: 'from_date'; to: 'to_date'; amendment: 'repair' };
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => Programme, { nullable: true })
  @ManyToOne({ entity: () => Programme, ref: true, nullable: true, deleteRule: 'restrict', index: true })
  programme?: Ref<Programme> | null;
  @Field(() => RoundKind) @Property({ type: 'text' }) kind!: RoundKind;
  /** DG-2026-01, DGNB-2026-01 for an INTERNAL one: year and round of the year, without gaps in a lead agency. */
  @Field(() => String) @Property({ type: 'text' }) number!: string;
  @Field(() => String) @Property({ type: 'text' }) title!: string;
  /** The authority that arranges the round; for an INTERNAL round the audited authority itself. */
  @Field(() => Unit) @ManyToOne({ entity: () => Unit, ref: true, deleteRule: 'restrict' }) leadAgency!: Ref<Unit>;
  /** The window in which every audit lies. */
  @Field(() => Day) @Property({ type: 'date', name: 'from_date' }) from!: string;
  /** Last day of that window. */
  @Field(() => Day) @Property({ type: 'date', name: 'to_date' }) to!: string;
  @Field(() => ClauseSet)
  @ManyToOne({ entity: () => ClauseSet, ref: true, deleteRule: 'restrict' })
  clauseSet!: Ref<ClauseSet>;
  /** The limits of the hard rules in this round. */
  @Field(() => RoundSettings) @Property({ type: 'json' }) settings!: RoundSettings;
  /** 0 until it is approved, then 1, plus one with every amendment. */
  @Field(() => Int) @Property({ type: 'integer' }) planVersion!: number;
  @Field(() => RoundStates) @Property({ type: 'text' }) state!: RoundState;
  @Field(() => PlanAmendment, { nullable: true })
  @Property({ type: 'json', name: 'repair', nullable: true })
  amendment?: PlanAmendment | null;
  /** The previous round, for rotation and for repeated findings. */
  @Field(() => Round, { nullable: true })
  @ManyToOne({ entity: () => Round, ref: true, nullable: true, deleteRule: 'restrict' })
  previous?: Ref<Round> | null;
  /** When the plan was approved. */
  @Field(() => Instant, { nullable: true })
  @Property({ type: 'timestamptz', length: 3, nullable: true })
  approvedAt?: Date | null;
  /** Nhận xét, kết luận chung of the consolidated report. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) conclusion?: string | null;
  /** Why it was cancelled. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) reason?: string | null;
  /** When the state last changed. */
  @Field(() => Instant) @Property({ type: 'timestamptz', length: 3 }) stateSince!: Date;
  @Field(() => Int) @Property({ type: 'integer', version: true }) version!: number;

  /** The people who must act now. */
  @Field(() => [Person]) readonly waitsFor!: Person[];

  /** Its audits, by number. */
  @Field(() => [Audit])
  @OneToMany({ entity: () => Audit, mappedBy: 'round', orderBy: { position: 'asc' } })
  audits = new Collection<Audit>(this);
}
