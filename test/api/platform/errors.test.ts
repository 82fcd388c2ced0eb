import { GraphQLError } from 'graphql';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { formatError } from '#api/platform/graphql/errors.js';
import { MalformedRequest } from '#api/platform/reads/malformed.js';

/** What a request is answered when this is thrown in a field, and what is logged. */
function answered(thrown: Error) {
  const logged: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) });
  const { extensions } = formatError(
    { message: thrown.message, path: ['field'], extensions: { code: 'INTERNAL_SERVER_ERROR' } },
    new GraphQLError(thrown.message, { originalError: thrown, path: ['field'] }),
    { language: 'vi', requestId: 'r-1', log },
  );
  return { code: extensions?.['code'], logged: logged.length };
}

test('bug: any RangeError was taken for bad input, and no log showed it', () => {
  expect(answered(new RangeError('Invalid array length'))).toEqual({ code: 'INTERNAL', logged: 1 });
});

test('a request that no screen of ours sends is bad input', () => {
  expect(answered(new MalformedRequest('Not a cursor of this list'))).toEqual({ code: 'INVALID_INPUT', logged: 0 });
});
