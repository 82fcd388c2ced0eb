import type { CombinedError } from '@urql/core';
import { refusalCodes, type Wording } from '../../api/rules/refusal';
import { language } from '../i18n/language';
import type { Problem, Refusal, RefusalCode } from '../refusal';
import { useTransportWords } from './words';

const codes: ReadonlySet<string> = new Set(refusalCodes);

const bare = (path: string) => path.replace(/^input\./, '');

interface Extensions {
  code?: string;
  field?: string;
  rule?: string;
  requestId?: string;
  retryAfter?: number;
  current?: Record<string, unknown>;
  problems?: { field?: string; rule?: string; message?: string; words?: Wording }[];
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
