import { Field, ID, InputType } from 'type-graphql';
import { CommandInput, ReasonInput, RecordInput } from '../../platform/graphql/command-input.js';
import { Day } from '../../platform/graphql/scalars.js';
import { ArrayMaxSize, ArrayMinSize, Matches, Text } from '../../platform/graphql/validation.js';
import { AuditLength, TeamPart } from '../planning/kinds.js';
import { ConflictKind } from './kinds.js';

/** The message when a time of day is not written `HH:mm`. */
export const time = { vi: 'Giờ viết dạng 08:00.', en: 'A time is written 08:00.' };

/** A time of day, `HH:mm`. */
export const clock = /^([01]\d|2[0-3]):[0-5]\d$/;

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
  @ArrayMaxSize(8, { vi: 'Nhiều nhất 8 người.', en: 'At most 8 people.' })
  @Field(() => [MemberInput])
  members!: MemberInput[];
}

@InputType()
export class SetAuditDatesInput extends RecordInput {
  /** All its days. */
  @ArrayMaxSize(5, { vi: 'Một cuộc kéo dài nhiều nhất 5 ngày.', en: 'An audit takes at most 5 days.' })
  @Field(() => [Day])
  dates!: string[];
  @Field(() => AuditLength) length!: AuditLength;
  /** Local time of the opening meeting, HH:mm. */
  @Matches(clock, time) @Field(() => String) startTime!: string;
}

/** The new team and days of one audit. */
@InputType()
export class PlanAmendmentChangeInput {
  /** An audit of the round. */
  @Field(() => ID) auditId!: string;
  /** The whole team. */
  @ArrayMaxSize(8, { vi: 'Nhiều nhất 8 người.', en: 'At most 8 people.' })
  @Field(() => [MemberInput])
  members!: MemberInput[];
  /** All its days. */
  @ArrayMinSize(1, { vi: 'Hãy giữ ít nhất một ngày đánh giá.', en: 'Keep at least one day.' })
  @ArrayMaxSize(5, { vi: 'Một cuộc kéo dài nhiều nhất 5 ngày.', en: 'An audit takes at most 5 days.' })
  @Field(() => [Day])
  dates!: string[];
  @Field(() => AuditLength) length!: AuditLength;
  /** Local time of the opening meeting, HH:mm. */
  @Matches(clock, time) @Field(() => String) startTime!: string;
}

@InputType()
export class ProposePlanAmendmentInput extends ReasonInput {
  /** Changes to add, one for each audit. A change of an audit that is already in the list replaces that entry. */
  @ArrayMinSize(1, { vi: 'Hãy nêu ít nhất một thay đổi.', en: 'List at least one change.' })
  @Field(() => [PlanAmendmentChangeInput])
  changes!: PlanAmendmentChangeInput[];
}

@InputType()
export class WithdrawPlanAmendmentChangeInput extends RecordInput {
  /** The audit whose proposed change is withdrawn. */
  @Field(() => ID) auditId!: string;
}

@InputType()
export class DeclareConflictInput extends CommandInput {
  /** The audit for which it is declared. */
  @Field(() => ID) auditId!: string;
  /** A member of the team. */
  @Field(() => ID) personId!: string;
  @Field(() => ConflictKind) kind!: ConflictKind;
  /** What kind of conflict it is; at least ten characters. */
  @Text(10, 2000)
  @Field(() => String)
  reason!: string;
}
