import { Field, ID, InputType } from 'type-graphql';
import { CommandInput, RecordInput } from '../../platform/graphql/command-input.js';
import { ArrayMaxSize, say, Text } from '../../platform/graphql/validation.js';
import { FindingCategory } from '../fieldwork/kinds.js';

@InputType()
export class FinishFieldworkInput extends RecordInput {
  @Text(0, 10_000)
  @Field(() => String, { description: 'What the team agreed before the closing meeting.' })
  teamAgreement!: string;
  @Text(0, 10_000) @Field(() => String) closingMinutes!: string;
}

@InputType()
export class SaveReportInput extends RecordInput {
  @Text(0, 10_000) @Field(() => String) performance!: string;
  @Text(0, 10_000) @Field(() => String) strengths!: string;
  @Text(0, 10_000) @Field(() => String) recommendations!: string;
  @Text(0, 10_000) @Field(() => String) previousActions!: string;
  @Text(0, 10_000) @Field(() => String) conclusion!: string;
}

@InputType()
export class FindingContentInput {
  @Field(() => FindingCategory, { nullable: true }) category?: FindingCategory | null;
  @Field(() => ID, { nullable: true }) clauseId?: string | null;
  @Field(() => ID, { nullable: true }) procedureId?: string | null;
  @Text(0, 20) @Field(() => String, { nullable: true }) stepCode?: string | null;
  @Field(() => ID, { nullable: true, description: 'The office that must answer; the auditee where left out.' })
  unitId?: string | null;
  @Text(0, 5000) @Field(() => String) requirement!: string;
  @Text(0, 5000) @Field(() => String) evidence!: string;
  @Text(0, 5000) @Field(() => String) gap!: string;
}

@InputType()
export class WriteFindingInput extends CommandInput {
  @Field(() => ID) auditId!: string;
  @ArrayMaxSize(200, say('Nhiều nhất 200 dòng.', 'At most 200 lines.'))
  @Field(() => [ID], { description: 'The lines of the work sheet it comes from.' })
  checkItemIds!: string[];
  @Field(() => FindingContentInput) content!: FindingContentInput;
}

@InputType()
export class SaveFindingInput extends RecordInput {
  @Field(() => FindingContentInput) content!: FindingContentInput;
}

@InputType()
export class DropFindingInput extends RecordInput {
  @Field(() => String, { nullable: true, description: 'Needed where the auditee has seen it.' }) reason?: string | null;
}

@InputType()
export class AcknowledgeFindingInput extends RecordInput {
  @Text(0, 2000) @Field(() => String, { nullable: true, description: 'A remark.' }) answer?: string | null;
}

@InputType()
export class ReportRoundInput extends RecordInput {
  @Text(10, 10_000) @Field(() => String) conclusion!: string;
}
