import { Field, ID, InputType } from 'type-graphql';
import { CommandInput, RecordInput } from '../../platform/graphql/command-input.js';
import { Day } from '../../platform/graphql/scalars.js';
import { ArrayMaxSize, ArrayMinSize, IsIn, Matches, Text } from '../../platform/graphql/validation.js';
import { clock, time } from '../assignment/inputs.js';
import { CheckResult } from './kinds.js';

/** A line of the agenda. */
@InputType()
export class AgendaItemInput {
  /** One of the days of the audit. */
  @Field(() => Day) date!: string;
  /** Local time at which it begins, HH:mm. */
  @Matches(clock, time) @Field(() => String) from!: string;
  /** Local time at which it ends, HH:mm. */
  @Matches(clock, time) @Field(() => String) to!: string;
  /** ALL, A or B. */
  @IsIn(['ALL', 'A', 'B'], { vi: 'Nhóm là A, B hoặc cả đoàn (ALL).', en: 'A line is for group A, B or ALL.' })
  @Field(() => String)
  track!: string;
  /** What is done: a meeting, a visit, a talk; at most 500 characters. */
  @Text(1, 500) @Field(() => String) activity!: string;
  /** Office kind that is visited, PEOPLES_COMMITTEE or ANY. */
  @Text(0, 40) @Field(() => String) unitKind!: string;
  /** Numbers of the clauses that are checked; at most 120. */
  @ArrayMaxSize(120, { vi: 'Nhiều nhất 120 điều khoản.', en: 'At most 120 clauses.' })
  @Field(() => [String])
  clauses!: string[];
}

/** Which group a member goes with where the team splits. */
@InputType()
export class TeamGroupInput {
  /** A member of the team. */
  @Field(() => ID) personId!: string;
  /** A or B. */
  @IsIn(['A', 'B'], { vi: 'Nhóm là A hoặc B.', en: 'A group is A or B.' })
  @Field(() => String)
  track!: string;
}

@InputType()
export class PlanAuditInput extends RecordInput {
  /** Local time of the opening meeting, HH:mm. */
  @Matches(clock, time) @Field(() => String) startTime!: string;
  /** Numbers of clauses; a group means all its leaves. */
  @ArrayMaxSize(120, { vi: 'Nhiều nhất 120 điều khoản.', en: 'At most 120 clauses.' })
  @Field(() => [String])
  scopeClauses!: string[];
  /** Documents of the auditee. */
  @ArrayMaxSize(60, { vi: 'Nhiều nhất 60 quy trình.', en: 'At most 60 procedures.' })
  @Field(() => [ID])
  procedureIds!: string[];
  /** Left out: made from the model agenda for the length of the audit. */
  @ArrayMaxSize(80, { vi: 'Nhiều nhất 80 dòng lịch.', en: 'At most 80 lines.' })
  @Field(() => [AgendaItemInput], { nullable: true })
  agenda?: AgendaItemInput[] | null;
  /** Who is in group A and B; members that are left out keep their group. */
  @ArrayMaxSize(20, { vi: 'Nhiều nhất 20 người.', en: 'At most 20 people.' })
  @Field(() => [TeamGroupInput], { nullable: true })
  groups?: TeamGroupInput[] | null;
}

@InputType()
export class OpenAuditInput extends RecordInput {
  /** Minutes of the opening meeting; at least ten characters. */
  @Text(10, 10_000) @Field(() => String) openingMinutes!: string;
}

@InputType()
export class SetCheckResultInput extends RecordInput {
  @Field(() => CheckResult) result!: CheckResult;
  /** What was seen; at most 10,000 characters. */
  @Text(0, 10_000) @Field(() => String, { nullable: true }) evidence?: string | null;
  /** The reason why the line was not checked: none yet, or at least ten characters. */
  @Text(0, 2000)
  @Field(() => String, { nullable: true })
  reasonNotChecked?: string | null;
}

/**
 * One reason for several lines that were not checked. Lines that have been answered in the meantime stay as
 * they are.
 */
@InputType()
export class ExplainLinesInput extends CommandInput {
  /** The audit whose lines they are. */
  @Field(() => ID) auditId!: string;
  /** The lines that the person saw without a result. */
  @ArrayMaxSize(500, { vi: 'Nhiều nhất 500 dòng một lần.', en: 'At most 500 lines at once.' })
  @Field(() => [ID])
  checkItemIds!: string[];
  /** Why they were not checked; at least ten characters. */
  @Text(10, 2000)
  @Field(() => String)
  reason!: string;
}

@InputType()
export class AddCheckItemInput extends CommandInput {
  /** The audit to whose work sheet the line is added. */
  @Field(() => ID) auditId!: string;
  /** The clause it is about. */
  @Field(() => ID, { nullable: true }) clauseId?: string | null;
  /** A document in the scope of the audit. */
  @Field(() => ID, { nullable: true }) procedureId?: string | null;
  /** Step of the procedure, such as B3. */
  @Text(0, 20) @Field(() => String, { nullable: true }) stepCode?: string | null;
  /** The office to ask; null for the whole auditee. */
  @Field(() => ID, { nullable: true }) unitId?: string | null;
  /** What to check or ask; 5 to 1000 characters. */
  @Text(5, 1000) @Field(() => String) question!: string;
}

/** Adds to the present ones, so that several members can do it at once. */
@InputType()
export class SamplesInput extends CommandInput {
  /** The line. */
  @Field(() => ID) id!: string;
  /** Codes of dossiers. */
  @ArrayMaxSize(50, { vi: 'Nhiều nhất 50 mã hồ sơ một lần.', en: 'At most 50 codes at once.' })
  @Text(1, 80, { each: true })
  @Field(() => [String])
  codes!: string[];
}

/** Adds to the present ones or removes some, so that several members can do it at once. */
@InputType()
export class LineFilesInput extends CommandInput {
  /** The line. */
  @Field(() => ID) id!: string;
  /** Attachments; own uploads where they are added. */
  @ArrayMinSize(1, { vi: 'Hãy chọn ít nhất một tệp.', en: 'Choose at least one file.' })
  @ArrayMaxSize(20, { vi: 'Nhiều nhất 20 tệp một lần.', en: 'At most 20 files at once.' })
  @Field(() => [ID])
  attachmentIds!: string[];
}
