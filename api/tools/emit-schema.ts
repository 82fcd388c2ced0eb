import 'reflect-metadata';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { writeFileSync } from 'node:fs';
import { buildSchemaOfHouse } from '../house.js';
import { projectFile } from '../platform/config.js';

writeFileSync(
  projectFile('docs/schema.graphql'),
  `${printSchema(lexicographicSortSchema(await buildSchemaOfHouse()))}\n`,
);
console.log('docs/schema.graphql is written');
