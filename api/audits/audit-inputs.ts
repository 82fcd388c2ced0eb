import { ArrayMaxSize, ArrayMinSize, IsIn, IsOptional, Matches, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CommandInput, RecordInput } from '../platform/graphql/command-input.js';
import { Day } from '../platform/graphql/scalars.js';
import { say, Text } from '../platform/graphql/validation.js';
import { CheckResult, ConflictKind, FindingCategory } from './kinds.js';

const time = say('Giờ viết dạng 08:00.', 'A time is written 08:00.');
const clock = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A line of the agenda. */
@InputType()
export class AgendaItemInput {
  /** One of the days of the audit. */
  @Field(() => Day) date!: string;
  /** Local time at which it begins, HH:mm. */
  @Matches(clock, time) @Field(() => String) from!: string;
  /** Local time at which it ends, HH:mm. */
  @Matches(clock, time) @Field(() => String) to!: string;
  @IsIn(['ALL', 'A', 'B'], say('Nhóm là A, B hoặc cả đoàn (ALL).', 'A line is for group A, B or ALL.'))
  @Field(() => String, { description: 'ALL, A or B.' })
  track!: string;
  /** What is done: a meeting, a visit, a talk; at most 500 characters. */
  @Text(1, 500) @Field(() => String) activity!: string;
  /** Office kind that is visited, PEOPLES_COMMITTEE or ANY. */
  @Text(0, 40) @Field(() => String) unitKind!: string;
  /** Numbers of the clauses that are looked at; at most 120. */
  @ArrayMaxSize(120, say('Nhiều nhất 120 điều khoản.', 'At most 120 clauses.'))
  @Field(() => [String])
  clauses!: string[];
}

/** Which group a member goes with where the team splits. */
@InputType()
export class TeamGroupInput {
  @Field(() => ID, { description: 'A member of the team.' }) personId!: string;
  @IsIn(['A', 'B'], say('Nhóm là A hoặc B.', 'A group is A or B.'))
  @Field(() => String, { description: 'A or B.' })
  track!: string;
}

@InputType()
export class PlanAuditInput extends RecordInput {
  /** Local time of the opening meeting, HH:mm. */
  @Matches(clock, time) @Field(() => String) startTime!: string;
  @ArrayMaxSize(120, say('Nhiều nhất 120 điều khoản.', 'At most 120 clauses.'))
  @Field(() => [String], { description: 'Numbers of clauses; a group means all its leaves.' })
  scopeClauses!: string[];
  @ArrayMaxSize(60, say('Nhiều nhất 60 quy trình.', 'At most 60 procedures.'))
  @Field(() => [ID], { description: 'Documents of the auditee.' })
  procedureIds!: string[];
  @IsOptional()
  @ArrayMaxSize(80, say('Nhiều nhất 80 dòng lịch.', 'At most 80 lines.'))
  @ValidateNested()
  @Field(() => [AgendaItemInput], { nullable: true, description: 'Made from the model of the length where left out.' })
  agenda?: AgendaItemInput[] | null;
  @IsOptional()
  @ArrayMaxSize(20, say('Nhiều nhất 20 người.', 'At most 20 people.'))
  @ValidateNested()
  @Field(() => [TeamGroupInput], { nullable: true, description: 'Who is in group A and B; who is left out stays.' })
  groups?: TeamGroupInput[] | null;
}

@InputType()
export class DeclareConflictInput extends CommandInput {
  /** The audit for which it is declared. */
  @Field(() => ID) auditId!: string;
  @Field(() => ID, { description: 'A member of the team.' }) personId!: string;
  @Field(() => ConflictKind) kind!: ConflictKind;
  @Text(10, 2000)
  @Field(() => String, { description: 'What the conflict is; at least ten characters.' })
  reason!: string;
}

@InputType()
export class OpenAuditInput extends RecordInput {
  /** Minutes of the opening meeting; at least ten characters. */
  @Text(10, 10_000) @Field(() => String) openingMinutes!: string;
}

@InputType()
export class FinishFieldworkInput extends RecordInput {
  @Text(0, 10_000)
  @Field(() => String, { description: 'What the team agreed before the closing meeting.' })
  teamAgreement!: string;
  /** Minutes of the closing meeting. */
  @Text(0, 10_000) @Field(() => String) closingMinutes!: string;
}

@InputType()
export class SaveReportInput extends RecordInput {
  /** 2 Tình hình thực hiện so với kế hoạch. */
  @Text(0, 10_000) @Field(() => String) performance!: string;
  /** 5 Điểm mạnh. */
  @Text(0, 10_000) @Field(() => String) strengths!: string;
  /** 7 Khuyến nghị, cơ hội cải tiến. */
  @Text(0, 10_000) @Field(() => String) recommendations!: string;
  /** 8 Tình trạng hành động khắc phục kỳ trước. */
  @Text(0, 10_000) @Field(() => String) previousActions!: string;
  /** 9 Kết luận về sự phù hợp và hiệu lực. */
  @Text(0, 10_000) @Field(() => String) conclusion!: string;
}

@InputType()
export class SetCheckResultInput extends RecordInput {
  @Field(() => CheckResult) result!: CheckResult;
  /** What was seen; at most 10,000 characters. */
  @IsOptional() @Text(0, 10_000) @Field(() => String, { nullable: true }) evidence?: string | null;
  @IsOptional()
  @Text(0, 2000)
  @Field(() => String, {
    nullable: true,
    description: 'Of a line that is not checked: none yet, or at least ten characters.',
  })
  reasonNotChecked?: string | null;
}

@InputType({
  description:
    'One reason for several lines that nobody got to. Lines that have been answered in the meantime stay as they are.',
})
export class ExplainLinesInput extends CommandInput {
  /** The audit whose lines they are. */
  @Field(() => ID) auditId!: string;
  @ArrayMaxSize(500, say('Nhiều nhất 500 dòng một lần.', 'At most 500 lines at once.'))
  @Field(() => [ID], { description: 'The lines that the person saw without a result.' })
  checkItemIds!: string[];
  @Text(10, 2000)
  @Field(() => String, { description: 'Why they were not checked; at least ten characters.' })
  reason!: string;
}

@InputType()
export class AddCheckItemInput extends CommandInput {
  /** The audit to whose work sheet the line is added. */
  @Field(() => ID) auditId!: string;
  /** The clause it is about. */
  @Field(() => ID, { nullable: true }) clauseId?: string | null;
  @Field(() => ID, { nullable: true, description: 'A document in the scope of the audit.' }) procedureId?:
    | string
    | null;
  /** Step of the procedure, such as B3. */
  @IsOptional() @Text(0, 20) @Field(() => String, { nullable: true }) stepCode?: string | null;
  /** The office to ask; null for the whole auditee. */
  @Field(() => ID, { nullable: true }) unitId?: string | null;
  /** What to look at or ask; 5 to 1000 characters. */
  @Text(5, 1000) @Field(() => String) question!: string;
}

@InputType({ description: 'Adds to what is there, so that several members can do it at once.' })
export class SamplesInput extends CommandInput {
  @Field(() => ID, { description: 'The line.' }) id!: string;
  @ArrayMaxSize(50, say('Nhiều nhất 50 mã hồ sơ một lần.', 'At most 50 codes at once.'))
  @Text(1, 80, { each: true })
  @Field(() => [String], { description: 'Codes of dossiers.' })
  codes!: string[];
}

@InputType({ description: 'Adds to what is there, or takes off it, so that several members can do it at once.' })
export class LineFilesInput extends CommandInput {
  @Field(() => ID, { description: 'The line.' }) id!: string;
  @ArrayMinSize(1, say('Hãy chọn ít nhất một tệp.', 'Choose at least one file.'))
  @ArrayMaxSize(20, say('Nhiều nhất 20 tệp một lần.', 'At most 20 files at once.'))
  @Field(() => [ID], { description: 'Attachments; own uploads where they are added.' })
  attachmentIds!: string[];
}

/** What a finding says; it may be incomplete until it is sent. */
@InputType()
export class FindingContentInput {
  @Field(() => FindingCategory, { nullable: true }) category?: FindingCategory | null;
  /** The clause that is not met. */
  @Field(() => ID, { nullable: true }) clauseId?: string | null;
  /** The document of the procedure it is about. */
  @Field(() => ID, { nullable: true }) procedureId?: string | null;
  /** Step of the procedure, such as B3. */
  @IsOptional() @Text(0, 20) @Field(() => String, { nullable: true }) stepCode?: string | null;
  @Field(() => ID, { nullable: true, description: 'The office that must answer; the auditee where left out.' })
  unitId?: string | null;
  /** What should be (yêu cầu); at most 5000 characters. */
  @Text(0, 5000) @Field(() => String) requirement!: string;
  /** What was seen (bằng chứng); at most 5000 characters. */
  @Text(0, 5000) @Field(() => String) evidence!: string;
  /** How the two differ (sai lệch); at most 5000 characters. */
  @Text(0, 5000) @Field(() => String) gap!: string;
}

@InputType()
export class WriteFindingInput extends CommandInput {
  /** The audit in which it was seen. */
  @Field(() => ID) auditId!: string;
  @ArrayMaxSize(200, say('Nhiều nhất 200 dòng.', 'At most 200 lines.'))
  @Field(() => [ID], { description: 'The lines of the work sheet it comes from.' })
  checkItemIds!: string[];
  /** What the finding says; it may be incomplete. */
  @ValidateNested() @Field(() => FindingContentInput) content!: FindingContentInput;
}

@InputType()
export class SaveFindingInput extends RecordInput {
  /** All that the finding says. */
  @ValidateNested() @Field(() => FindingContentInput) content!: FindingContentInput;
}

@InputType()
export class DropFindingInput extends RecordInput {
  @Field(() => String, { nullable: true, description: 'Needed where the auditee has seen it.' }) reason?: string | null;
}

@InputType()
export class AcknowledgeFindingInput extends RecordInput {
  @IsOptional() @Text(0, 2000) @Field(() => String, { nullable: true, description: 'A remark.' }) answer?:
    | string
    | null;
}
