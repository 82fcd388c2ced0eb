import { refuse, type Wording } from './refusal.js';

/** How severe a problem is: BLOCKING stops the next event, WARNING is only shown. */
export type CheckSeverity = 'BLOCKING' | 'WARNING';

/** One thing that an automatic check found. */
export interface CheckProblem {
  /** Code of the check, such as `OVER_LIMIT`. */
  code: string;
  severity: CheckSeverity;
  /** What is wrong and what to do. */
  words: Wording;
  /** Path of the field at fault, if there is one. */
  field?: string;
}

/** The problems that stop the next event. */
export function blockingProblems<R extends CheckProblem>(results: readonly R[]): R[] {
  return results.filter((result) => result.severity === 'BLOCKING');
}

/**
 * Passes if no problem is blocking.
 * @throws Refusal RULE_VIOLATED with the first blocking problem's words and code, and all of them in
 *   `problems`.
 */
export function refuseBlocking(results: readonly CheckProblem[]): void {
  const [first, ...others] = blockingProblems(results);
  if (!first) return;
  refuse('RULE_VIOLATED', countedWords(first.words, others.length), {
    rule: first.code,
    ...(first.field ? { field: first.field } : {}),
    problems: [first, ...others].map(({ code, field, words }) =>
      field ? { rule: code, field, words } : { rule: code, words },
    ),
  });
}

/** One fault of an input, with the field it is in. */
export interface InputProblem {
  field: string;
  words: Wording;
}

/**
 * Passes if the list is empty.
 * @throws Refusal INVALID_INPUT on the first problem's field, with all of them in `problems`.
 */
export function refuseProblems(problems: readonly InputProblem[]): void {
  const [first, ...others] = problems;
  if (!first) return;
  refuse('INVALID_INPUT', countedWords(first.words, others.length), { field: first.field, problems: [...problems] });
}

function countedWords(words: Wording, others: number): Wording {
  if (others === 0) return words;
  return {
    vi: `${words.vi} (và ${others} điểm khác cần sửa)`,
    en: `${words.en} (and ${others} more to put right)`,
  };
}
