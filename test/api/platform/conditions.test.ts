import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { always, either, every, isNotTrue, never } from '#api/platform/reads/index.js';
import { useServer } from '../../support/server.js';

const it = useServer();
const open = sql`n.state = 'OPEN'`;

describe('conditions whose answer is known', () => {
  test.each([
    ['no choice', () => either(), never],
    ['nothing to hold', () => every(), always],
    ['one of which always holds', () => either(open, always), always],
    ['one of which never holds', () => every(open, never), never],
    ['the opposite of always', () => isNotTrue(always), never],
    ['the opposite of never', () => isNotTrue(never), always],
  ])('%s is not sent to the database', (_what, made, known) => expect(made()).toBe(known));

  test('what is left is sent alone', () => {
    const kysely = it.server.orm.em.getKysely();
    const text = (made: typeof open) => made.compile(kysely).sql;
    expect(text(either(never, open, never))).toBe(text(every(always, open)));
    expect(text(either(never, open))).not.toMatch(/true|false/);
  });
});

test('the opposite of what is unknown holds', async () => {
  const kysely = it.server.orm.em.getKysely();
  const { rows } = await sql<{ holds: boolean }>`select ${isNotTrue(sql`null::text = 'x'`)} as holds`.execute(kysely);
  expect(rows).toEqual([{ holds: true }]);
});
