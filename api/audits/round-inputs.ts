import { ArrayMaxSize, ArrayMinSize, IsOptional, Matches, Max, Min, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandInput, ReasonInput, RecordInput } from '../platform/graphql/command-input.js';
import { Day } from '../platform/graphql/scalars.js';
import { say, Text } from '../platform/graphql/validation.js';
import { AuditLength, RoundKind, TeamPart } from './kinds.js';

const between = (min: number, max: number) =>
  say(`Số phải từ ${min} đến ${max}.`, `The number must be ${min} to ${max}.`);
const time = say('Giờ viết dạng 08:00.', 'A time is written 08:00.');

@InputType()
export class CreateProgrammeInput extends CommandInput {
  @Min(2000, between(2000, 2100)) @Max(2100, between(2000, 2100)) @Field(() => Int) year!: number;
  @Field(() => ID, { nullable: true, description: 'The own authority where left out.' }) leadAgencyId?: string | null;
  @Text(5, 300) @Field(() => String) title!: string;
  /** Mục đích; 10 to 5000 characters. */
  @Text(10, 5000) @Field(() => String) purpose!: string;
  /** Phạm vi, trọng tâm and the reasons for them (ISO 9001:2015, 9.2.2 a); 10 to 5000 characters. */
  @Text(10, 5000) @Field(() => String) scope!: string;
}

@InputType()
export class ChangeProgrammeInput extends RecordInput {
  @Text(5, 300) @Field(() => String) title!: string;
  /** Mục đích; 10 to 5000 characters. */
  @Text(10, 5000) @Field(() => String) purpose!: string;
  /** Phạm vi, trọng tâm and the reasons for them (ISO 9001:2015, 9.2.2 a); 10 to 5000 characters. */
  @Text(10, 5000) @Field(() => String) scope!: string;
}

/** A command that signs. */
@InputType()
export class SignInputOfRecord extends RecordInput {
  @Text(1, 200) @Field(() => String, { description: 'The password, given again.' }) password!: string;
}

/** R08: members of a team, trainees included. */
@InputType()
export class TeamSizeInput {
  /** Fewest members, 2 to 8. */
  @Min(2, between(2, 8)) @Max(8, between(2, 8)) @Field(() => Int) min!: number;
  /** Most members, 2 to 8. */
  @Min(2, between(2, 8)) @Max(8, between(2, 8)) @Field(() => Int) max!: number;
}

/** The bounds of the hard rules in one round. */
@InputType({ description: 'The bounds of the hard rules in this round.' })
export class RoundSettingsInput {
  /** R02: months for which nobody audits a unit that he or she has left, 12 to 24. */
  @Min(12, between(12, 24)) @Max(24, between(12, 24)) @Field(() => Int) monthsAfterLeaving!: number;
  /** R07: audits that a lead must have taken part in before, 0 to 10. */
  @Min(0, between(0, 10)) @Max(10, between(0, 10)) @Field(() => Int) earlierAuditsOfLead!: number;
  @ValidateNested() @Field(() => TeamSizeInput) teamSize!: TeamSizeInput;
  /** R10: most audits an auditor has in the round, 1 to 10. */
  @Min(1, between(1, 10)) @Max(10, between(1, 10)) @Field(() => Int) maxLoad!: number;
  @IsOptional()
  @Text(10, 1000)
  @Field(() => String, { nullable: true, description: 'Why reciprocal pairs are allowed (R04).' })
  reciprocityReason?: string | null;
}

@InputType()
export class CreateRoundInput extends CommandInput {
  @Field(() => RoundKind) kind!: RoundKind;
  @Text(5, 300) @Field(() => String) title!: string;
  @Field(() => ID, { nullable: true, description: 'The own authority where left out.' }) leadAgencyId?: string | null;
  /** The programme of the year it belongs to. */
  @Field(() => ID, { nullable: true }) programmeId?: string | null;
  /** The round before it: what rotation and repeated findings are compared with. */
  @Field(() => ID, { nullable: true }) previousId?: string | null;
  /** First day of the window in which every audit lies. */
  @Field(() => Day) from!: string;
  /** Last day of the window. */
  @Field(() => Day) to!: string;
  @Field(() => String, { nullable: true, description: 'The current clause set where left out.' }) clauseSetCode?:
    | string
    | null;
  @ArrayMinSize(1, say('Hãy chọn ít nhất một đơn vị được đánh giá.', 'Choose at least one auditee.'))
  @ArrayMaxSize(500, say('Nhiều nhất 500 đơn vị.', 'At most 500 auditees.'))
  @Field(() => [ID], { description: 'The auditees: authorities, or offices in an INTERNAL round.' })
  unitIds!: string[];
  /** The bounds of the hard rules; the usual ones where left out. */
  @IsOptional()
  @ValidateNested()
  @Field(() => RoundSettingsInput, { nullable: true })
  settings?: RoundSettingsInput | null;
}

@InputType()
export class ChangeRoundInput extends RecordInput {
  @Text(5, 300) @Field(() => String) title!: string;
  /** First day of the window. */
  @Field(() => Day) from!: string;
  /** Last day of the window. */
  @Field(() => Day) to!: string;
  /** All auditees of the round from now on: those left out go, new ones come. */
  @ArrayMinSize(1, say('Hãy chọn ít nhất một đơn vị được đánh giá.', 'Choose at least one auditee.'))
  @ArrayMaxSize(500, say('Nhiều nhất 500 đơn vị.', 'At most 500 auditees.'))
  @Field(() => [ID])
  unitIds!: string[];
  /** The bounds of the hard rules in this round. */
  @ValidateNested() @Field(() => RoundSettingsInput) settings!: RoundSettingsInput;
}

/** A person in a part of a team. */
@InputType()
export class MemberInput {
  /** An auditor of the register. */
  @Field(() => ID) personId!: string;
  @Field(() => TeamPart) part!: TeamPart;
}

@InputType()
export class SetTeamInput extends RecordInput {
  /** The whole team. */
  @ArrayMaxSize(8, say('Nhiều nhất 8 người.', 'At most 8 people.'))
  @ValidateNested()
  @Field(() => [MemberInput])
  members!: MemberInput[];
}

@InputType()
export class SetAuditDatesInput extends RecordInput {
  /** All its days. */
  @ArrayMaxSize(5, say('Một cuộc kéo dài nhiều nhất 5 ngày.', 'An audit takes at most 5 days.'))
  @Field(() => [Day])
  dates!: string[];
  @Field(() => AuditLength) length!: AuditLength;
  /** Local time of the opening meeting, HH:mm. */
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/, time) @Field(() => String) startTime!: string;
}

/** The team and the days of one audit as they shall be. */
@InputType()
export class PlanAmendmentChangeInput {
  /** An audit of the round. */
  @Field(() => ID) auditId!: string;
  /** The whole team. */
  @ArrayMaxSize(8, say('Nhiều nhất 8 người.', 'At most 8 people.'))
  @ValidateNested()
  @Field(() => [MemberInput])
  members!: MemberInput[];
  /** All its days. */
  @ArrayMinSize(1, say('Hãy giữ ít nhất một ngày đánh giá.', 'Keep at least one day.'))
  @ArrayMaxSize(5, say('Một cuộc kéo dài nhiều nhất 5 ngày.', 'An audit takes at most 5 days.'))
  @Field(() => [Day])
  dates!: string[];
  @Field(() => AuditLength) length!: AuditLength;
  /** Local time of the opening meeting, HH:mm. */
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/, time) @Field(() => String) startTime!: string;
}

@InputType()
export class ProposePlanAmendmentInput extends ReasonInput {
  /** Changes to add, one an audit; one of an audit that is in the list replaces it. */
  @ArrayMinSize(1, say('Hãy nêu ít nhất một thay đổi.', 'List at least one change.'))
  @ValidateNested()
  @Field(() => [PlanAmendmentChangeInput])
  changes!: PlanAmendmentChangeInput[];
}

@InputType()
export class WithdrawPlanAmendmentChangeInput extends RecordInput {
  /** The audit whose proposed change is taken back. */
  @Field(() => ID) auditId!: string;
}

@InputType()
export class ReportRoundInput extends RecordInput {
  /** Nhận xét, kết luận chung of the consolidated report; at least ten characters. */
  @Text(10, 10_000) @Field(() => String) conclusion!: string;
}

@InputType()
export class ReasonOfRecordInput extends ReasonInput {}

@InputType()
export class BareRecordInput extends RecordInput {}
