import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandInput, RecordInput } from '../../platform/graphql/command-input.js';
import { Day } from '../../platform/graphql/scalars.js';
import { ArrayMaxSize, ArrayMinSize, Max, Min, Text } from '../../platform/graphql/validation.js';
import { RoundKind } from './kinds.js';

const between = (min: number, max: number) => ({
  vi: `Số phải từ ${min} đến ${max}.`,
  en: `The number must be ${min} to ${max}.`,
});

@InputType()
export class CreateProgrammeInput extends CommandInput {
  @Min(2000, between(2000, 2100)) @Max(2100, between(2000, 2100)) @Field(() => Int) year!: number;
  /** The own authority where left out. */
  @Field(() => ID, { nullable: true }) leadAgencyId?: string | null;
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
  /** The password, given again. */
  @Text(1, 200) @Field(() => String) password!: string;
}

/** R08: members of a team, trainees included. */
@InputType()
export class TeamSizeInput {
  /** Fewest members, 2 to 8. */
  @Min(2, between(2, 8)) @Max(8, between(2, 8)) @Field(() => Int) min!: number;
  /** Most members, 2 to 8. */
  @Min(2, between(2, 8)) @Max(8, between(2, 8)) @Field(() => Int) max!: number;
}

/** The limits of the hard rules in this round. */
@InputType()
export class RoundSettingsInput {
  /** R02: months for which a person may not audit a unit that he or she has left, 12 to 24. */
  @Min(12, between(12, 24)) @Max(24, between(12, 24)) @Field(() => Int) monthsAfterLeaving!: number;
  /** R07: audits that a lead must have taken part in before, 0 to 10. */
  @Min(0, between(0, 10)) @Max(10, between(0, 10)) @Field(() => Int) earlierAuditsOfLead!: number;
  @Field(() => TeamSizeInput) teamSize!: TeamSizeInput;
  /** R10: most audits an auditor has in the round, 1 to 10. */
  @Min(1, between(1, 10)) @Max(10, between(1, 10)) @Field(() => Int) maxLoad!: number;
  /** Why reciprocal pairs are allowed (R04). */
  @Text(10, 1000)
  @Field(() => String, { nullable: true })
  reciprocityReason?: string | null;
}

@InputType()
export class CreateRoundInput extends CommandInput {
  @Field(() => RoundKind) kind!: RoundKind;
  @Text(5, 300) @Field(() => String) title!: string;
  /** The own authority where left out. */
  @Field(() => ID, { nullable: true }) leadAgencyId?: string | null;
  /** The programme of the year it belongs to. */
  @Field(() => ID, { nullable: true }) programmeId?: string | null;
  /** The previous round, for rotation and for repeated findings. */
  @Field(() => ID, { nullable: true }) previousId?: string | null;
  /** First day of the window in which every audit lies. */
  @Field(() => Day) from!: string;
  /** Last day of the window. */
  @Field(() => Day) to!: string;
  /** The current clause set where left out. */
  @Field(() => String, { nullable: true }) clauseSetCode?: string | null;
  /** The auditees: authorities, or offices in an INTERNAL round. */
  @ArrayMinSize(1, { vi: 'Hãy chọn ít nhất một đơn vị được đánh giá.', en: 'Choose at least one auditee.' })
  @ArrayMaxSize(500, { vi: 'Nhiều nhất 500 đơn vị.', en: 'At most 500 auditees.' })
  @Field(() => [ID])
  unitIds!: string[];
  /** The limits of the hard rules; left out: the usual ones. */
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
  /** All auditees of the round from now on; those that are left out are removed. */
  @ArrayMinSize(1, { vi: 'Hãy chọn ít nhất một đơn vị được đánh giá.', en: 'Choose at least one auditee.' })
  @ArrayMaxSize(500, { vi: 'Nhiều nhất 500 đơn vị.', en: 'At most 500 auditees.' })
  @Field(() => [ID])
  unitIds!: string[];
  /** The limits of the hard rules in this round. */
  @Field(() => RoundSettingsInput) settings!: RoundSettingsInput;
}
