import { unwrapResolverError } from '@apollo/server/errors';
import { OptimisticLockError } from '@mikro-orm/core';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import type { Language } from '../../rules/languages.js';
import { Refusal, type Wording } from '../../rules/refusal.js';
import { MalformedRequest } from '../reads/malformed.js';

const malformed: Wording = {
  vi: 'Yêu cầu gửi lên không đúng dạng. Hãy tải lại trang rồi thử lại.',
  en: 'The request is not well formed. Reload the page and try again.',
};
const internal: Wording = {
  vi: 'Hệ thống gặp lỗi. Hãy thử lại; nếu vẫn lỗi, hãy gửi mã yêu cầu cho quản trị hệ thống.',
  en: 'Something went wrong on our side. Try again; if it stays, give the request id to the administrator.',
};
const conflict: Wording = {
  vi: 'Người khác vừa sửa bản ghi này. Hãy tải lại để xem bản mới rồi làm tiếp.',
  en: 'Someone changed this meanwhile. Reload to see the new state, then go on.',
};
const duplicate: Wording = {
  vi: 'Đã có bản ghi như vậy. Hãy tải lại trang để xem.',
  en: 'There is such a record already. Reload the page to see it.',
};

/**
 * SQLSTATE codes of impossible values: a text that is no UUID, number or date; a value out of range; NUL; a
 * foreign key to a missing row.
 */
const impossible = ['22P02', '22003', '22007', '22008', '22021', '22P05', '23503'];

/** Turns an error of the database (two people changed the same thing, or a value is impossible) into a refusal. */
function refusalOfDatabase(error: unknown): Refusal | undefined {
  if (error instanceof OptimisticLockError) return new Refusal('VERSION_CONFLICT', conflict);
  const code = (error as { code?: string }).code;
  if (code !== undefined && impossible.includes(code)) return new Refusal('INVALID_INPUT', malformed);
  if (code === '23505') return new Refusal('DUPLICATE', duplicate);
  if (code === '40001' || code === '40P01') return new Refusal('VERSION_CONFLICT', conflict);
  return undefined;
}

function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof MalformedRequest) return new Refusal('INVALID_INPUT', malformed);
  return refusalOfDatabase(error);
}

/** The one shape of an error in the answer of a request. */
export function formatError(
  formatted: GraphQLFormattedError,
  thrown: unknown,
  request: { language: Language; requestId: string; log: Logger },
): GraphQLFormattedError {
  const error = unwrapResolverError(thrown);
  const { path, locations } = formatted;
  const place = { ...(locations && { locations }), ...(path && { path }) };
  const refusal = refusalOf(error);
  // The input should have been refused before it reached the database, with the field at fault.
  if (refusal && impossible.includes((error as { code?: string }).code ?? ''))
    request.log.warn({ err: error, requestId: request.requestId }, 'the database refused a value');
  if (refusal) {
    const { problems, ...detail } = refusal.detail;
    return {
      ...place,
      message: refusal.words[request.language],
      extensions: {
        code: refusal.code,
        ...detail,
        ...(problems && {
          problems: problems.map(({ words, ...rest }) => ({ ...rest, message: words[request.language] })),
        }),
      },
    };
  }
  const code = formatted.extensions?.['code'];
  // Without a path it is about the request: no field of ours was asked.
  if (error instanceof GraphQLError && (code !== 'INTERNAL_SERVER_ERROR' || path === undefined)) {
    // What graphql-js, Apollo and the armour say of a malformed request is for programmers.
    return {
      ...place,
      message: malformed[request.language],
      extensions: { code: 'INVALID_INPUT', detail: formatted.message },
    };
  }
  return { ...place, ...internalError(error, request) };
}

/** Logs an error of ours; whoever asked learns the id under which it stands in the log, and nothing else. */
export function internalError(
  error: unknown,
  { language, requestId, log }: { language: Language; requestId: string; log: Logger },
): { message: string; extensions: { code: 'INTERNAL'; requestId: string } } {
  log.error({ err: error, requestId }, 'request failed');
  return { message: internal[language], extensions: { code: 'INTERNAL', requestId } };
}
