import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandInput, ReasonInput, RecordInput } from '../platform/graphql/command-input.js';
import { Day } from '../platform/graphql/scalars.js';
import { ArrayMaxSize, ArrayMinSize, Matches, Max, Min, say, Text } from '../platform/graphql/validation.js';
import { AuditLength, RoundKind, TeamPart } from './kinds.js';

const between = (min: number, max: number) =>
  say(`Số phải từ ${min} đến ${max}.`, `The number must be ${min} to ${max}.`);
const time = say('Giờ viết dạng 08:00.', 'A time is written 08:00.');

@InputType()
export class CreateProgrammeInput extends CommandInput {
  @Min(2000, between(2000, 2100)) @Max(2100, between(2000, 2100)) @Field(() => Int) year!: number;
  @Field(() => ID, { nullable: true, description: 'The own authority where left out.' }) leadAgencyId?: string | null;
  @Text(5, 300) @Field(() => String) title!: string;
  @Text(10, 5000) @Field(() => String) purpose!: string;
  @Text(10, 5000) @Field(() => String) scope!: string;
}

@InputType()
export class ChangeProgrammeInput extends RecordInput {
  @Text(5, 300) @Field(() => String) title!: string;
  @Text(10, 5000) @Field(() => String) purpose!: string;
  @Text(10, 5000) @Field(() => String) scope!: string;
}

/** A command that signs. */
@InputType()
export class SignInputOfRecord extends RecordInput {
  @Text(1, 200) @Field(() => String, { description: 'The password, given again.' }) password!: string;
}

@InputType()
export class TeamSizeInput {
  @Min(2, between(2, 8)) @Max(8, between(2, 8)) @Field(() => Int) min!: number;
  @Min(2, between(2, 8)) @Max(8, between(2, 8)) @Field(() => Int) max!: number;
}

@InputType({ description: 'The bounds of the hard rules in this round.' })
export class RoundSettingsInput {
  @Min(12, between(12, 24)) @Max(24, between(12, 24)) @Field(() => Int) monthsAfterLeaving!: number;
  @Min(0, between(0, 10)) @Max(10, between(0, 10)) @Field(() => Int) earlierAuditsOfLead!: number;
  @Field(() => TeamSizeInput) teamSize!: TeamSizeInput;
  @Min(1, between(1, 10)) @Max(10, between(1, 10)) @Field(() => Int) maxLoad!: number;
  @Text(10, 1000)
  @Field(() => String, { nullable: true, description: 'Why reciprocal pairs are allowed (R04).' })
  reciprocityReason?: string | null;
}

@InputType()
export class CreateRoundInput extends CommandInput {
  @Field(() => RoundKind) kind!: RoundKind;
  @Text(5, 300) @Field(() => String) title!: string;
  @Field(() => ID, { nullable: true, description: 'The own authority where left out.' }) leadAgencyId?: string | null;
  @Field(() => ID, { nullable: true }) programmeId?: string | null;
  @Field(() => ID, { nullable: true }) previousId?: string | null;
  @Field(() => Day) from!: string;
  @Field(() => Day) to!: string;
  @Field(() => String, { nullable: true, description: 'The current clause set where left out.' }) clauseSetCode?:
    | string
    | null;
  @ArrayMinSize(1, say('Hãy chọn ít nhất một đơn vị được đánh giá.', 'Choose at least one auditee.'))
  @ArrayMaxSize(500, say('Nhiều nhất 500 đơn vị.', 'At most 500 auditees.'))
  @Field(() => [ID], { description: 'The auditees: authorities, or offices in an INTERNAL round.' })
  unitIds!: string[];
  @Field(() => RoundSettingsInput, { nullable: true })
  settings?: RoundSettingsInput | null;
}

@InputType()
export class ChangeRoundInput extends RecordInput {
  @Text(5, 300) @Field(() => String) title!: string;
  @Field(() => Day) from!: string;
  @Field(() => Day) to!: string;
  @ArrayMinSize(1, say('Hãy chọn ít nhất một đơn vị được đánh giá.', 'Choose at least one auditee.'))
  @ArrayMaxSize(500, say('Nhiều nhất 500 đơn vị.', 'At most 500 auditees.'))
  @Field(() => [ID])
  unitIds!: string[];
  @Field(() => RoundSettingsInput) settings!: RoundSettingsInput;
}

@InputType()
export class MemberInput {
  @Field(() => ID) personId!: string;
  @Field(() => TeamPart) part!: TeamPart;
}

@InputType()
export class SetTeamInput extends RecordInput {
  @ArrayMaxSize(8, say('Nhiều nhất 8 người.', 'At most 8 people.'))
  @Field(() => [MemberInput])
  members!: MemberInput[];
}

@InputType()
export class SetAuditDatesInput extends RecordInput {
  @ArrayMaxSize(5, say('Một cuộc kéo dài nhiều nhất 5 ngày.', 'An audit takes at most 5 days.'))
  @Field(() => [Day])
  dates!: string[];
  @Field(() => AuditLength) length!: AuditLength;
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/, time) @Field(() => String) startTime!: string;
}

@InputType()
export class PlanAmendmentChangeInput {
  @Field(() => ID) auditId!: string;
  @ArrayMaxSize(8, say('Nhiều nhất 8 người.', 'At most 8 people.'))
  @Field(() => [MemberInput])
  members!: MemberInput[];
  @ArrayMinSize(1, say('Hãy giữ ít nhất một ngày đánh giá.', 'Keep at least one day.'))
  @ArrayMaxSize(5, say('Một cuộc kéo dài nhiều nhất 5 ngày.', 'An audit takes at most 5 days.'))
  @Field(() => [Day])
  dates!: string[];
  @Field(() => AuditLength) length!: AuditLength;
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/, time) @Field(() => String) startTime!: string;
}

@InputType()
export class ProposePlanAmendmentInput extends ReasonInput {
  @ArrayMinSize(1, say('Hãy nêu ít nhất một thay đổi.', 'List at least one change.'))
  @Field(() => [PlanAmendmentChangeInput])
  changes!: PlanAmendmentChangeInput[];
}

@InputType()
export class WithdrawPlanAmendmentChangeInput extends RecordInput {
  @Field(() => ID) auditId!: string;
}

@InputType()
export class ReportRoundInput extends RecordInput {
  @Text(10, 10_000) @Field(() => String) conclusion!: string;
}

@InputType()
export class ReasonOfRecordInput extends ReasonInput {}

@InputType()
export class BareRecordInput extends RecordInput {}
