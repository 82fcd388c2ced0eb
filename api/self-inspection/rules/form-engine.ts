import { refuseProblems, type InputProblem } from '../../rules/checks.js';
import type { Wording } from '../../rules/refusal.js';
import { weightedScore } from '../../rules/score.js';
import { tidyText } from '../../rules/text.js';
import type { ShownWhen, CompiledForm, Question } from './questions.js';

/** What a person answered to one question. */
export interface Answer {
  /** Đạt, Chưa đạt, Không áp dụng; or a number; or how many dossiers of the sample were good. */
  value: 'YES' | 'NO' | 'NA' | number;
  /** The real size of the sample, if there were fewer dossiers than asked for. */
  sample?: number | null;
  note?: string | null;
  /** How many photos are attached. */
  photos?: number;
  /** Codes of the dossiers that were checked. */
  dossiers?: readonly string[];
}

/** Answers by question code. */
export type Answers = Readonly<Record<string, Answer | undefined>>;

/**
 * The status of a question: NOT_SHOWN (counts as not applicable), UNANSWERED, INVALID (an impossible answer),
 * NOT_APPLICABLE, GOOD, BAD (also a count that is too low).
 */
export type ItemStatus = 'NOT_SHOWN' | 'UNANSWERED' | 'INVALID' | 'NOT_APPLICABLE' | 'GOOD' | 'BAD';

/** One question with its answer and its result. */
export interface Item {
  question: Question;
  /** The answer that counts; null if the question is not shown, or not validly answered. */
  answer: Answer | null;
  status: ItemStatus;
  /** From 0 to 1; null where the question does not count towards the score. */
  value: number | null;
  /** What is missing or wrong. Fields: `answers.<code>`, and `.note`, `.photos`, `.dossiers` below it. */
  problems: InputProblem[];
}

/** The result of the whole form. */
export interface FormResult {
  items: Item[];
  /** From 0 to 1 over the answered questions that apply; null if there are none. */
  score: number | null;
  /** The score of every group, in the order of the form. */
  groups: { group: string; score: number | null }[];
  /** Codes of the failed critical questions. */
  failedCritical: string[];
  /** Codes of all failed questions: each may become a nonconformity. */
  failed: string[];
  /** How many questions are shown, and how many of these are answered. */
  shown: number;
  answered: number;
  /** What must be corrected before the form can be submitted. */
  problems: InputProblem[];
}

/** Evaluates a form with the answers given so far. Answers to questions that are not shown do not count. */
export function evaluateForm(form: CompiledForm, answers: Answers): FormResult {
  const items: Item[] = [];
  const byCode = new Map<string, Item>();
  for (const question of form.questions) {
    const item = evaluateQuestion(question, isShown(question.shownWhen, byCode), answers[question.code]);
    items.push(item);
    byCode.set(question.code, item);
  }
  const failed = items.filter(({ status }) => status === 'BAD');
  const shown = items.filter(({ status }) => status !== 'NOT_SHOWN');
  return {
    items,
    score: scoreOf(items),
    groups: groupsOf(form).map((group) => ({
      group,
      score: scoreOf(items.filter(({ question }) => question.group === group)),
    })),
    failedCritical: failed.filter(({ question }) => question.critical).map(({ question }) => question.code),
    failed: failed.map(({ question }) => question.code),
    shown: shown.length,
    answered: shown.filter(({ answer }) => answer !== null).length,
    problems: items.flatMap(({ problems }) => problems),
  };
}

/**
 * Gate of `submit`: every shown question is answered, with its evidence.
 * @throws Refusal INVALID_INPUT with every problem.
 */
export function requireSubmittable(result: FormResult): void {
  refuseProblems(result.problems);
}

/**
 * Whether a question is shown, given the questions before it. An earlier question that is not shown
 * counts as NA; one that is not answered yet shows nothing.
 */
function isShown(condition: ShownWhen | null, earlier: ReadonlyMap<string, Item>): boolean {
  if (!condition) return true;
  const item = earlier.get(condition.code);
  const actual = item?.status === 'NOT_SHOWN' ? 'NA' : item?.answer?.value;
  if (actual === undefined) return false;
  switch (condition.op) {
    case '=':
      return actual === condition.value;
    case '!=':
      return actual !== condition.value;
    case '<':
      return typeof actual === 'number' && actual < Number(condition.value);
  }
}

function evaluateQuestion(question: Question, shown: boolean, input: Answer | undefined): Item {
  const item = { question, answer: null, value: null, problems: [] };
  if (!shown) return { ...item, status: 'NOT_SHOWN' };
  const field = `answers.${question.code}`;
  if (!input) {
    return {
      ...item,
      status: 'UNANSWERED',
      problems: [
        { field, words: { vi: `Hãy trả lời câu ${question.code}.`, en: `Answer question ${question.code}.` } },
      ],
    };
  }
  const fault = answerFault(question, input);
  if (fault) return { ...item, status: 'INVALID', problems: [{ field, words: fault }] };
  if (input.value === 'NA') return { ...item, answer: input, status: 'NOT_APPLICABLE' };
  const value = answerValue(question, input);
  const status = value === 1 ? 'GOOD' : 'BAD';
  return {
    question,
    answer: input,
    status,
    value,
    problems: evidenceProblems(question, input, status === 'GOOD', field),
  };
}

/** Why an answer is impossible, or null: wrong kind, a count above its sample, a negative number. */
export function answerFault({ code, good }: Question, { value, sample }: Answer): Wording | null {
  if (value === 'NA') return null;
  switch (good.kind) {
    case 'YES':
      return value === 'YES' || value === 'NO'
        ? null
        : {
            vi: `Câu ${code}: hãy chọn Đạt, Chưa đạt hoặc Không áp dụng.`,
            en: `${code}: choose met, not met or not applicable.`,
          };
    case 'BOUND':
      return isCount(value) ? null : noNumber(code);
    case 'SHARE':
      return isCount(value) ? shareFault(code, good.sample, value, sample ?? good.sample) : noNumber(code);
  }
}

const isCount = (value: Answer['value']): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

const noNumber = (code: string): Wording => ({
  vi: `Câu ${code}: hãy điền một số từ 0 trở lên, hoặc Không áp dụng.`,
  en: `${code}: fill in a number from 0 on, or not applicable.`,
});

function shareFault(code: string, most: number, value: number, size: number): Wording | null {
  if (!Number.isInteger(size) || size < 1 || size > most) {
    return {
      vi: `Câu ${code}: số mẫu phải từ 1 đến ${most}; không có mẫu nào thì chọn Không áp dụng.`,
      en: `${code}: the sample is 1 to ${most}; if there is none, choose not applicable.`,
    };
  }
  return Number.isInteger(value) && value <= size
    ? null
    : {
        vi: `Câu ${code}: số đạt phải là số nguyên từ 0 đến ${size}.`,
        en: `${code}: the number of good ones is a whole number from 0 to ${size}.`,
      };
}

/** How good a valid answer other than NA is: 1 if good, 0 if bad, the share for a count. */
function answerValue({ good }: Question, { value, sample }: Answer): number {
  switch (good.kind) {
    case 'YES':
      return value === 'YES' ? 1 : 0;
    case 'BOUND':
      return (good.op === '>=' ? Number(value) >= good.bound : Number(value) <= good.bound) ? 1 : 0;
    case 'SHARE': {
      const share = Number(value) / (sample ?? good.sample);
      return share >= good.needed / good.sample ? 1 : share;
    }
  }
}

/**
 * What evidence is missing. A bad answer always needs a note. NOTE needs a note; PHOTO a photo; DOSSIER a
 * dossier code, or, with a good answer, a note of what was checked (there may have been no such dossier). NONE
 * needs nothing for a good answer.
 */
function evidenceProblems({ code, evidence }: Question, answer: Answer, good: boolean, field: string): InputProblem[] {
  const note = tidyText(answer.note) !== '';
  const photo = (answer.photos ?? 0) > 0;
  const dossier = (answer.dossiers ?? []).some((dossierCode) => tidyText(dossierCode) !== '');
  const problems: InputProblem[] = [];
  if (!good && !note) {
    problems.push({
      field: `${field}.note`,
      words: { vi: `Câu ${code} chưa đạt: hãy ghi rõ điều chưa đạt.`, en: `${code} is not met: note what is wrong.` },
    });
  } else if (evidence === 'NOTE' && !note) {
    problems.push({
      field: `${field}.note`,
      words: { vi: `Câu ${code}: hãy ghi bằng chứng đã xem.`, en: `${code}: note the evidence you saw.` },
    });
  }
  if (evidence === 'PHOTO' && !photo) {
    problems.push({
      field: `${field}.photos`,
      words: { vi: `Câu ${code}: hãy chụp hoặc đính kèm ảnh.`, en: `${code}: take or attach a photo.` },
    });
  }
  if (evidence === 'DOSSIER' && !dossier && !(good && note)) {
    problems.push({
      field: `${field}.dossiers`,
      words: {
        vi: `Câu ${code}: hãy ghi mã hồ sơ đã xem.`,
        en: `${code}: give the codes of the dossiers you looked at.`,
      },
    });
  }
  return problems;
}

function scoreOf(items: readonly Item[]): number | null {
  return weightedScore(items.flatMap(({ value, question: { weight } }) => (value === null ? [] : [{ weight, value }])));
}

function groupsOf(form: CompiledForm): string[] {
  return [...new Set(form.questions.map(({ group }) => group))];
}
