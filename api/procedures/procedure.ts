import { Collection, type Ref } from '@mikro-orm/core';
import {
  Entity,
  Index,
  ManyToOne,
  OneToMany,
  OneToOne,
  PrimaryKey,
  Property,
  Unique,
} from '@mikro-orm/decorators/legacy';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Revision } from '../documents/index.js';
import { Day } from '../platform/graphql/scalars.js';

/** How the time limit of a procedure is counted. */
export const LimitUnit = {
  /** Counted in working days, public holidays left out. */
  WORKING_DAYS: 'WORKING_DAYS',
  /** Counted in days of the calendar. */
  CALENDAR_DAYS: 'CALENDAR_DAYS',
  /** Done on the day on which it was received. */
  SAME_DAY: 'SAME_DAY',
  /** There is no limit. */
  NONE: 'NONE',
} as const;
export type LimitUnit = (typeof LimitUnit)[keyof typeof LimitUnit];
registerEnumType(LimitUnit, { name: 'LimitUnit' });

/** A legal text a procedure rests on. */
@ObjectType({ simpleResolvers: true })
export class LegalBasis {
  @Field(() => String) number!: string;
  @Field(() => String) title!: string;
  /** The day of its issue. */
  @Field(() => Day, { nullable: true }) issuedOn!: string | null;
  /** The day on which it took effect. */
  @Field(() => Day, { nullable: true }) effectiveOn!: string | null;
  /** IN_FORCE, PARTLY, EXPIRED or UNCLEAR. */
  @Field(() => String) status!: string;
}

/** A paper of the dossier (thành phần hồ sơ). */
@ObjectType({ simpleResolvers: true })
export class DossierPart {
  @Field(() => String) title!: string;
  /** How many originals. */
  @Field(() => Int) originalCopies!: number;
  /** How many copies. */
  @Field(() => Int) photocopies!: number;
  /** What to mind about it. */
  @Field(() => String, { nullable: true }) note!: string | null;
}

/** A form that is used in the procedure (biểu mẫu). */
@ObjectType({ simpleResolvers: true })
export class ProcedureForm {
  @Field(() => String) code!: string;
  @Field(() => String) title!: string;
}

/** A record that is kept (hồ sơ cần lưu). */
@ObjectType({ simpleResolvers: true })
export class KeptRecord {
  @Field(() => String) title!: string;
  /** How long it is kept, in words, such as 5 years. */
  @Field(() => String) retention!: string;
  /** Where it is kept. */
  @Field(() => String) place!: string;
}

/** The content of a procedure (nội dung quy trình) of one revision. */
@ObjectType({ simpleResolvers: true })
@Entity()
@Index({ properties: ['field'] })
export class Procedure {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  @Field(() => Revision)
  @OneToOne({ entity: () => Revision, ref: true, owner: true, deleteRule: 'cascade' })
  revision!: Ref<Revision>;
  /** Code of the administrative procedure (mã TTHC); null for system procedures, or if it is not known. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) nationalCode?: string | null;
  /** Lĩnh vực, such as Hộ tịch; null for system procedures. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) field?: string | null;
  @Field(() => LimitUnit) @Property({ type: 'text' }) limitUnit!: LimitUnit;
  /** Days, counted as `limitUnit` says; null for SAME_DAY and NONE. */
  @Field(() => Int, { nullable: true }) @Property({ type: 'integer', nullable: true }) limitValue?: number | null;
  /** What to mind about the time limit. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) limitNote?: string | null;
  /** Fees (phí, lệ phí), in words. */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) fee?: string | null;
  /** Where dossiers are received and results are returned (nơi tiếp nhận và trả kết quả). */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) receivedAt?: string | null;
  /** Requirements and conditions (yêu cầu, điều kiện). */
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) conditions?: string | null;
  /** Number of dossiers to submit. */
  @Field(() => Int, { nullable: true }) @Property({ type: 'integer', nullable: true }) dossierCount?: number | null;
  /** Channels for the dossier: COUNTER, POST, ONLINE. */
  @Field(() => [String]) @Property({ type: 'text[]' }) channels!: string[];
  /** Legal texts it rests on. */
  @Field(() => [LegalBasis]) @Property({ type: 'json' }) legalBases!: LegalBasis[];
  /** The papers of the dossier. */
  @Field(() => [DossierPart]) @Property({ type: 'json' }) dossierParts!: DossierPart[];
  /** Forms that are used. */
  @Field(() => [ProcedureForm]) @Property({ type: 'json' }) forms!: ProcedureForm[];
  /** Records that are kept. */
  @Field(() => [KeptRecord]) @Property({ type: 'json' }) records!: KeptRecord[];

  /** Its steps, in the order of the table. */
  @Field(() => [ProcedureStep])
  @OneToMany({ entity: () => ProcedureStep, mappedBy: 'procedure', orderBy: { position: 'asc' }, orphanRemoval: true })
  steps = new Collection<ProcedureStep>(this);
}

/** A step (bước) of a procedure. */
@ObjectType({ simpleResolvers: true })
@Entity()
@Unique({ properties: ['procedure', 'code'] })
export class ProcedureStep {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string;
  @ManyToOne({ entity: () => Procedure, ref: true, deleteRule: 'cascade' }) procedure!: Ref<Procedure>;
  /** Place in the table, from 1. */
  @Field(() => Int) @Property({ type: 'integer' }) position!: number;
  /** B1, B2, … */
  @Field(() => String) @Property({ type: 'text' }) code!: string;
  /** Codes of the steps that must be done before. */
  @Field(() => [String]) @Property({ type: 'text[]' }) after!: string[];
  /** What is done. */
  @Field(() => String) @Property({ type: 'text' }) content!: string;
  /** Who does it, in words; empty if nobody is named (the checks report it). */
  @Field(() => String) @Property({ type: 'text' }) roleName!: string;
  /** Who does it, as a key for statistics, such as COUNTER_OFFICER. */
  @Field(() => String) @Property({ type: 'text' }) roleKey!: string;
  /** Office kind that acts, or PEOPLES_COMMITTEE, COMMUNE_POLICE, EXTERNAL, ANY, AUDIT_TEAM. */
  @Field(() => String) @Property({ type: 'text' }) unitKind!: string;
  /** Working hours it may last. */
  @Field(() => Float) @Property({ type: 'double' }) hours!: number;
  /** What comes out of it. */
  @Field(() => String) @Property({ type: 'text' }) output!: string;
  /** Codes of the forms that are used. */
  @Field(() => [String]) @Property({ type: 'text[]' }) formCodes!: string[];
}
