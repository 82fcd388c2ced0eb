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
