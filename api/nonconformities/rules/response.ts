import { isLocalDate, showDate, type LocalDate } from '../../rules/calendar.js';
import { refuseProblems, type InputProblem } from '../../rules/checks.js';
import type { Wording } from '../../rules/refusal.js';
import { textProblem, tidyText, type TextBounds } from '../../rules/text.js';
import type { ActionWindow } from './due-dates.js';
import type { ActionKind, CauseCategory } from './facts.js';

/** One action of a plan, as it is sent. */
export interface PlannedAction {
  kind: ActionKind;
  title: string;
  ownerId: string | null;
  dueOn: LocalDate | null;
}

/** The answer to a nonconformity (parts 2 to 4 of the slip). */
export interface Response {
  /** What was done at once (sự khắc phục). */
  correction: string;
  /** Who did it, and by which day it was done; null while not chosen. */
  correctedById: string | null;
  correctedOn: LocalDate | null;
  /** Of the root cause. */
  causeCategory: CauseCategory | null;
  /** One to five answers to "why?", each about the answer before; the last one is the root cause. */
  whys: readonly string[];
  actions: readonly PlannedAction[];
}

/** Most answers in a chain of causes (phân tích 5 Vì sao). */
export const MOST_WHYS = 5;

/** The root cause: the last answer of the chain, or null while there is none. */
export function rootCause(whys: readonly string[]): string | null {
  return whys.map(tidyText).findLast((why) => why !== '') ?? null;
}

/** Everything that is still missing or wrong in a response; empty if it can be sent. */
export function responseProblems(response: Response, window: ActionWindow): InputProblem[] {
  return [
    ...lengthProblem('correction', response.correction, { min: 10, max: 4000 }),
    ...correctionProblems(response, window.today),
    ...whyProblems(response.whys),
    ...(response.causeCategory ? [] : [{ field: 'causeCategory', words: noCategory }]),
    ...planProblems(response.actions, window),
  ];
}

/**
 * Passes if the response is complete.
 * @throws Refusal INVALID_INPUT with every problem and its field.
 */
export function requireCompleteResponse(response: Response, window: ActionWindow): void {
  refuseProblems(responseProblems(response, window));
}

/** What is wrong with a list of actions: fields `actions` and `actions.<index>.…`. */
export function planProblems(actions: readonly PlannedAction[], window: ActionWindow): InputProblem[] {
  const problems = actions.flatMap((action, index) => actionProblems(action, `actions.${index}`, window));
  if (actions.some(({ kind }) => kind === 'CORRECTIVE')) return problems;
  return [{ field: 'actions', words: noCorrectiveAction }, ...problems];
}

const noCorrectiveAction: Wording = {
  vi: 'Hãy thêm ít nhất một hành động khắc phục để loại bỏ nguyên nhân.',
  en: 'Add at least one corrective action that removes the cause.',
};

const noCategory: Wording = {
  vi: 'Hãy chọn nhóm của nguyên nhân gốc rễ.',
  en: 'Choose the category of the root cause.',
};

function correctionProblems({ correctedById, correctedOn }: Response, today: LocalDate): InputProblem[] {
  const isDay = correctedOn !== null && isLocalDate(correctedOn) && correctedOn <= today;
  return [
    ...(correctedById
      ? []
      : [{ field: 'correctedById', words: { vi: 'Hãy chọn người đã xử lý.', en: 'Choose who did it.' } }]),
    ...(isDay
      ? []
      : [
          {
            field: 'correctedOn',
            words: {
              vi: `Hãy chọn ngày đã xử lý xong, không sau hôm nay (${showDate(today)}).`,
              en: `Choose the day on which it was done, not after today (${showDate(today)}).`,
            },
          },
        ]),
  ];
}

function whyProblems(whys: readonly string[]): InputProblem[] {
  if (whys.length === 0) {
    return [
      {
        field: 'whys',
        words: {
          vi: 'Hãy trả lời ít nhất một câu hỏi “Vì sao?”; câu cuối cùng là nguyên nhân gốc rễ.',
          en: 'Answer “why?” at least once; the last answer is the root cause.',
        },
      },
    ];
  }
  if (whys.length > MOST_WHYS) {
    return [
      {
        field: 'whys',
        words: {
          vi: `Hãy rút gọn còn tối đa ${MOST_WHYS} câu “Vì sao?”.`,
          en: `Shorten the chain to at most ${MOST_WHYS} answers.`,
        },
      },
    ];
  }
  return whys.flatMap((why, index) => lengthProblem(`whys.${index}`, why, { min: 5, max: 1000 }));
}

function actionProblems({ title, ownerId, dueOn }: PlannedAction, field: string, window: ActionWindow): InputProblem[] {
  const problems = lengthProblem(`${field}.title`, title, { min: 5, max: 1000 });
  if (!ownerId) {
    problems.push({ field: `${field}.ownerId`, words: { vi: 'Hãy chọn người thực hiện.', en: 'Choose an owner.' } });
  }
  const due = dueProblem(dueOn, window);
  return due ? [...problems, { field: `${field}.dueOn`, words: due }] : problems;
}

/** What is wrong with the due date of an action, or null. */
export function dueProblem(dueOn: LocalDate | null, { today, latest }: ActionWindow): Wording | null {
  if (dueOn === null || !isLocalDate(dueOn)) return { vi: 'Hãy chọn hạn hoàn thành.', en: 'Choose a due date.' };
  if (dueOn < today) {
    return {
      vi: `Hạn hoàn thành không được trước hôm nay (${showDate(today)}).`,
      en: `The due date must not be before today (${showDate(today)}).`,
    };
  }
  if (dueOn > latest) {
    const last = showDate(latest);
    return {
      vi: `Hạn hoàn thành chậm nhất là ${last}; nếu cần thêm thời gian, hãy xin gia hạn sau khi kế hoạch được duyệt.`,
      en: `The due date is ${last} at the latest; for more time, ask for an extension once the plan is approved.`,
    };
  }
  return null;
}

function lengthProblem(field: string, text: string, bounds: TextBounds): InputProblem[] {
  const words = textProblem(text, bounds);
  return words ? [{ field, words }] : [];
}
