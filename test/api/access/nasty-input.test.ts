import { getNamedType } from 'graphql';
import { expect, test } from 'vitest';
import { buildSchema } from '#api/server.js';
import { operationsOf, mayCall, recordsOf } from '../../support/operations.js';
import { useServer } from '../../support/server.js';
import { nastyRequests } from '../../support/nasty-input.js';

/** People of Bạch Trúc and of the lead agency who between them may call everything. */
const people = ['P010', 'P011', 'P016', 'P014', 'P004'];
const it = useServer();

test('whatever is sent, nothing is answered with INTERNAL', async () => {
  const schema = await buildSchema();
  const callers = await Promise.all(
    people.map(async (code) => {
      const caller = await it.as(code);
      const { viewer } = await caller.ask('{ viewer { roles } }');
      return { caller, roles: viewer.roles as string[] };
    }),
  );
  const broken: string[] = [];
  for (const { operation, field, permission } of operationsOf(schema)) {
    const { caller } = callers.find(({ roles }) => mayCall(roles, permission)) ?? callers[0]!;
    const type = getNamedType(field.type).name.replace(/Connection$/, '');
    await it.sql('delete from rate_limit');
    const [record] = await recordsOf(it, type, 'LH-BT');
    for (const { query, variables, about } of nastyRequests(
      operation,
      field,
      record ?? { id: crypto.randomUUID(), version: 1 },
    )) {
      const { errors } = await caller.send(query, variables);
      if (errors?.some(({ extensions }) => extensions.code === 'INTERNAL')) broken.push(about);
    }
  }
  expect(broken.join('\n')).toBe('');
});
