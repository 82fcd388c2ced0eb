import { expect, test } from 'vitest';
import { useServer } from '../../support/server.js';

const it = useServer();

test('three clause sets in both languages, mapped to each other', async () => {
  const { clauseSets } = await (
    await it.as('thuybp.bt')
  ).ask(
    `
      { clauseSets { code isCurrent isDraft clauses { number title titleEn isAuditable isLeaf mapsTo { to {
        number set { code } } } } } }`,
  );
  expect(clauseSets.map((set: any) => [set.code, set.clauses.length])).toEqual([
    ['ISO9001_2008', 72],
    ['ISO9001_2015', 94],
    ['ISO9001_2026', 94],
  ]);
  const current = clauseSets.find((set: any) => set.isCurrent);
  expect(current.code).toBe('ISO9001_2015');
  expect(current.clauses.filter((clause: any) => clause.isAuditable)).toHaveLength(65);
  const documented = clauseSets[0].clauses.find((clause: any) => clause.number === '4.2.3');
  expect(documented.mapsTo.map(({ to }: any) => `${to.set.code} ${to.number}`)).toContain('ISO9001_2015 7.5.3');
});

test('one set alone, in one statement besides the session', async () => {
  const caller = await it.as('thuybp.bt');
  expect(
    await it.countStatements(() =>
      caller.ask(
        '{ clauseSets(code: "ISO9001_2015") { clauses { number parent { number } mapsTo { to { number } } } } }',
      ),
    ),
  ).toBe(2);
  expect(await caller.ask('{ clauseSets(code: "ISO9001_1987") { code } }')).toEqual({ clauseSets: [] });
});
