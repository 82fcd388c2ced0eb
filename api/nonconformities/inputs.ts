import { Field, ID, InputType, Int } from 'type-graphql';
import { CommandInput, ReasonInput, RecordInput } from '../platform/graphql/command-input.js';
import { Day } from '../platform/graphql/scalars.js';
import { ArrayMaxSize, Max, Min, Text } from '../platform/graphql/validation.js';
import { ActionKind } from './corrective-action.js';
import { CauseCategory, NonconformitySource, Severity } from './nonconformity.js';

const atMost = (count: number) => ({ vi: `Nhiều nhất ${count} mục.`, en: `At most ${count} entries.` });
const percent = { vi: 'Hãy ghi từ 0 đến 100.', en: 'Write 0 to 100.' };

@InputType()
export class ReportNonconformityInput extends CommandInput {
  /** The unit that must answer. */
  @Field(() => ID) unitId!: string;
  /** Any but AUDIT: those are issued by closing the audit. */
  @Field(() => NonconformitySource)
  source!: NonconformitySource;
  /** Code of the dossier, number of the letter … */
  @Text(0, 200)
  @Field(() => String, { nullable: true })
  sourceReference?: string | null;
  @Field(() => Severity) severity!: Severity;
  /** What should be (yêu cầu); 5 to 2000 characters. */
  @Text(5, 2000) @Field(() => String) requirement!: string;
  /** What was seen (bằng chứng); 10 to 4000 characters. */
  @Text(10, 4000) @Field(() => String) evidence!: string;
  /** How the two differ (sai lệch); 10 to 2000 characters. */
  @Text(10, 2000) @Field(() => String) gap!: string;
  /** The clause that is not met. */
  @Field(() => ID, { nullable: true }) clauseId?: string | null;
  /** The document of the procedure it is about. */
  @Field(() => ID, { nullable: true }) procedureId?: string | null;
  /** Step of the procedure, such as B3. */
  @Text(0, 20) @Field(() => String, { nullable: true }) stepCode?: string | null;
  /** Today or before. */
  @Field(() => Day) detectedOn!: string;
}

/** An action of the plan. */
@InputType()
export class PlannedActionInput {
  /** An action of the plan before that is still open; new when left out. */
  @Field(() => ID, { nullable: true })
  id?: string | null;
  @Field(() => ActionKind) kind!: ActionKind;
  @Field(() => String) title!: string;
  /** Who carries it out; someone of the authority. */
  @Field(() => ID, { nullable: true }) ownerId!: string | null;
  /** The day by which it must be done. */
  @Field(() => Day, { nullable: true }) dueOn!: string | null;
}

@InputType()
export class RespondInput extends RecordInput {
  /** What was done at once. */
  @Field(() => String) correction!: string;
  /** Who did that; someone of the authority. */
  @Field(() => ID, { nullable: true }) correctedById!: string | null;
  /** By which day it was done; not after today. */
  @Field(() => Day, { nullable: true }) correctedOn!: string | null;
  /** Of the root cause. */
  @Field(() => CauseCategory, { nullable: true })
  causeCategory!: CauseCategory | null;
  /** One to five answers to "why?"; the last is the root cause. */
  @Field(() => [String]) whys!: string[];
  /** The whole plan: open actions that are not in it are taken out. */
  @ArrayMaxSize(50, atMost(50))
  @Field(() => [PlannedActionInput])
  actions!: PlannedActionInput[];
}

@InputType()
export class VerifyInput extends RecordInput {
  /** Whether the verifier has seen the evidence of the actions. */
  @Field(() => Boolean) evidenceSeen!: boolean;
  /** At the unit itself: a major one always is. */
  @Field(() => Boolean) onSite!: boolean;
  /** What was checked. */
  @Text(0, 4000) @Field(() => String, { nullable: true }) note?: string | null;
}

@InputType()
export class ReturnResultInput extends ReasonInput {
  /** Actions that are to be done again. */
  @ArrayMaxSize(50, atMost(50))
  @Field(() => [ID], { defaultValue: [] })
  actionIds!: string[];
}

@InputType()
export class EffectInput extends RecordInput {
  /** What was checked, and what was seen. */
  @Text(10, 4000) @Field(() => String) observed!: string;
}

@InputType()
export class ActionDoneInput extends RecordInput {
  /** What was done. */
  @Text(10, 4000) @Field(() => String) result!: string;
  /** Where it can be seen: document, record, photo. */
  @Text(5, 4000)
  @Field(() => String)
  evidence!: string;
  /** Own uploads that show it. */
  @ArrayMaxSize(20, atMost(20))
  @Field(() => [ID], { defaultValue: [] })
  attachmentIds!: string[];
}

@InputType()
export class ProgressInput extends RecordInput {
  /** How far it has come, what is in the way. */
  @Text(5, 1000) @Field(() => String) note!: string;
  /** 0 to 100. */
  @Min(0, percent)
  @Max(100, percent)
  @Field(() => Int, { nullable: true })
  percent?: number | null;
}

@InputType()
export class ExtensionInput extends ReasonInput {
  /** The later due date that is asked for. */
  @Field(() => Day) dueOn!: string;
}
