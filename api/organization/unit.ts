import { Collection, type Ref } from '@mikro-orm/core';
import { Check, Entity, Index, ManyToOne, OneToMany, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Float, ID, ObjectType, registerEnumType } from 'type-graphql';
import { SearchColumn } from '../platform/database/search-column.js';
import { Day } from '../platform/graphql/scalars.js';

/** What a unit is. OFFICE is a division of an authority (phòng, văn phòng). */
export const UnitKind = {
  PROVINCE: 'PROVINCE',
  DEPARTMENT: 'DEPARTMENT',
  WARD: 'WARD',
  COMMUNE: 'COMMUNE',
  SPECIAL_ZONE: 'SPECIAL_ZONE',
  OFFICE: 'OFFICE',
  SERVICE_CENTRE: 'SERVICE_CENTRE',
} as const;
export type UnitKind = (typeof UnitKind)[keyof typeof UnitKind];
registerEnumType(UnitKind, { name: 'UnitKind' });

/** What an office of a commune does; the steps of procedures name the office kind that acts. */
export const OfficeKind = {
  OFFICE: 'OFFICE',
  ECONOMY: 'ECONOMY',
  CULTURE_SOCIETY: 'CULTURE_SOCIETY',
  SERVICE_CENTRE: 'SERVICE_CENTRE',
} as const;
export type OfficeKind = (typeof OfficeKind)[keyof typeof OfficeKind];
registerEnumType(OfficeKind, { name: 'OfficeKind' });

/**
 * A unit of the state (đơn vị). A unit that runs a quality system of its own is an authority;
 * every unit below it belongs to that authority.
 */
@ObjectType({ simpleResolvers: true })
@Entity()
export class Unit {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => String) @Property({ type: 'text', unique: true }) code!: string;
  @Field(() => String) @Property({ type: 'text' }) name!: string;
  @Field(() => String) @Property({ type: 'text' }) nameEn!: string;
  @SearchColumn('fold(name)') search?: string;
  @Field(() => UnitKind) @Property({ type: 'text' }) kind!: UnitKind;
  @Field(() => OfficeKind, { nullable: true })
  @Property({ type: 'text', nullable: true })
  officeKind?: OfficeKind | null;

  @Field(() => Unit, { nullable: true })
  @ManyToOne({ entity: () => Unit, ref: true, nullable: true, deleteRule: 'restrict', index: true })
  parent?: Ref<Unit> | null;

  @Field(() => [Unit])
  @OneToMany({ entity: () => Unit, mappedBy: 'parent', orderBy: { position: 'asc' } })
  children = new Collection<Unit>(this);

  /** The authority it belongs to: itself when it is one, null above the authorities. */
  @Field(() => Unit, { nullable: true })
  @ManyToOne({ entity: () => Unit, ref: true, nullable: true, deleteRule: 'restrict', index: true })
  authority?: Ref<Unit> | null;

  /** Codes from the top down to this unit, for `<@` on an ltree. */
  @Index({ type: 'gist' })
  @Property({ type: 'string', columnType: 'ltree' })
  path!: string;

  /** Runs a quality management system of its own. */
  @Field(() => Boolean)
  @Property({ type: 'boolean' })
  isAuthority!: boolean;

  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) cluster?: string | null;
  @Field(() => Float, { nullable: true }) @Property({ type: 'double', nullable: true }) latitude?: number | null;
  @Field(() => Float, { nullable: true }) @Property({ type: 'double', nullable: true }) longitude?: number | null;
  /** Day of receiving citizens, MONDAY to FRIDAY: no audits on it (R17). */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) receptionWeekday?: string | null;
  /** Place among the units of the same parent. */
  @Property({ type: 'integer' }) position!: number;
  @Field(() => Day, { nullable: true }) @Property({ type: 'date', nullable: true }) activeFrom?: string | null;
  @Field(() => Day, { nullable: true }) @Property({ type: 'date', nullable: true }) activeTo?: string | null;
}

/**
 * That a unit came out of an earlier one, by merger or split: a unit has as many predecessors as were
 * merged into it, and a unit that was split is the predecessor of several. The earlier ones stay, with
 * the day on which they ended in `activeTo`.
 */
@Entity()
@Check({ name: 'unit_succession_of_another', expression: 'unit_id <> predecessor_id' })
export class UnitSuccession {
  @ManyToOne({ entity: () => Unit, ref: true, primary: true, deleteRule: 'cascade' }) unit!: Ref<Unit>;
  @ManyToOne({ entity: () => Unit, ref: true, primary: true, deleteRule: 'restrict', index: true })
  predecessor!: Ref<Unit>;
}
