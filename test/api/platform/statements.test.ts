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
