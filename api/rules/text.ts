import { refuse, type Wording } from './refusal.js';

/** Shortest reason for anything: "A reason is never shorter than ten characters." */
export const SHORTEST_REASON = 10;
/** Longest reason that is kept. */
export const LONGEST_REASON = 2000;

/** How long a text may be, in characters after trimming. */
export interface TextBounds {
  min?: number;
  max?: number;
}

/**
 * A text without blanks around it, in one Unicode form, so that a Vietnamese letter typed as base plus mark
 * counts once. Null and undefined become the empty text.
 */
export function tidyText(text: string | null | undefined): string {
  return (text ?? '').normalize('NFC').trim();
}

/**
 * What is wrong with the length of a text, or null. Bounds default to 1 and 10 000 characters.
 */
export function textProblem(
  text: string | null | undefined,
  { min = 1, max = 10_000 }: TextBounds = {},
): Wording | null {
  const length = [...tidyText(text)].length;
  if (length === 0 && min > 0) {
    return {
      vi: `Hãy điền nội dung này${min > 1 ? `, ít nhất ${min} ký tự` : ''}.`,
      en: `Fill this in${min > 1 ? `, with at least ${min} characters` : ''}.`,
    };
  }
  if (length < min) {
    return {
      vi: `Hãy viết rõ hơn: cần ít nhất ${min} ký tự, mới có ${length}.`,
      en: `Say more: at least ${min} characters are needed, there are ${length}.`,
    };
  }
  if (length > max) {
    return {
      vi: `Hãy viết ngắn lại: tối đa ${max} ký tự, đang có ${length}.`,
      en: `Shorten this: at most ${max} characters, there are ${length}.`,
    };
  }
  return null;
}

/**
 * The tidied text of an input field.
 * @param field path of the input field, such as `actions.0.title`
 * @throws Refusal INVALID_INPUT on that field if it is too short or too long.
 */
export function requireText(field: string, text: string | null | undefined, bounds: TextBounds = {}): string {
  const problem = textProblem(text, bounds);
  return problem ? refuse('INVALID_INPUT', problem, { field }) : tidyText(text);
}

/**
 * The tidied reason: 10 to 2000 characters.
 * @throws Refusal INVALID_INPUT on the field `reason`.
 */
export function requireReason(text: string | null | undefined): string {
  const problem = textProblem(text, { min: SHORTEST_REASON, max: LONGEST_REASON });
  if (!problem) return tidyText(text);
  return refuse('INVALID_INPUT', { vi: `Lý do: ${problem.vi}`, en: `Reason: ${problem.en}` }, { field: 'reason' });
}
