import { readFileSync } from 'node:fs';
import { isObjectType, lexicographicSortSchema, printSchema } from 'graphql';
import { expect, test } from 'vitest';
import { permissions, permissionExtension } from '#api/access/index.js';
import { buildSchemaOfHouse } from '#api/house.js';
import { projectFile } from '#api/platform/config.js';
import { schemaDifference } from '#api/platform/database/difference.js';
import { useHouse } from '../../support/house.js';

const it = useHouse();

test('docs/schema.graphql is what the house serves', async () => {
  const served = `${printSchema(lexicographicSortSchema(await buildSchemaOfHouse()))}\n`;
  expect(readFileSync(projectFile('docs/schema.graphql'), 'utf8'), 'run: npm run schema').toBe(served);
});

test('every root field states a permission of the catalogue', async () => {
  const schema = await buildSchemaOfHouse();
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
  expect(await schemaDifference(it.house.orm)).toEqual([]);
});
