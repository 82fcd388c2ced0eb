import { readFileSync } from 'node:fs';
import { isObjectType, lexicographicSortSchema, printSchema } from 'graphql';
import { expect, test } from 'vitest';
import { permissions, permissionExtension } from '#api/access/index.js';
import { buildSchema } from '#api/server.js';
import { projectFile } from '#api/platform/config.js';
import { schemaDifference } from '#api/platform/database/difference.js';
import { useServer } from '../../support/server.js';

const it = useServer();

test('docs/schema.graphql is what the server serves', async () => {
  const served = `${printSchema(lexicographicSortSchema(await buildSchema()))}\n`;
  expect(readFileSync(projectFile('docs/schema.graphql'), 'utf8'), 'run: npm run schema').toBe(served);
});

test('every root field states a permission of the catalogue', async () => {
  const schema = await buildSchema();
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter((type) =>
    isObjectType(type),
  );
  const without = roots.flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => !(String(field.extensions[permissionExtension]) in permissions))
      .map((field) => `${type.name}.${field.name}`),
  );
  expect(without).toEqual([]);
});

test('the migrations make what the entities declare', async () => {
  expect(await schemaDifference(it.server.orm)).toEqual([]);
});

test('what no entity declares is a difference, unless a migration marked it as unused', async () => {
  await it.sql('alter table unit add column left_over text');
  await it.sql('create table left_over (id uuid primary key)');
  expect((await schemaDifference(it.server.orm)).join('\n')).toMatch(
    /drop table if exists "left_over"[^]*drop column "left_over"/,
  );
  await it.sql(`comment on column unit.left_over is 'unused since this test'`);
  await it.sql(`comment on table left_over is 'unused since this test'`);
  expect(await schemaDifference(it.server.orm)).toEqual([]);
  await it.sql('alter table unit alter column name drop not null');
  expect(await schemaDifference(it.server.orm)).toHaveLength(1);
});
