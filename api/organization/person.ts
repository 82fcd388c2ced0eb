import { Collection, type Ref } from '@mikro-orm/core';
import {
  Check,
  Entity,
  Index,
  ManyToOne,
  OneToMany,
  OneToOne,
  PrimaryKey,
  Property,
} from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Role } from '../access/index.js';
import { SearchColumn } from '../platform/database/search-column.js';
import { Day, Instant } from '../platform/graphql/scalars.js';
import type { ColumnNames } from '../platform/reads/index.js';
import { Unit } from './unit.js';

registerEnumType(Role, {
  name: 'Role',
  description: 'A role held in a unit for a time.',
  valuesConfig: {
    ADMINISTRATOR: { description: 'Keeps accounts and the whole platform; reaches across authorities.' },
    LEAD_AGENCY: { description: 'Arranges audits for all authorities below (đơn vị chủ trì); reaches across them.' },
    ISO_HEAD: { description: 'Heads the ISO steering committee of an authority (Trưởng Ban Chỉ đạo ISO).' },
    QUALITY_MANAGER: { description: 'Speaks for the management on quality (đại diện lãnh đạo về chất lượng).' },
    ISO_SECRETARY: { description: 'Keeps the registers of the quality system (thư ký ISO).' },
    UNIT_HEAD: { description: 'Heads a unit and answers for it (trưởng đơn vị).' },
    OFFICER: { description: 'Works in a unit (công chức).' },
    OBSERVER: { description: 'Reads and changes nothing; reaches across authorities.' },
    AUDIT_LEAD: { description: 'Leads an audit there, for the time of the audit.' },
    AUDIT_TEAM: { description: 'Is in the team of an audit there, for the time of the audit.' },
  },
});

/** A person of the state offices (người); with or without an account. */
@ObjectType({ simpleResolvers: true })
@Entity()
export class Person {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => String) @Property({ type: 'text', unique: true }) code!: string;
  @Field(() => String) @Property({ type: 'text' }) fullName!: string;
  /** Folded for search by PostgreSQL. */
  @SearchColumn("fold(full_name || ' ' || code)") search?: string;
  /** For the person, the own authority, the lead agency and administrators; null for others. */
  @Field(() => String, { nullable: true })
  @Property({ type: 'text', nullable: true })
  email?: string | null;
  /** For whom the e-mail address is. */
  @Field(() => String, { nullable: true })
  @Property({ type: 'text', nullable: true })
  phone?: string | null;
  /** Works for the state offices still. */
  @Field(() => Boolean) @Property({ type: 'boolean' }) isActive!: boolean;

  /** Posts, those begun last first, past ones too. */
  @Field(() => [Post])
  @OneToMany({ entity: () => Post, mappedBy: 'person', orderBy: { from: 'desc' } })
  posts = new Collection<Post>(this);

  /** Roles, those begun last first, past ones too. */
  @Field(() => [RoleGrant])
  @OneToMany({ entity: () => RoleGrant, mappedBy: 'person', orderBy: { from: 'desc' } })
  grants = new Collection<RoleGrant>(this);
}

/**
 * A post (chức vụ) with its dates. The person acts for the unit of the current one; earlier ones matter for
 * independence (R02).
 */
@ObjectType({ simpleResolvers: true })
@Entity()
export class Post {
  declare [ColumnNames]?: { from: 'from_date'; to: 'to_date' };
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => Person)
  @ManyToOne({ entity: () => Person, ref: true, deleteRule: 'restrict', index: true })
  person!: Ref<Person>;
  @Field(() => Unit)
  @ManyToOne({ entity: () => Unit, ref: true, deleteRule: 'restrict', index: true })
  unit!: Ref<Unit>;
  /** Name of the post, such as Chủ tịch UBND. */
  @Field(() => String) @Property({ type: 'text' }) title!: string;
  /** First day. */
  @Field(() => Day) @Property({ type: 'date', name: 'from_date' }) from!: string;
  /** Last day; null for the current post. */
  @Field(() => Day, { nullable: true }) @Property({ type: 'date', name: 'to_date', nullable: true }) to?: string | null;
}

/**
 * A role held in a unit for a time (vai trò). It covers the unit and the units below it of the same authority;
 * ADMINISTRATOR, LEAD_AGENCY and OBSERVER cover other authorities below it too.
 */
@ObjectType({ simpleResolvers: true })
@Entity()
@Index({ properties: ['unit', 'role'] })
export class RoleGrant {
  declare [ColumnNames]?: { from: 'from_date'; to: 'to_date' };
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => Person)
  @ManyToOne({ entity: () => Person, ref: true, deleteRule: 'restrict', index: true })
  person!: Ref<Person>;
  @Field(() => Role) @Property({ type: 'text' }) role!: Role;
  @Field(() => Unit) @ManyToOne({ entity: () => Unit, ref: true, deleteRule: 'restrict' }) unit!: Ref<Unit>;
  /** First day on which it holds. */
  @Field(() => Day) @Property({ type: 'date', name: 'from_date' }) from!: string;
  /** Last day on which it holds; null if no end is set. */
  @Field(() => Day, { nullable: true }) @Property({ type: 'date', name: 'to_date', nullable: true }) to?: string | null;
  /** Why it was given, such as the audit it serves. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) reason?: string | null;
  /** The record that gave it and will end it, such as an audit. */
  @Property({ type: 'uuid', nullable: true, index: true }) givenBy?: string | null;
}

/** An entry of the auditor register (chuyên gia đánh giá). */
@ObjectType({ simpleResolvers: true })
@Entity()
export class Auditor {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => Person)
  @OneToOne({ entity: () => Person, ref: true, owner: true, deleteRule: 'restrict' })
  person!: Ref<Person>;
  /** Certificates of training; the one with the latest end of validity first. */
  @Field(() => [AuditorCertificate])
  @OneToMany({ entity: () => AuditorCertificate, mappedBy: 'auditor', orderBy: { validUntil: 'desc', number: 'asc' } })
  certificates = new Collection<AuditorCertificate>(this);

  /** Until when one of the certificates is valid; null without any (R07). */
  @Field(() => Day, { nullable: true })
  readonly certifiedUntil!: string | null;
  /** May lead a team. */
  @Field(() => Boolean) @Property({ type: 'boolean' }) leadQualified!: boolean;
  /** Fields of expertise, by the names of the procedures' fields. */
  @Field(() => [String]) @Property({ type: 'text[]' }) fields!: string[];
  /** Audits done before the platform kept count. */
  @Field(() => Int) @Property({ type: 'integer' }) earlierAudits!: number;
  /** Most audits in one round (R10). */
  @Field(() => Int) @Property({ type: 'integer' }) maximumLoad!: number;
  /** Days on which the person cannot audit. */
  @Field(() => [Day]) @Property({ type: 'date[]' }) unavailableOn!: string[];

  /** Whether this viewer may read declared conflicts: the person, the lead agency, administrators. */
  @Field(() => Boolean)
  readonly conflictsShown!: boolean;

  /** For the person, the lead agency and administrators; empty for others. */
  @Field(() => [AuditorConflict])
  @OneToMany({ entity: () => AuditorConflict, mappedBy: 'auditor' })
  conflicts = new Collection<AuditorConflict>(this);
}

/** A certificate of training as an auditor (chứng nhận đào tạo). */
@ObjectType({ simpleResolvers: true })
@Entity()
export class AuditorCertificate {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne({ entity: () => Auditor, ref: true, deleteRule: 'cascade', index: true }) auditor!: Ref<Auditor>;
  @Field(() => String) @Property({ type: 'text' }) number!: string;
  /** Who issued it; null for certificates that were registered before the platform recorded it. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) issuer?: string | null;
  /** Edition of the standard it was given for, such as ISO 9001:2015; null as above. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) edition?: string | null;
  /** The day of its issue. */
  @Field(() => Day) @Property({ type: 'date' }) issuedOn!: string;
  /** Last day on which it is valid. */
  @Field(() => Day) @Property({ type: 'date' }) validUntil!: string;
}

/**
 * A conflict of interest that an auditor has declared with a unit or with a person, not both (R06). The same
 * conflict can be declared again only after it was withdrawn; withdrawn ones are kept.
 */
@ObjectType({ simpleResolvers: true })
@Entity()
@Check({ name: 'auditor_conflict_with_one', expression: 'num_nonnulls(unit_id, person_id) = 1' })
export class AuditorConflict {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne({ entity: () => Auditor, ref: true, deleteRule: 'cascade', index: true }) auditor!: Ref<Auditor>;
  /** The unit, and everything below it; null if the conflict is with a person. */
  @Field(() => Unit, { nullable: true })
  @ManyToOne({ entity: () => Unit, ref: true, nullable: true, deleteRule: 'restrict' })
  unit?: Ref<Unit> | null;
  /** The person; the conflict counts for every unit where that person holds a post. */
  @Field(() => Person, { nullable: true })
  @ManyToOne({ entity: () => Person, ref: true, nullable: true, deleteRule: 'restrict', index: true })
  person?: Ref<Person> | null;
  /** What the conflict is. */
  @Field(() => String) @Property({ type: 'text' }) reason!: string;
  /** When it was declared; null if that was before the platform recorded it. */
  @Field(() => Instant, { nullable: true })
  @Property({ type: 'timestamptz', length: 3, nullable: true })
  declaredAt?: Date | null;
  /** When the auditor withdrew it; null while it is in force. */
  @Field(() => Instant, { nullable: true })
  @Property({ type: 'timestamptz', length: 3, nullable: true })
  withdrawnAt?: Date | null;
  /** Why it was taken back. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) withdrawnReason?: string | null;
  @Field(() => Int) @Property({ type: 'integer', version: true }) version!: number;
}
