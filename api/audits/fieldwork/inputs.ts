import { Field, ID, InputType } from 'type-graphql';
import { CommandInput, RecordInput } from '../../platform/graphql/command-input.js';
import { Day } from '../../platform/graphql/scalars.js';
import { ArrayMaxSize, ArrayMinSize, IsIn, Matches, say, Text } from '../../platform/graphql/validation.js';
import { clock, time } from '../assignment/inputs.js';
import { CheckResult } from './kinds.js';

@InputType()
export class AgendaItemInput {
  @Field(() => Day) date!: string;
  @Matches(clock, time) @Field(() => String) from!: string;
  @Matches(clock, time) @Field(() => String) to!: string;
  @IsIn(['ALL', 'A', 'B'], say('Nhóm là A, B hoặc cả đoàn (ALL).', 'A line is for group A, B or ALL.'))
  @Field(() => String, { description: 'ALL, A or B.' })
  track!: string;
  @Text(1, 500) @Field(() => String) activity!: string;
  @Text(0, 40) @Field(() => String) unitKind!: string;
  @ArrayMaxSize(120, say('Nhiều nhất 120 điều khoản.', 'At most 120 clauses.'))
  @Field(() => [String])
  clauses!: string[];
}

@InputType()
export class TeamGroupInput {
  @Field(() => ID, { description: 'A member of the team.' }) personId!: string;
  @IsIn(['A', 'B'], say('Nhóm là A hoặc B.', 'A group is A or B.'))
  @Field(() => String, { description: 'A or B.' })
  track!: string;
}

@InputType()
export class PlanAuditInput extends RecordInput {
  @Matches(clock, time) @Field(() => String) startTime!: string;
  @ArrayMaxSize(120, say('Nhiều nhất 120 điều khoản.', 'At most 120 clauses.'))
  @Field(() => [String], { description: 'Numbers of clauses; a group means all its leaves.' })
  scopeClauses!: string[];
  @ArrayMaxSize(60, say('Nhiều nhất 60 quy trình.', 'At most 60 procedures.'))
  @Field(() => [ID], { description: 'Documents of the auditee.' })
  procedureIds!: string[];
  @ArrayMaxSize(80, say('Nhiều nhất 80 dòng lịch.', 'At most 80 lines.'))
  @Field(() => [AgendaItemInput], { nullable: true, description: 'Made from the model of the length where left out.' })
  agenda?: AgendaItemInput[] | null;
  @ArrayMaxSize(20, say('Nhiều nhất 20 người.', 'At most 20 people.'))
  @Field(() => [TeamGroupInput], { nullable: true, description: 'Who is in group A and B; who is left out stays.' })
  groups?: TeamGroupInput[] | null;
}

@InputType()
export class OpenAuditInput extends RecordInput {
  @Text(10, 10_000) @Field(() => String) openingMinutes!: string;
}

@InputType()
export class SetCheckResultInput extends RecordInput {
  @Field(() => CheckResult) result!: CheckResult;
  @Text(0, 10_000) @Field(() => String, { nullable: true }) evidence?: string | null;
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
  @Field(() => ID) auditId!: string;
  @Field(() => ID, { nullable: true }) clauseId?: string | null;
  @Field(() => ID, { nullable: true, description: 'A document in the scope of the audit.' }) procedureId?:
    | string
    | null;
  @Text(0, 20) @Field(() => String, { nullable: true }) stepCode?: string | null;
  @Field(() => ID, { nullable: true }) unitId?: string | null;
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
