import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandInput, ReasonInput, RecordInput } from '../platform/graphql/command-input.js';
import { Day } from '../platform/graphql/scalars.js';
import { ArrayMaxSize, Max, Min, say, Text } from '../platform/graphql/validation.js';
import { ActionKind } from './corrective-action.js';
import { CauseCategory, NonconformitySource, Severity } from './nonconformity.js';

const atMost = (count: number) => say(`Nhiều nhất ${count} mục.`, `At most ${count} entries.`);
const percent = say('Hãy ghi từ 0 đến 100.', 'Write 0 to 100.');

@InputType()
export class ReportNonconformityInput extends CommandInput {
  @Field(() => ID, { description: 'The unit that must answer.' }) unitId!: string;
  @Field(() => NonconformitySource, { description: 'Any but AUDIT: those are issued by closing the audit.' })
  source!: NonconformitySource;
  @Text(0, 200)
  @Field(() => String, { nullable: true, description: 'Code of the dossier, number of the letter …' })
  sourceReference?: string | null;
  @Field(() => Severity) severity!: Severity;
  @Text(5, 2000) @Field(() => String) requirement!: string;
  @Text(10, 4000) @Field(() => String) evidence!: string;
  @Text(10, 2000) @Field(() => String) gap!: string;
  @Field(() => ID, { nullable: true }) clauseId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The document of the procedure it is about.' }) procedureId?:
    | string
    | null;
  @Text(0, 20) @Field(() => String, { nullable: true }) stepCode?: string | null;
  @Field(() => Day, { description: 'Today or before.' }) detectedOn!: string;
}

@InputType()
export class PlannedActionInput {
  @Field(() => ID, {
    nullable: true,
    description: 'An action of the plan before that is still open; new when left out.',
  })
  id?: string | null;
  @Field(() => ActionKind) kind!: ActionKind;
  @Field(() => String) title!: string;
  @Field(() => ID, { nullable: true }) ownerId!: string | null;
  @Field(() => Day, { nullable: true }) dueOn!: string | null;
}

@InputType()
export class RespondInput extends RecordInput {
  @Field(() => String, { description: 'What was done at once.' }) correction!: string;
  @Field(() => ID, { nullable: true, description: 'Who did that; someone of the authority.' }) correctedById!:
    | string
    | null;
  @Field(() => Day, { nullable: true, description: 'By which day it was done; not after today.' }) correctedOn!:
    | string
    | null;
  @Field(() => CauseCategory, { nullable: true, description: 'Of the root cause.' })
  causeCategory!: CauseCategory | null;
  @Field(() => [String], { description: 'One to five answers to "why?"; the last is the root cause.' }) whys!: string[];
  @ArrayMaxSize(50, atMost(50))
  @Field(() => [PlannedActionInput], { description: 'The whole plan: open actions that are not in it are taken out.' })
  actions!: PlannedActionInput[];
}

@InputType()
export class VerifyInput extends RecordInput {
  @Field(() => Boolean, { description: 'The evidence of the actions was looked at.' }) evidenceSeen!: boolean;
  @Field(() => Boolean, { description: 'At the unit itself: a major one always is.' }) onSite!: boolean;
  @Text(0, 4000) @Field(() => String, { nullable: true, description: 'What was looked at.' }) note?: string | null;
}

@InputType()
export class ReturnResultInput extends ReasonInput {
  @ArrayMaxSize(50, atMost(50))
  @Field(() => [ID], { defaultValue: [], description: 'Actions that are to be done again.' })
  actionIds!: string[];
}

@InputType()
export class EffectInput extends RecordInput {
  @Text(10, 4000) @Field(() => String, { description: 'What was looked at, and what was seen.' }) observed!: string;
}

@InputType()
export class ActionDoneInput extends RecordInput {
  @Text(10, 4000) @Field(() => String, { description: 'What was done.' }) result!: string;
  @Text(5, 4000)
  @Field(() => String, { description: 'Where it can be seen: document, record, photo.' })
  evidence!: string;
  @ArrayMaxSize(20, atMost(20))
  @Field(() => [ID], { defaultValue: [], description: 'Own uploads that show it.' })
  attachmentIds!: string[];
}

@InputType()
export class ProgressInput extends RecordInput {
  @Text(5, 1000) @Field(() => String, { description: 'How far it has come, what is in the way.' }) note!: string;
  @Min(0, percent)
  @Max(100, percent)
  @Field(() => Int, { nullable: true, description: '0 to 100.' })
  percent?: number | null;
}

@InputType()
export class ExtensionInput extends ReasonInput {
  @Field(() => Day) dueOn!: string;
}
