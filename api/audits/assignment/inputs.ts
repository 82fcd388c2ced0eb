import { Field, ID, InputType } from 'type-graphql';
import { CommandInput, ReasonInput, RecordInput } from '../../platform/graphql/command-input.js';
import { Day } from '../../platform/graphql/scalars.js';
import { ArrayMaxSize, ArrayMinSize, Matches, say, Text } from '../../platform/graphql/validation.js';
import { AuditLength, TeamPart } from '../planning/kinds.js';
import { ConflictKind } from './kinds.js';

/** Said where a time of day is not written `HH:mm`. */
export const time = say('Giờ viết dạng 08:00.', 'A time is written 08:00.');

/** A time of day, `HH:mm`. */
export const clock = /^([01]\d|2[0-3]):[0-5]\d$/;

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
  @Matches(clock, time) @Field(() => String) startTime!: string;
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
  @Matches(clock, time) @Field(() => String) startTime!: string;
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
export class DeclareConflictInput extends CommandInput {
  @Field(() => ID) auditId!: string;
  @Field(() => ID, { description: 'A member of the team.' }) personId!: string;
  @Field(() => ConflictKind) kind!: ConflictKind;
  @Text(10, 2000)
  @Field(() => String, { description: 'What the conflict is; at least ten characters.' })
  reason!: string;
}
