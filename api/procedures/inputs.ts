import { ArrayMaxSize, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { Field, Float, InputType, Int } from 'type-graphql';
import { DraftInput } from '../documents/index.js';
import { Day } from '../platform/graphql/scalars.js';
import { say, Text } from '../platform/graphql/validation.js';
import { LimitUnit } from './procedure.js';

const tooMany = (count: number) => say(`Nhiều nhất ${count} dòng.`, `At most ${count} rows.`);
const copies = say('Số bản từ 0 đến 20.', '0 to 20 copies.');

@InputType()
export class LegalBasisInput {
  @Text(1, 100) @Field(() => String) number!: string;
  @Text(0, 1000) @Field(() => String) title!: string;
  @Field(() => Day, { nullable: true }) issuedOn?: string | null;
  @Field(() => Day, { nullable: true }) effectiveOn?: string | null;
  /** IN_FORCE, PARTLY, EXPIRED or UNCLEAR. */
  @Text(1, 20) @Field(() => String) status!: string;
}

@InputType()
export class DossierPartInput {
  @Text(1, 1000) @Field(() => String) title!: string;
  @Min(0, copies) @Max(20, copies) @Field(() => Int) originalCopies!: number;
  @Min(0, copies) @Max(20, copies) @Field(() => Int) photocopies!: number;
  @IsOptional() @Text(0, 1000) @Field(() => String, { nullable: true }) note?: string | null;
}

@InputType()
export class ProcedureFormInput {
  @Text(1, 60) @Field(() => String) code!: string;
  @Text(1, 500) @Field(() => String) title!: string;
}

@InputType()
export class KeptRecordInput {
  @Text(1, 500) @Field(() => String) title!: string;
  @Text(0, 200) @Field(() => String) retention!: string;
  @Text(0, 200) @Field(() => String) place!: string;
}

@InputType()
export class ProcedureStepInput {
  /** B1, B2 … */
  @Text(1, 10) @Field(() => String) code!: string;
  /** Codes of the steps that must be done before. */
  @ArrayMaxSize(20, tooMany(20))
  @Field(() => [String])
  after!: string[];
  @Text(0, 2000) @Field(() => String) content!: string;
  @Text(0, 200) @Field(() => String) roleName!: string;
  @Text(0, 60) @Field(() => String) roleKey!: string;
  @Text(0, 40) @Field(() => String) unitKind!: string;
  @Min(0, say('Số giờ không được âm.', 'Hours cannot be negative.'))
  @Max(10_000, say('Số giờ quá lớn.', 'Too many hours.'))
  @Field(() => Float)
  hours!: number;
  @Text(0, 1000) @Field(() => String) output!: string;
  @ArrayMaxSize(20, tooMany(20)) @Field(() => [String]) formCodes!: string[];
}

/** What a procedure says: the whole of it, as the writing screen holds it. */
@InputType()
export class ProcedureInput {
  @IsOptional() @Text(0, 60) @Field(() => String, { nullable: true }) nationalCode?: string | null;
  @IsOptional() @Text(0, 200) @Field(() => String, { nullable: true }) field?: string | null;
  @Field(() => LimitUnit) limitUnit!: LimitUnit;
  @IsOptional()
  @Min(1, say('Ít nhất 1 ngày.', 'At least 1 day.'))
  @Max(3650, say('Nhiều nhất 3650 ngày.', 'At most 3650 days.'))
  @Field(() => Int, { nullable: true })
  limitValue?: number | null;
  @IsOptional() @Text(0, 1000) @Field(() => String, { nullable: true }) limitNote?: string | null;
  @IsOptional() @Text(0, 1000) @Field(() => String, { nullable: true }) fee?: string | null;
  @IsOptional() @Text(0, 500) @Field(() => String, { nullable: true }) receivedAt?: string | null;
  @IsOptional() @Text(0, 5000) @Field(() => String, { nullable: true }) conditions?: string | null;
  @IsOptional() @Min(0, copies) @Max(20, copies) @Field(() => Int, { nullable: true }) dossierCount?: number | null;
  /** COUNTER, POST, ONLINE. */
  @ArrayMaxSize(3, tooMany(3)) @Field(() => [String]) channels!: string[];
  @ValidateNested({ each: true })
  @ArrayMaxSize(60, tooMany(60))
  @Field(() => [LegalBasisInput])
  legalBases!: LegalBasisInput[];
  @ValidateNested({ each: true })
  @ArrayMaxSize(60, tooMany(60))
  @Field(() => [DossierPartInput])
  dossierParts!: DossierPartInput[];
  @ValidateNested({ each: true })
  @ArrayMaxSize(60, tooMany(60))
  @Field(() => [ProcedureFormInput])
  forms!: ProcedureFormInput[];
  @ValidateNested({ each: true })
  @ArrayMaxSize(60, tooMany(60))
  @Field(() => [KeptRecordInput])
  records!: KeptRecordInput[];
  /** In the order of the table. */
  @ValidateNested({ each: true })
  @ArrayMaxSize(80, tooMany(80))
  @Field(() => [ProcedureStepInput])
  steps!: ProcedureStepInput[];
}

/** A draft of a procedure: its written sections and its content, saved in one gesture. */
@InputType()
export class SaveProcedureInput extends DraftInput {
  @ValidateNested() @Field(() => ProcedureInput) procedure!: ProcedureInput;
}
