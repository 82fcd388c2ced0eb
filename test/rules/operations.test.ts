import { Kind, parse } from 'graphql';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const textsIn = (folder: string, isMeant: (file: string) => boolean) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(isMeant)
    .map((file) => read(path.join(folder, file)));

/** Queries that serve programs and no screen. */
const withoutScreen = ['inspectionTemplate'];

const operations = textsIn('client', (file) => file.endsWith('.graphql')).flatMap((text) =>
  parse(text).definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION),
);

test('every query and mutation is sent by the client', () => {
  const fields = parse(read('docs/schema.graphql')).definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION && ['Query', 'Mutation'].includes(definition.name.value)
      ? (definition.fields ?? []).map(({ name }) => name.value)
      : [],
  );
  const sent = new Set(
    operations.flatMap(({ selectionSet }) =>
      selectionSet.selections.flatMap((field) => (field.kind === Kind.FIELD ? [field.name.value] : [])),
    ),
  );
  expect(fields.length).toBeGreaterThan(100);
  expect(fields.filter((field) => !sent.has(field))).toEqual(withoutScreen);
});

test('every operation of the client is used by a screen', () => {
  const code = textsIn('client', (file) => /\.tsx?$/.test(file) && !file.includes('generated')).join('\n');
  const names = operations.map(({ name }) => name!.value);
  expect(names.length).toBeGreaterThan(100);
  expect(names.filter((name) => !new RegExp(`\\b${name}Document\\b`).test(code))).toEqual([]);
});
