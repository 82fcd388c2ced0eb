import type { CombinedError } from '@urql/core';
import type { RefusalCode as ServerCode } from '../../api/rules/refusal';
import { language } from '../i18n/language';
import { useTransportWords } from './words';

/** The server's codes, a fault of the server, and a request that did not arrive. */
export type RefusalCode = ServerCode | 'INTERNAL' | 'NETWORK';

/** One of several faults told at once. */
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

const codes: ReadonlySet<string> = new Set<RefusalCode>([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'INVALID_INPUT',
  'TRANSITION_NOT_ALLOWED',
  'RULE_VIOLATED',
  'VERSION_CONFLICT',
  'DUPLICATE',
  'RATE_LIMITED',
]);

const bare = (path: string) => path.replace(/^input\./, '');

interface Extensions {
  code?: string;
  field?: string;
  rule?: string;
  requestId?: string;
  retryAfter?: number;
  current?: Record<string, unknown>;
  problems?: { field?: string; rule?: string; message?: string; words?: { vi: string; en: string } }[];
}

function make(parts: Omit<Refusal, 'fieldError'>): Refusal {
  return {
    ...parts,
    fieldError: (path) =>
      parts.problems.find((problem) => problem.field !== undefined && bare(problem.field) === path)?.message,
  };
}

/** Turns an error of the transport into what a person can act on. */
export function toRefusal(error: CombinedError): Refusal {
  const t = useTransportWords();
  const first = error.graphQLErrors[0];
  if (!first) {
    const answered = (error.response as Response | undefined)?.status;
    return answered
      ? make({ code: 'INTERNAL', message: t.internal(), problems: [] })
      : make({ code: 'NETWORK', message: t.offline, problems: [] });
  }
  const extensions = first.extensions as Extensions;
  if (!extensions.code || !codes.has(extensions.code)) {
    return make({
      code: 'INTERNAL',
      message: t.internal(extensions.requestId),
      requestId: extensions.requestId,
      problems: [],
    });
  }
  const own: Problem[] = extensions.field
    ? [{ field: extensions.field, rule: extensions.rule, message: first.message }]
    : [];
  const others = (extensions.problems ?? []).map((problem) => ({
    field: problem.field,
    rule: problem.rule,
    message: problem.message ?? problem.words?.[language()] ?? first.message,
  }));
  return make({
    code: extensions.code as RefusalCode,
    message: first.message,
    field: extensions.field && bare(extensions.field),
    rule: extensions.rule,
    requestId: extensions.requestId,
    retryAfter: extensions.retryAfter,
    current: extensions.current,
    problems: [...own, ...others.filter((problem) => !own.some((each) => each.field === problem.field))],
  });
}
