import { Collection, type Ref } from '@mikro-orm/core';
import { Check, Entity, Index, ManyToOne, OneToMany, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Float, ID, ObjectType, registerEnumType } from 'type-graphql';
import { SearchColumn } from '../platform/database/search-column.js';
import { Day } from '../platform/graphql/scalars.js';

/** What a unit is. OFFICE is a division of an authority (phòng, văn phòng). */
export const UnitKind = {
  /** A province (tỉnh, thành phố). */
  PROVINCE: 'PROVINCE',
  /** A department of the province (sở). */
  DEPARTMENT: 'DEPARTMENT',
  /** A ward (phường). */
  WARD: 'WARD',
  /** A commune (xã). */
  COMMUNE: 'COMMUNE',
  /** A special zone (đặc khu). */
  SPECIAL_ZONE: 'SPECIAL_ZONE',
  /** A division of an authority (phòng, văn phòng). */
  OFFICE: 'OFFICE',
  /** A one-stop shop (Trung tâm Phục vụ hành chính công). */
  SERVICE_CENTRE: 'SERVICE_CENTRE',
} as const;
export type UnitKind = (typeof UnitKind)[keyof typeof UnitKind];
registerEnumType(UnitKind, { name: 'UnitKind' });

/** What an office of a commune does; the steps of procedures name the office kind that acts. */
export const OfficeKind = {
  /** Văn phòng HĐND và UBND. */
  OFFICE: 'OFFICE',
  /** Phòng Kinh tế; in a ward, with infrastructure and urban affairs. */
  ECONOMY: 'ECONOMY',
  /** Phòng Văn hóa – Xã hội. */
  CULTURE_SOCIETY: 'CULTURE_SOCIETY',
  /** Trung tâm Phục vụ hành chính công, the one-stop shop. */
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
  /** What kind of office it is; null if it is not an office of a commune. */
  @Field(() => OfficeKind, { nullable: true })
  @Property({ type: 'text', nullable: true })
  officeKind?: OfficeKind | null;

  /** The unit right above it; null at the top. */
  @Field(() => Unit, { nullable: true })
  @ManyToOne({ entity: () => Unit, ref: true, nullable: true, deleteRule: 'restrict', index: true })
  parent?: Ref<Unit> | null;

  /** The units right below it, in the usual order. */
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

  /** Group of neighbouring communes (cụm). */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) cluster?: string | null;
  /** Degrees north, for distances. */
  @Field(() => Float, { nullable: true }) @Property({ type: 'double', nullable: true }) latitude?: number | null;
  /** Degrees east, for distances. */
  @Field(() => Float, { nullable: true }) @Property({ type: 'double', nullable: true }) longitude?: number | null;
  /** Day of receiving citizens, MONDAY to FRIDAY: no audits on it (R17). */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) receptionWeekday?: string | null;
  /** Place among the units of the same parent. */
  @Property({ type: 'integer' }) position!: number;
  /** First day on which the unit existed; null where that is not known. */
  @Field(() => Day, { nullable: true }) @Property({ type: 'date', nullable: true }) activeFrom?: string | null;
  /** Last day on which it existed; null while it does. */
  @Field(() => Day, { nullable: true }) @Property({ type: 'date', nullable: true }) activeTo?: string | null;
}

/**
 * That a unit came out of an earlier one, by merger or split: a unit has one predecessor for each unit that was
 * merged into it, and a unit that was split is the predecessor of several. Earlier units are kept; `activeTo`
 * is the day on which they ended.
 */
@Entity()
@Check({ name: 'unit_succession_of_another', expression: 'unit_id <> predecessor_id' })
export class UnitSuccession {
  @ManyToOne({ entity: () => Unit, ref: true, primary: true, deleteRule: 'cascade' }) unit!: Ref<Unit>;
  @ManyToOne({ entity: () => Unit, ref: true, primary: true, deleteRule: 'restrict', index: true })
  predecessor!: Ref<Unit>;
}
