import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { projectFile } from '#api/platform/config.js';

/** The schema of the API as `docs/schema.graphql` has it. */
export const schema = buildSchema(readFileSync(projectFile('docs/schema.graphql'), 'utf8'));
