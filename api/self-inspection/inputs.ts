import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { Severity } from '../nonconformities/index.js';
import { CommandInput, ReasonInput, RecordInput } from '../platform/graphql/command-input.js';
import { Day, Instant } from '../platform/graphql/scalars.js';
import { ArrayMaxSize, ArrayUnique, IsUUID, Max, MaxLength, Min, Text } from '../platform/graphql/validation.js';
import { AnswerChoice, InspectionKind } from './inspection.js';
import type { AnswerType, EvidenceKind, Frequency } from './rules/index.js';
import { InspectionFrequency, QuestionAnswerType, QuestionEvidence } from './template.js';

const anId = { vi: 'Mã phải là UUID.', en: 'The id must be a UUID.' };
const tooMany = (max: number) => ({ vi: `Nhiều nhất ${max} mục.`, en: `At most ${max} entries.` });

/** The answer to one question. */
@InputType()
export class SaveAnswerInput {
  /** Made by the device. An answer that already exists keeps its id. */
  @IsUUID(anId)
  @Field(() => ID)
  id!: string;
  /** Code of the question, such as C01. */
  @Text(1, 40) @Field(() => String) questionCode!: string;
  /** The choice, where the answer is no number. */
  @Field(() => AnswerChoice, { nullable: true }) choice?: AnswerChoice | null;
  /** The number, or how many dossiers of the sample were good. */
  @Field(() => Float, { nullable: true }) number?: number | null;
  /** How many dossiers of a sample were checked, if the answer counts the good ones. */
  @Field(() => Int, { nullable: true }) sample?: number | null;
  /** What was seen, in words. */
  @Text(0, 2000) @Field(() => String, { nullable: true }) note?: string | null;
  /** Codes of the dossiers that were checked. */
  @ArrayMaxSize(20, tooMany(20))
  @MaxLength(100, { each: true, vi: 'Mã hồ sơ dài nhất 100 ký tự.', en: 'A dossier code has at most 100 characters.' })
  @Field(() => [String], { defaultValue: [] })
  dossiers!: string[];
  /** Own uploads that come with the answer. */
  @ArrayMaxSize(10, tooMany(10))
  @IsUUID({ each: true, ...anId })
  @Field(() => [ID], { defaultValue: [] })
  attachmentIds!: string[];
  /** By the clock of the device: the newest answer to a question counts. */
  @Field(() => Instant)
  answeredAt!: Date;
}

@InputType()
export class SaveAnswersInput extends CommandInput {
  @Field(() => ID) id!: string;
  /** Answers that are new or changed. */
  @ArrayMaxSize(200, tooMany(200))
  @Field(() => [SaveAnswerInput])
  answers!: SaveAnswerInput[];
  /** What the unit wants to add; left out: unchanged. */
  @Text(0, 2000)
  @Field(() => String, { nullable: true })
  note?: string | null;
  /** When the note was written. */
  @Field(() => Instant, { nullable: true }) noteAt?: Date | null;
}

@InputType()
export class SubmitInspectionInput extends RecordInput {
  @MaxLength(200, { vi: 'Mật khẩu dài nhất 200 ký tự.', en: 'A password has at most 200 characters.' })
  @Field(() => String)
  password!: string;
}

/** A question of a form that is returned. */
@InputType()
export class ReturnedQuestionInput {
  @Text(1, 40) @Field(() => String) code!: string;
  /** What must be corrected; at least ten characters. */
  @Text(10, 2000) @Field(() => String) reason!: string;
}

@InputType()
export class ReturnInspectionInput extends ReasonInput {
  /** At least one question, with what must be corrected. */
  @ArrayMaxSize(200, tooMany(200))
  @Field(() => [ReturnedQuestionInput])
  questions!: ReturnedQuestionInput[];
}

@InputType()
export class NameSubstituteInput extends RecordInput {
  /** Null: nobody any more. */
  @Field(() => ID, { nullable: true }) personId?: string | null;
}

@InputType()
export class StartInspectionInput extends CommandInput {
  /** Made by the client, or left to the server. */
  @IsUUID(anId)
  @Field(() => ID, { nullable: true })
  id?: string | null;
  /** The unit that inspects itself. */
  @Field(() => ID) unitId!: string;
  /** The template that is filled in. */
  @Field(() => ID) templateId!: string;
  /** EXTRA or TRAINING. */
  @Field(() => InspectionKind) kind!: InspectionKind;
}

@InputType()
export class ReportFailingAnswerInput extends CommandInput {
  /** The failing answer. */
  @Field(() => ID) answerId!: string;
  /** Left out: MAJOR for a critical question. */
  @Field(() => Severity, { nullable: true })
  severity?: Severity | null;
  /** Left out: the question and its basis. */
  @Text(10, 2000)
  @Field(() => String, { nullable: true })
  requirement?: string | null;
  /** Left out: the note and the dossiers. */
  @Text(10, 2000)
  @Field(() => String, { nullable: true })
  evidence?: string | null;
  /** Left out: worked out of the answer. */
  @Text(10, 2000)
  @Field(() => String, { nullable: true })
  gap?: string | null;
}

const minutes = { vi: 'Thời gian làm phiếu từ 1 đến 600 phút.', en: 'Filling in takes 1 to 600 minutes.' };

@InputType()
export class CreateTemplateInput extends CommandInput {
  /** An authority, or the province for all its authorities. */
  @Field(() => ID) ownerId!: string;
  @Text(1, 40) @Field(() => String) code!: string;
  @Text(3, 200) @Field(() => String) title!: string;
  @Text(3, 200) @Field(() => String) titleEn!: string;
  @Field(() => InspectionFrequency) frequency!: Frequency;
  /** Minutes it takes to fill in, 1 to 600. */
  @Min(1, minutes) @Max(600, minutes) @Field(() => Int) minutes!: number;
}

@InputType()
export class CreateTemplateVersionInput extends CommandInput {
  /** The template whose next version is drafted. */
  @Field(() => ID) templateId!: string;
}

/** A question of a draft of a template. */
@InputType()
export class QuestionInput {
  @Text(1, 40) @Field(() => String) code!: string;
  /** Code of its group of questions, such as C. */
  @Text(1, 20) @Field(() => String) groupCode!: string;
  /** Title of that group. */
  @Text(1, 200) @Field(() => String) groupTitle!: string;
  /** A statement that is met or not. */
  @Text(1, 1000) @Field(() => String) text!: string;
  /** The same in English. */
  @Text(0, 1000) @Field(() => String, { defaultValue: '' }) textEn!: string;
  @Field(() => QuestionAnswerType) answerType!: AnswerType;
  /** YES; 5/5; >=98 or <=0. */
  @Text(1, 40) @Field(() => String) goodAnswer!: string;
  /** How much it counts in the score, from 1 to 3. */
  @Field(() => Float) weight!: number;
  /** A failed critical question is shown apart. */
  @Field(() => Boolean) critical!: boolean;
  /** What must come with the answer. */
  @Field(() => QuestionEvidence) evidence!: EvidenceKind;
  /** The clause it is about. */
  @Field(() => ID, { nullable: true }) clauseId?: string | null;
  /** The controlled document it asks about. */
  @Field(() => ID, { nullable: true }) procedureId?: string | null;
  /** What to check and what to note. */
  @Text(0, 1000) @Field(() => String, { nullable: true }) hint?: string | null;
  /** CODE op VALUE on an earlier question; null: always shown. */
  @Text(0, 100) @Field(() => String, { nullable: true }) shownWhen?: string | null;
  /** Legal or other basis. */
  @Text(0, 500) @Field(() => String, { nullable: true }) basis?: string | null;
}

@InputType()
export class SaveTemplateDraftInput extends RecordInput {
  /** All questions, in order. */
  @ArrayMaxSize(200, tooMany(200))
  @Field(() => [QuestionInput])
  questions!: QuestionInput[];
}

const days = { vi: 'Số ngày từ 0 đến 366.', en: 'A number of days is 0 to 366.' };

/** When the forms of a schedule open, are due and are late. */
@InputType()
class OffsetsInput {
  /** Calendar days after the first day of the period. */
  @Min(0, days) @Max(366, days) @Field(() => Int) opensAfterDays!: number;
  /** Working days after the last day of the period; 0 is its last working day. */
  @Min(0, days) @Max(366, days) @Field(() => Int) dueAfterWorkingDays!: number;
  /** Working days after the due day on which a late form is still accepted. */
  @Min(0, days) @Max(366, days) @Field(() => Int) lateAfterWorkingDays!: number;
}

@InputType()
export class CreateScheduleInput extends CommandInput {
  /** Who sets it: an authority for itself, or the province for all below. */
  @Field(() => ID) ownerId!: string;
  /** The template that is filled in. */
  @Field(() => ID) templateId!: string;
  /** Units that inspect themselves by it. */
  @ArrayUnique({ vi: 'Có đơn vị được chọn hai lần.', en: 'A unit is chosen twice.' })
  @IsUUID({ each: true, ...anId })
  @Field(() => [ID])
  unitIds!: string[];
  /** Left out: those usual for the frequency. */
  @Field(() => OffsetsInput, { nullable: true })
  offsets?: OffsetsInput | null;
  /** First day; left out: today. */
  @Field(() => Day, { nullable: true }) startsOn?: string | null;
}

@InputType()
export class ChangeScheduleInput extends RecordInput {
  /** All units that inspect themselves by it from now on. */
  @ArrayUnique({ vi: 'Có đơn vị được chọn hai lần.', en: 'A unit is chosen twice.' })
  @IsUUID({ each: true, ...anId })
  @Field(() => [ID])
  unitIds!: string[];
  /** When its forms open, are due and are late. */
  @Field(() => OffsetsInput) offsets!: OffsetsInput;
}
