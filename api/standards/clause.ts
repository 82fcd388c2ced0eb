import { Collection, type Ref } from '@mikro-orm/core';
import { Entity, Index, ManyToOne, OneToMany, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';

/** A clause set: an edition of the standard. Every record keeps the set under which it was made. */
@ObjectType({ simpleResolvers: true })
@Entity()
export class ClauseSet {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  /** ISO9001_2008, ISO9001_2015, ISO9001_2026. */
  @Field(() => String) @Property({ type: 'text', unique: true }) code!: string;
  @Field(() => String) @Property({ type: 'text' }) title!: string;
  @Field(() => String) @Property({ type: 'text' }) titleEn!: string;
  /** Not checked against a published standard. */
  @Field(() => Boolean) @Property({ type: 'boolean' }) isDraft!: boolean;
  /** The set that new records are made under. */
  @Field(() => Boolean) @Property({ type: 'boolean' }) isCurrent!: boolean;

  @Field(() => [Clause])
  @OneToMany({ entity: () => Clause, mappedBy: 'set', orderBy: { position: 'asc' } })
  clauses = new Collection<Clause>(this);
}

/** A clause: number and titles only, never the text of the standard. */
@ObjectType({ simpleResolvers: true })
@Entity()
@Unique({ properties: ['set', 'number'] })
export class Clause {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  /** The edition of the standard it belongs to. */
  @Field(() => ClauseSet)
  @ManyToOne({ entity: () => ClauseSet, ref: true, deleteRule: 'restrict' })
  set!: Ref<ClauseSet>;
  @Field(() => String) @Property({ type: 'text' }) number!: string;
  @Field(() => String) @Property({ type: 'text' }) title!: string;
  @Field(() => String) @Property({ type: 'text' }) titleEn!: string;
  /** The clause above it; null for a chapter. */
  @Field(() => Clause, { nullable: true })
  @ManyToOne({ entity: () => Clause, ref: true, nullable: true, deleteRule: 'restrict' })
  parent?: Ref<Clause> | null;
  /** It has no sub-clauses. */
  @Field(() => Boolean) @Property({ type: 'boolean' }) isLeaf!: boolean;
  /** A clause of chapters 4 to 10 without sub-clauses; the work sheet of an audit has a line for each. */
  @Field(() => Boolean) @Property({ type: 'boolean' }) isAuditable!: boolean;
  /** Who is usually asked about it. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) usualUnit?: string | null;
  /** Compared with the edition before: NEW, RENAMED, MOVED, TEXT or SAME. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) change?: string | null;
  /** Place in the set. */
  @Field(() => Int) @Property({ type: 'integer' }) position!: number;

  /** Where this clause went in other sets. */
  @Field(() => [ClauseMapping])
  @OneToMany({ entity: () => ClauseMapping, mappedBy: 'from' })
  mapsTo = new Collection<ClauseMapping>(this);

  /** Where this clause came from in other sets. */
  @Field(() => [ClauseMapping])
  @OneToMany({ entity: () => ClauseMapping, mappedBy: 'to' })
  mapsFrom = new Collection<ClauseMapping>(this);
}

/** That a clause of one set corresponds to a clause of another. Many to many. */
@ObjectType({ simpleResolvers: true })
@Entity()
@Index({ properties: ['to'] })
@Unique({ properties: ['from', 'to'] })
export class ClauseMapping {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  /** The clause of the earlier set. */
  @Field(() => Clause) @ManyToOne({ entity: () => Clause, ref: true, deleteRule: 'cascade' }) from!: Ref<Clause>;
  /** The clause of the later set. */
  @Field(() => Clause) @ManyToOne({ entity: () => Clause, ref: true, deleteRule: 'cascade' }) to!: Ref<Clause>;
}
