import graphqlEslint from '@graphql-eslint/eslint-plugin';
import { ESLint, type Linter } from 'eslint';
import { buildSchema, isObjectType } from 'graphql';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { entities } from '#api/server.js';
import { projectFile } from '#api/platform/config.js';

const file = projectFile('docs/schema.graphql');
const recommended = graphqlEslint.configs['flat/schema-recommended'].rules as Linter.RulesRecord;
const [severity, naming] = recommended['@graphql-eslint/naming-convention'] as [Linter.RuleSeverity, object];
const { EnumValueDefinition: _, ...otherNames } = naming as Record<string, unknown>;

const records = new Set(entities.map(({ name }) => name));
const values = Object.values(buildSchema(readFileSync(file, 'utf8')).getTypeMap())
  .filter((type) => isObjectType(type) && !type.name.startsWith('__') && !records.has(type.name))
  .map(({ name }) => name);

/** The recommended rules, and where we differ. */
const rules: Linter.RulesRecord = {
  ...recommended,
  // What viewerCan names is called as the lifecycles and the trail call it: `confirmPlan`.
  '@graphql-eslint/naming-convention': [
    severity,
    { ...otherNames, 'EnumValueDefinition[parent.name.value!=/Act$/]': 'UPPER_CASE' },
  ],
  // A record has an id. A value that is part of one, such as a line of an agenda or a figure, has none.
  '@graphql-eslint/strict-id-in-types': ['error', { exceptions: { types: values } }],
};

test('the schema passes the recommended rules of graphql-eslint', { timeout: 60_000 }, async () => {
  const eslint = new ESLint({
    cwd: projectFile(''),
    overrideConfigFile: true,
    overrideConfig: {
      files: ['**/*.graphql'],
      plugins: { '@graphql-eslint': graphqlEslint as unknown as ESLint.Plugin },
      languageOptions: {
        parser: graphqlEslint.parser as Linter.Parser,
        parserOptions: { graphQLConfig: { schema: file } },
      },
      rules,
    },
  });
  const [result] = await eslint.lintFiles([file]);
  expect(result!.messages.map(({ ruleId, message, line }) => `${line} ${ruleId} ${message}`)).toEqual([]);
});
