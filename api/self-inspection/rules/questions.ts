import { refuse, type Wording } from '../../rules/refusal.js';

/** How a question is answered. Every question may also be answered NA (Không áp dụng). */
export type AnswerType = 'YES_NO' | 'COUNT_OF_SAMPLE' | 'NUMBER';

/** What must come with an answer. */
export type EvidenceKind = 'NONE' | 'NOTE' | 'PHOTO' | 'DOSSIER';

/** A question as it is stored (`data/self-inspection-questions.tsv`). */
export interface QuestionSource {
  /** Unique in the template, such as `C01`. */
  code: string;
  group: string;
  answerType: AnswerType;
  /** `YES`; `5/5` (needed of the sample); `>=98` or `<=0`. */
  goodAnswer: string;
  /** From 1 to 3. */
  weight: number;
  /** A failed critical question is shown apart. */
  critical: boolean;
  evidence: EvidenceKind;
  /** Empty, or `CODE op VALUE`, such as `C01 < 100`, `E04 = NO`, `F02 != NA`. */
  shownWhen: string | null;
}

/** Which answers are good. */
export type GoodAnswer =
  | { kind: 'YES' }
  | { kind: 'SHARE'; needed: number; sample: number }
  | { kind: 'BOUND'; op: '>=' | '<='; bound: number };

/** The good answer of a type that has only one; null where the writer of the template chooses it. */
export const onlyGoodAnswer: Record<AnswerType, string | null> = { YES_NO: 'YES', COUNT_OF_SAMPLE: null, NUMBER: null };

/** The condition under which a question is shown: an answer to an earlier question. */
export interface ShownWhen {
  code: string;
  op: '<' | '=' | '!=';
  value: 'YES' | 'NO' | 'NA' | number;
}

/** A question that the form engine can work with. */
export interface Question extends Omit<QuestionSource, 'goodAnswer' | 'shownWhen'> {
  good: GoodAnswer;
  shownWhen: ShownWhen | null;
}

/** Questions in the order in which they are asked; each depends on earlier ones only. */
export interface CompiledForm {
  readonly questions: readonly Question[];
}

const NUMBER = String.raw`\d+(?:\.\d+)?`;

/** How the good answer of each type is read from its text; null where it is not understood. */
const goodAnswerReaders: Record<AnswerType, (text: string) => GoodAnswer | null> = {
  YES_NO: (text) => (text === 'YES' ? { kind: 'YES' } : null),
  COUNT_OF_SAMPLE: (text) => {
    const share = /^(\d+)\/(\d+)$/.exec(text);
    const [needed, sample] = [Number(share?.[1]), Number(share?.[2])];
    return needed >= 1 && needed <= sample ? { kind: 'SHARE', needed, sample } : null;
  },
  NUMBER: (text) => {
    const bound = new RegExp(`^(>=|<=)(${NUMBER})$`).exec(text);
    return bound && { kind: 'BOUND', op: bound[1] as '>=' | '<=', bound: Number(bound[2]) };
  },
};

/**
 * Parses the good answer of a question of that type.
 * @throws Refusal INVALID_INPUT on the field `goodAnswer`.
 */
export function parseGoodAnswer(answerType: AnswerType, text: string): GoodAnswer {
  return (
    goodAnswerReaders[answerType](text.replaceAll(' ', '')) ??
    refuse('INVALID_INPUT', goodAnswerHelp[answerType], { field: 'goodAnswer' })
  );
}

const goodAnswerHelp: Record<AnswerType, Wording> = {
  YES_NO: {
    vi: 'Câu hỏi Đạt / Chưa đạt có câu trả lời tốt là YES.',
    en: 'The good answer of a yes-or-no question is YES.',
  },
  COUNT_OF_SAMPLE: {
    vi: 'Hãy viết số cần đạt trên số mẫu, ví dụ 5/5.',
    en: 'Write how many of the sample are needed, such as 5/5.',
  },
  NUMBER: { vi: 'Hãy viết ngưỡng, ví dụ >=98 hoặc <=0.', en: 'Write the bound, such as >=98 or <=0.' },
};

/**
 * Parses the condition of a question; an empty text means "always shown".
 * @throws Refusal INVALID_INPUT on the field `shownWhen`.
 */
export function parseCondition(text: string | null): ShownWhen | null {
  if (text === null || text.trim() === '') return null;
  const match = new RegExp(`^(\\w+)\\s*(<|!=|=)\\s*(YES|NO|NA|${NUMBER})$`).exec(text.trim());
  const [, code, op, value] = match ?? [];
  const number = Number(value);
  if (!code || !value || (op === '<' && Number.isNaN(number))) {
    return refuse(
      'INVALID_INPUT',
      {
        vi: `Chưa hiểu điều kiện “${text}”: hãy viết mã câu hỏi, dấu <, = hoặc !=, rồi YES, NO, NA hoặc một số, ví dụ C01 < 100.`,
        en: `The condition “${text}” is not understood: write a question code, <, = or !=, then YES, NO, NA or a number, such as C01 < 100.`,
      },
      { field: 'shownWhen' },
    );
  }
  return { code, op: op as ShownWhen['op'], value: Number.isNaN(number) ? (value as 'YES' | 'NO' | 'NA') : number };
}

/**
 * Builds a form from the questions of a template version: the gate of `publish`.
 * @throws Refusal INVALID_INPUT on `questions` or `questions.<index>.…`: no question at all, a code
 *   twice, a weight outside 1 to 3, a good answer or condition that is not understood, a condition on
 *   a question that does not come earlier.
 */
export function compileForm(sources: readonly QuestionSource[]): CompiledForm {
  if (sources.length === 0) {
    refuse(
      'INVALID_INPUT',
      { vi: 'Mẫu phiếu cần ít nhất một câu hỏi.', en: 'A template needs at least one question.' },
      { field: 'questions' },
    );
  }
  const earlier = new Set<string>();
  const questions = sources.map((source, index) => {
    const question = compileQuestion(source, `questions.${index}`, earlier);
    earlier.add(source.code);
    return question;
  });
  return { questions };
}

function compileQuestion(
  { goodAnswer, shownWhen, ...source }: QuestionSource,
  field: string,
  earlier: ReadonlySet<string>,
): Question {
  const { code, weight, answerType } = source;
  if (earlier.has(code)) {
    refuse(
      'INVALID_INPUT',
      { vi: `Mã câu hỏi ${code} bị trùng: hãy đặt mã khác.`, en: `The code ${code} is used twice: choose another.` },
      { field: `${field}.code` },
    );
  }
  if (!(weight >= 1 && weight <= 3)) {
    refuse(
      'INVALID_INPUT',
      { vi: `Trọng số của câu ${code} phải từ 1 đến 3.`, en: `The weight of ${code} must be from 1 to 3.` },
      { field: `${field}.weight` },
    );
  }
  const condition = parseCondition(shownWhen);
  if (condition && !earlier.has(condition.code)) {
    refuse(
      'INVALID_INPUT',
      {
        vi: `Câu ${code} phụ thuộc câu ${condition.code}: hãy đặt câu ${condition.code} ở phía trước.`,
        en: `${code} depends on ${condition.code}: put ${condition.code} before it.`,
      },
      { field: `${field}.shownWhen` },
    );
  }
  return { ...source, good: parseGoodAnswer(answerType, goodAnswer), shownWhen: condition };
}
