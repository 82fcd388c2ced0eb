import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandInput, RecordInput } from '../../platform/graphql/command-input.js';
import { Day } from '../../platform/graphql/scalars.js';
import { ArrayMaxSize, ArrayMinSize, Max, Min, say, Text } from '../../platform/graphql/validation.js';
import { RoundKind } from './kinds.js';

const between = (min: number, max: number) =>
  say(`Số phải từ ${min} đến ${max}.`, `The number must be ${min} to ${max}.`);

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
