import { Field, Float, InputType, Int } from 'type-graphql';
import { DraftInput } from '../documents/index.js';
import { Day } from '../platform/graphql/scalars.js';
import { ArrayMaxSize, Max, Min, Text } from '../platform/graphql/validation.js';
import { LimitUnit } from './procedure.js';

const tooMany = (count: number) => ({ vi: `Nhiều nhất ${count} dòng.`, en: `At most ${count} rows.` });
const copies = { vi: 'Số bản từ 0 đến 20.', en: '0 to 20 copies.' };

/** A legal text a procedure rests on. */
@InputType()
export class LegalBasisInput {
  @Text(1, 100) @Field(() => String) number!: string;
  @Text(0, 1000) @Field(() => String) title!: string;
  /** The day of its issue. */
  @Field(() => Day, { nullable: true }) issuedOn?: string | null;
  /** The day on which it took effect. */
  @Field(() => Day, { nullable: true }) effectiveOn?: string | null;
  /** IN_FORCE, PARTLY, EXPIRED or UNCLEAR. */
  @Text(1, 20) @Field(() => String) status!: string;
}

/** A paper of the dossier (thành phần hồ sơ). */
@InputType()
export class DossierPartInput {
  @Text(1, 1000) @Field(() => String) title!: string;
  /** How many originals, 0 to 20. */
  @Min(0, copies) @Max(20, copies) @Field(() => Int) originalCopies!: number;
  /** How many copies, 0 to 20. */
  @Min(0, copies) @Max(20, copies) @Field(() => Int) photocopies!: number;
  /** What to mind about it. */
  @Text(0, 1000) @Field(() => String, { nullable: true }) note?: string | null;
}

/** A form that is used in the procedure (biểu mẫu). */
@InputType()
export class ProcedureFormInput {
  @Text(1, 60) @Field(() => String) code!: string;
  @Text(1, 500) @Field(() => String) title!: string;
}

/** A record that is kept (hồ sơ cần lưu). */
@InputType()
export class KeptRecordInput {
  @Text(1, 500) @Field(() => String) title!: string;
  /** How long it is kept, in words, such as 5 years. */
  @Text(0, 200) @Field(() => String) retention!: string;
  /** Where it is kept. */
  @Text(0, 200) @Field(() => String) place!: string;
}

/** A step (bước) of a procedure. */
@InputType()
export class ProcedureStepInput {
  /** B1, B2 … */
  @Text(1, 10) @Field(() => String) code!: string;
  /** Codes of the steps that must be done before. */
  @ArrayMaxSize(20, tooMany(20))
  @Field(() => [String])
  after!: string[];
  /** What is done. */
  @Text(0, 2000) @Field(() => String) content!: string;
  /** Who does it, in words; a procedure in which nobody is named cannot be submitted. */
  @Text(0, 200) @Field(() => String) roleName!: string;
  /** Who does it, as a key for statistics, such as COUNTER_OFFICER. */
  @Text(0, 60) @Field(() => String) roleKey!: string;
  /** Office kind that acts, or PEOPLES_COMMITTEE, COMMUNE_POLICE, EXTERNAL, ANY, AUDIT_TEAM. */
  @Text(0, 40) @Field(() => String) unitKind!: string;
  /** Working hours it may last. */
  @Min(0, { vi: 'Số giờ không được âm.', en: 'Hours cannot be negative.' })
  @Max(10_000, { vi: 'Số giờ quá lớn.', en: 'Too many hours.' })
  @Field(() => Float)
  hours!: number;
  /** What comes out of it. */
  @Text(0, 1000) @Field(() => String) output!: string;
  /** Codes of the forms that are used. */
  @ArrayMaxSize(20, tooMany(20)) @Field(() => [String]) formCodes!: string[];
}

/** The whole content of a procedure, as on the screen where it is written. */
@InputType()
export class ProcedureInput {
  /** Code of the administrative procedure (mã TTHC); null for system procedures, or if it is not known. */
  @Text(0, 60) @Field(() => String, { nullable: true }) nationalCode?: string | null;
  /** Lĩnh vực, such as Hộ tịch; null for system procedures. */
  @Text(0, 200) @Field(() => String, { nullable: true }) field?: string | null;
  @Field(() => LimitUnit) limitUnit!: LimitUnit;
  /** Days, counted as `limitUnit` says; null for SAME_DAY and NONE. */
  @Min(1, { vi: 'Ít nhất 1 ngày.', en: 'At least 1 day.' })
  @Max(3650, { vi: 'Nhiều nhất 3650 ngày.', en: 'At most 3650 days.' })
  @Field(() => Int, { nullable: true })
  limitValue?: number | null;
  /** What to mind about the time limit. */
  @Text(0, 1000) @Field(() => String, { nullable: true }) limitNote?: string | null;
  /** Fees (phí, lệ phí), in words. */
  @Text(0, 1000) @Field(() => String, { nullable: true }) fee?: string | null;
  /** Where dossiers are received and results are returned (nơi tiếp nhận và trả kết quả). */
  @Text(0, 500) @Field(() => String, { nullable: true }) receivedAt?: string | null;
  /** Requirements and conditions (yêu cầu, điều kiện). */
  @Text(0, 5000) @Field(() => String, { nullable: true }) conditions?: string | null;
  /** Number of dossiers to submit, 0 to 20. */
  @Min(0, copies) @Max(20, copies) @Field(() => Int, { nullable: true }) dossierCount?: number | null;
  /** COUNTER, POST, ONLINE. */
  @ArrayMaxSize(3, tooMany(3)) @Field(() => [String]) channels!: string[];
  /** Legal texts it rests on. */
  @ArrayMaxSize(60, tooMany(60))
  @Field(() => [LegalBasisInput])
  legalBases!: LegalBasisInput[];
  /** The papers of the dossier. */
  @ArrayMaxSize(60, tooMany(60))
  @Field(() => [DossierPartInput])
  dossierParts!: DossierPartInput[];
  /** Forms that are used. */
  @ArrayMaxSize(60, tooMany(60))
  @Field(() => [ProcedureFormInput])
  forms!: ProcedureFormInput[];
  /** Records that are kept. */
  @ArrayMaxSize(60, tooMany(60))
  @Field(() => [KeptRecordInput])
  records!: KeptRecordInput[];
  /** In the order of the table. */
  @ArrayMaxSize(80, tooMany(80))
  @Field(() => [ProcedureStepInput])
  steps!: ProcedureStepInput[];
}

/** A draft of a procedure: its written sections and its content, saved together. */
@InputType()
export class SaveProcedureInput extends DraftInput {
  /** All that the procedure says. */
  @Field(() => ProcedureInput) procedure!: ProcedureInput;
}
