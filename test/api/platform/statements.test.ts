import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { clientLists } from '../../support/client-queries.js';
import { useServer } from '../../support/server.js';

const it = useServer();
const lists = clientLists(path.resolve(import.meta.dirname, '../../..'));

describe('every list a screen asks for', () => {
  test('is found', () => {
    expect(lists.length).toBeGreaterThan(8);
  });

  test.each(lists)(
    '$module $name costs three SQL statements at most, the session included',
    async ({ text, variables }) => {
      const head = await it.as('thuybp.bt');
      expect(await it.countStatements(() => head.send(text, variables))).toBeLessThanOrEqual(3);
    },
  );
});

test('whoever asks is read by a statement that a connection plans a few times, not with each request', async () => {
  const person = await it.as('phunb.bt');
  for (let times = 0; times < 8; times += 1) await person.ask('{ viewer { userName } }');
  const [prepared] = await it.sql(
    `select generic_plans + custom_plans as runs, custom_plans as planned
     from pg_prepared_statements where name = 'viewer'`,
  );
  expect(Number(prepared!['runs'])).toBeGreaterThanOrEqual(8);
  expect(Number(prepared!['planned'])).toBeLessThan(Number(prepared!['runs']));
});
