import { Field, ID, InputType } from 'type-graphql';
import { CommandInput, RecordInput } from '../../platform/graphql/command-input.js';
import { ArrayMaxSize, Text } from '../../platform/graphql/validation.js';
import { FindingCategory } from '../fieldwork/kinds.js';

@InputType()
export class FinishFieldworkInput extends RecordInput {
  /** What the team agreed before the closing meeting. */
  @Text(0, 10_000)
  @Field(() => String)
  teamAgreement!: string;
  /** Minutes of the closing meeting. */
  @Text(0, 10_000) @Field(() => String) closingMinutes!: string;
}

@InputType()
export class SaveReportInput extends RecordInput {
  /** 2 Tình hình thực hiện so với kế hoạch. */
  @Text(0, 10_000) @Field(() => String) performance!: string;
  /** 5 Điểm mạnh. */
  @Text(0, 10_000) @Field(() => String) strengths!: string;
  /** 7 Khuyến nghị, cơ hội cải tiến. */
  @Text(0, 10_000) @Field(() => String) recommendations!: string;
  /** 8 Tình trạng hành động khắc phục kỳ trước. */
  @Text(0, 10_000) @Field(() => String) previousActions!: string;
  /** 9 Kết luận về sự phù hợp và hiệu lực. */
  @Text(0, 10_000) @Field(() => String) conclusion!: string;
}

/** The content of a finding; it may be incomplete until it is sent. */
@InputType()
export class FindingContentInput {
  @Field(() => FindingCategory, { nullable: true }) category?: FindingCategory | null;
  /** The clause that is not met. */
  @Field(() => ID, { nullable: true }) clauseId?: string | null;
  /** The document of the procedure it is about. */
  @Field(() => ID, { nullable: true }) procedureId?: string | null;
  /** Step of the procedure, such as B3. */
  @Text(0, 20) @Field(() => String, { nullable: true }) stepCode?: string | null;
  /** The office that must answer; the auditee where left out. */
  @Field(() => ID, { nullable: true })
  unitId?: string | null;
  /** The requirement: what should be (yêu cầu); at most 5000 characters. */
  @Text(0, 5000) @Field(() => String) requirement!: string;
  /** The evidence: what was seen (bằng chứng); at most 5000 characters. */
  @Text(0, 5000) @Field(() => String) evidence!: string;
  /** The gap: how evidence and requirement differ (sai lệch); at most 5000 characters. */
  @Text(0, 5000) @Field(() => String) gap!: string;
}

@InputType()
export class WriteFindingInput extends CommandInput {
  /** The audit in which it was seen. */
  @Field(() => ID) auditId!: string;
  /** The lines of the work sheet it comes from. */
  @ArrayMaxSize(200, { vi: 'Nhiều nhất 200 dòng.', en: 'At most 200 lines.' })
  @Field(() => [ID])
  checkItemIds!: string[];
  /** What the finding says; it may be incomplete. */
  @Field(() => FindingContentInput) content!: FindingContentInput;
}

@InputType()
export class SaveFindingInput extends RecordInput {
  /** All that the finding says. */
  @Field(() => FindingContentInput) content!: FindingContentInput;
}

@InputType()
export class DropFindingInput extends RecordInput {
  /** Needed where the auditee has seen it. */
  @Field(() => String, { nullable: true }) reason?: string | null;
}

@InputType()
export class AcknowledgeFindingInput extends RecordInput {
  /** A remark. */
  @Text(0, 2000) @Field(() => String, { nullable: true }) answer?: string | null;
}

@InputType()
export class ReportRoundInput extends RecordInput {
  /** Nhận xét, kết luận chung of the consolidated report; at least ten characters. */
  @Text(10, 10_000) @Field(() => String) conclusion!: string;
}
