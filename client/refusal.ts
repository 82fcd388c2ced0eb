import type { RefusalCode as ServerCode } from '../api/rules/refusal';

/** The server's codes, a fault of the server, and a request that did not arrive. */
export type RefusalCode = ServerCode | 'INTERNAL' | 'NETWORK';

/** One of several faults of one refusal. */
export interface Problem {
  field?: string;
  rule?: string;
  message: string;
}

/** Why something was not done, in the reader's language. */
export interface Refusal {
  code: RefusalCode;
  message: string;
  /** Path of the input field at fault, such as `actions.0.dueOn`. */
  field?: string;
  /** Code of the violated rule. */
  rule?: string;
  /** For the administrator, with INTERNAL. */
  requestId?: string;
  /** Seconds after which it makes sense to try again. */
  retryAfter?: number;
  /** What stands there now, with VERSION_CONFLICT, where both can be shown. */
  current?: Record<string, unknown>;
  /** Everything that is wrong, the first fault included when it names a field. */
  problems: Problem[];
  /** The message that belongs to a field, by its path in the input. */
  fieldError(path: string): string | undefined;
}
