import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { OfficeKind } from '../organization/index.js';
import { CommandInput, ReasonInput, RecordInput } from '../platform/graphql/command-input.js';
import { Day } from '../platform/graphql/scalars.js';
import { ArrayMaxSize, IsIn, Matches, Max, MaxLength, Min, Text } from '../platform/graphql/validation.js';
import { DocumentKind } from './document.js';

/** Whether a revision issues the document anew or amends the present issue. */
export const RevisionKind = {
  /** Issues the document anew: the number of the issue goes up, amendments begin at 0. */
  NEW_ISSUE: 'NEW_ISSUE',
  /** Amends the present issue: the number of the amendment goes up. */
  AMENDMENT: 'AMENDMENT',
} as const;
export type RevisionKind = (typeof RevisionKind)[keyof typeof RevisionKind];
registerEnumType(RevisionKind, { name: 'RevisionKind' });

const codeWords = {
  vi: 'Mã gồm chữ in hoa, số, dấu chấm, gạch ngang hoặc gạch chéo, từ 2 đến 40 ký tự, ví dụ QT.HT.01.',
  en: 'A code has 2 to 40 capitals, digits, dots, hyphens or slashes, such as QT.HT.01.',
};
const tooMany = (count: number) => ({ vi: `Nhiều nhất ${count} dòng.`, en: `At most ${count} rows.` });

/** The facts of a document besides its content. */
@InputType()
export abstract class DocumentFactsInput extends CommandInput {
  /** Unique in the authority, such as QT.HT.01. */
  @Matches(/^\s*[\p{L}\d][\p{L}\d./-]{1,39}\s*$/u, codeWords)
  @Field(() => String)
  code!: string;
  @Text(3, 300) @Field(() => String) title!: string;
  /** The unit that keeps it. */
  @Field(() => ID) ownerUnitId!: string;
  /** Office kinds it applies to; empty for all. */
  @ArrayMaxSize(10, tooMany(10))
  @IsIn(Object.values(OfficeKind), {
    each: true,
    vi: 'Hãy chọn phòng, trung tâm trong danh sách.',
    en: 'Choose offices from the list.',
  })
  @Field(() => [String], { defaultValue: [] })
  officeKinds!: string[];
  /** Numbers of clauses in the current set. */
  @ArrayMaxSize(80, tooMany(80))
  @Field(() => [String], { defaultValue: [] })
  clauses!: string[];
  /** Months after which it is reviewed again, 1 to 120; null for never. */
  @Min(1, { vi: 'Ít nhất 1 tháng.', en: 'At least 1 month.' })
  @Max(120, { vi: 'Nhiều nhất 120 tháng.', en: 'At most 120 months.' })
  @Field(() => Int, { nullable: true })
  reviewCycleMonths?: number | null;
  /** How long it is kept, in words, such as 5 years. */
  @Text(0, 200) @Field(() => String, { nullable: true }) retention?: string | null;
}

@InputType()
export class CreateDocumentInput extends DocumentFactsInput {
  @Field(() => DocumentKind) kind!: DocumentKind;
  /** Who is to review it. */
  @Field(() => ID, { nullable: true }) reviewerId?: string | null;
  /** Who is to approve it. */
  @Field(() => ID, { nullable: true }) approverId?: string | null;
  /** A document, perhaps of another authority, whose content is copied at the start. */
  @Field(() => ID, { nullable: true })
  copiedFromId?: string | null;
}

@InputType()
export class ChangeDocumentFactsInput extends DocumentFactsInput {
  /** Upload with the text of a document of external origin. Left out: unchanged; null: removed. */
  @Field(() => ID, { nullable: true })
  fileId?: string | null;
  @Field(() => ID) id!: string;
  /** The version that the person saw; an older one is refused with VERSION_CONFLICT. */
  @Field(() => Int) version!: number;
}

@InputType()
export class RegisterExternalInput extends DocumentFactsInput {
  /** Who issued it. */
  @Text(2, 200) @Field(() => String) issuedBy!: string;
  /** What it is about; at most 5000 characters. */
  @Text(0, 5000) @Field(() => String, { nullable: true }) summary?: string | null;
  /** Where its text can be read. */
  @Text(0, 500)
  @Field(() => String, { nullable: true })
  address?: string | null;
  /** Upload (PDF or Word) with its text. */
  @Field(() => ID, { nullable: true }) fileId?: string | null;
  /** The day on which it took effect. */
  @Field(() => Day) effectiveOn!: string;
}

@InputType()
export class StartRevisionInput extends RecordInput {
  @Field(() => RevisionKind) kind!: RevisionKind;
  /** Why: the first row of the table of amendments. */
  @Text(0, 2000)
  @Field(() => String, { nullable: true })
  request?: string | null;
}

/** One section of a document's text. */
@InputType()
export class SectionInput {
  /** PURPOSE, SCOPE, REFERENCES, DEFINITIONS, or for other documents any heading. */
  @Text(1, 200) @Field(() => String) key!: string;
  /** Its text; at most 50,000 characters. */
  @Text(0, 50_000) @Field(() => String) body!: string;
}

/** One row of the table of amendments (sửa đổi tài liệu). */
@InputType()
export class ChangeRowInput {
  /** Page or part that changes. */
  @Text(0, 500) @Field(() => String) place!: string;
  /** Why: the request. */
  @Text(0, 2000) @Field(() => String) request!: string;
  /** What changes; at most 5000 characters. */
  @Text(0, 5000) @Field(() => String) description!: string;
}

/** What the drafter of any document writes. */
@InputType()
export abstract class DraftInput extends RecordInput {
  /** Its text, section by section. */
  @ArrayMaxSize(40, tooMany(40)) @Field(() => [SectionInput]) sections!: SectionInput[];
  /** The table of amendments: what this revision changes. */
  @ArrayMaxSize(100, tooMany(100))
  @Field(() => [ChangeRowInput])
  changeRows!: ChangeRowInput[];
  /** Upload (PDF or Word) that holds the content. Left out: unchanged; null: removed. */
  @Field(() => ID, { nullable: true })
  fileId?: string | null;
  /** Who is to review it; null: nobody is named. */
  @Field(() => ID, { nullable: true }) reviewerId?: string | null;
  /** Who is to approve it; null: nobody is named. */
  @Field(() => ID, { nullable: true }) approverId?: string | null;
}

@InputType()
export class SaveDraftInput extends DraftInput {}

/** The input of a command that signs. */
@InputType()
export class SignInput extends RecordInput {
  /** The password again: it makes the signature. */
  @MaxLength(200, { vi: 'Mật khẩu dài nhất 200 ký tự.', en: 'A password has at most 200 characters.' })
  @Field(() => String)
  password!: string;
}

@InputType()
export class SubmitRevisionInput extends SignInput {}

@InputType()
export class ReviewRevisionInput extends SignInput {}

@InputType('ApproveRevisionInput')
export class ApproveInput extends SignInput {
  /** The day on which it takes effect: today or later. */
  @Field(() => Day) effectiveOn!: string;
}

@InputType('ReturnRevisionInput')
export class ReturnInput extends ReasonInput {}

@InputType('TakeBackRevisionInput')
export class TakeBackInput extends RecordInput {}

@InputType('TakeOverRevisionInput')
export class TakeOverInput extends ReasonInput {}

@InputType('DiscardRevisionInput')
export class DiscardInput extends RecordInput {}

@InputType('CancelRevisionInput')
export class CancelInput extends ReasonInput {}

@InputType('WithdrawRevisionInput')
export class WithdrawInput extends ReasonInput {}

@InputType('AcknowledgeRevisionInput')
export class AcknowledgeInput extends CommandInput {
  /** The revision in force. */
  @Field(() => ID) id!: string;
}
