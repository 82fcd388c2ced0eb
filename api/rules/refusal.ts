import type { Language } from './languages.js';

/** A sentence for people, in every language of the interface. */
export type Wording = Record<Language, string>;

/** Why a request was not carried out; the `extensions.code` of the GraphQL error. */
export const refusalCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'INVALID_INPUT',
  'TRANSITION_NOT_ALLOWED',
  'RULE_VIOLATED',
  'VERSION_CONFLICT',
  'DUPLICATE',
  'RATE_LIMITED',
] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** Further details of a refusal for programs: the field at fault, the rule's code, the seconds to wait. */
export interface RefusalDetail {
  /** Path of the input field at fault, such as `actions.0.dueOn`. */
  field?: string;
  /** Code of the rule that was violated, such as `R03` or `TIME_LIMIT`. */
  rule?: string;
  /** Seconds after which it makes sense to try again. */
  retryAfter?: number;
  /** With VERSION_CONFLICT: the current content, if the client can show both versions. */
  current?: Record<string, unknown>;
  /** All faults, if several are reported at once. */
  problems?: { field?: string; rule?: string; words: Wording }[];
}

/**
 * The one error that is thrown on purpose: the request is refused, nothing is changed, and the words say what
 * to do. Any other error that is thrown is a bug (INTERNAL).
 */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly words: Wording,
    readonly detail: RefusalDetail = {},
  ) {
    super(words.en);
    this.name = 'Refusal';
  }
}

/** Throws a {@link Refusal}. Usable as an expression: `find() ?? refuse('NOT_FOUND', …)`. */
export function refuse(code: RefusalCode, words: Wording, detail?: RefusalDetail): never {
  throw new Refusal(code, words, detail);
}
