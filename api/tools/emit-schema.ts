import 'reflect-metadata';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { writeFileSync } from 'node:fs';
import { buildSchema } from '../server.js';
import { projectFile } from '../platform/config.js';

writeFileSync(projectFile('docs/schema.graphql'), `${printSchema(lexicographicSortSchema(await buildSchema()))}\n`);
console.log('docs/schema.graphql is written');
