import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import {
  buildASTSchema,
  isInputObjectType,
  getNullableType,
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  typeFromAST,
  validate,
  visit,
} from 'graphql';

const client = fileURLToPath(new URL('..', import.meta.url));
const target = join(client, 'graphql/generated');

const scalars = {
  DateTime: 'string',
  DateTimeISO: 'string',
  Date: 'string',
  LocalDate: 'string',
  UUID: 'string',
  ID: 'string',
  JSON: 'unknown',
  JSONObject: 'unknown',
  BigInt: 'string',
};

const typesConfig = {
  scalars,
  defaultScalarType: 'unknown',
  enumType: 'string-literal',
  skipTypename: true,
  useTypeImports: true,
  arrayInputCoercion: false,
};

/** The `.graphql` files of the client, those in folders of a module too: module → file (`rounds`, `planning/rounds`) → its definitions. */
function readOperations() {
  const modules = new Map();
  for (const module of readdirSync(client, { withFileTypes: true })) {
    if (!module.isDirectory() || module.name === 'graphql') continue;
    const files = readdirSync(join(client, module.name), { recursive: true })
      .filter((name) => name.endsWith('.graphql'))
      .map((name) => name.replaceAll(sep, '/').slice(0, -'.graphql'.length));
    if (files.length === 0) continue;
    const parsed = new Map(
      files.sort().map((name) => [name, parse(readFileSync(join(client, module.name, `${name}.graphql`), 'utf8'))]),
    );
    modules.set(module.name, parsed);
  }
  return modules;
}

/** The fragments of a module by name, so that the files of one module may share them. */
function fragmentsOf(files) {
  const fragments = new Map();
  for (const [name, document] of files) {
    for (const definition of document.definitions) {
      if (definition.kind !== Kind.FRAGMENT_DEFINITION) continue;
      if (fragments.has(definition.name.value))
        throw new Error(`${name}.graphql: fragment ${definition.name.value} is written twice in this module`);
      fragments.set(definition.name.value, definition);
    }
  }
  return fragments;
}

/** `definition` with every fragment it uses, directly or not. */
function withFragments(definition, fragments, found = new Set([definition])) {
  visit(definition, {
    FragmentSpread(spread) {
      const fragment = fragments.get(spread.name.value);
      if (!fragment)
        throw new Error(`${definition.name?.value}: there is no fragment ${spread.name.value} in this module`);
      if (!found.has(fragment)) {
        found.add(fragment);
        withFragments(fragment, fragments, found);
      }
    },
  });
  return [...found];
}

/**
 * How a mutation takes its input: see `InputShape` in document.ts.
 * @throws when `$input` is not its only variable: `useCommand` could not fill in the others
 */
function inputShapeOf(definition, schema) {
  const variables = definition.variableDefinitions ?? [];
  const input = variables.find((each) => each.variable.name.value === 'input');
  if (definition.operation !== 'mutation' || !input) return 'variables';
  if (variables.length > 1) throw new Error(`${definition.name.value}: a mutation with $input has no other variable`);
  const type = getNullableType(typeFromAST(schema, input.type));
  return isInputObjectType(type) && type.getFields().idempotencyKey ? 'input with key' : 'input';
}

const capital = (text) => text[0].toUpperCase() + text.slice(1);

/** Typed documents of one file. */
async function generateFile(module, name, files, schemaNode, schema) {
  const fragments = fragmentsOf(files);
  const own = files.get(name).definitions;
  const whole = new Set(own.flatMap((definition) => withFragments(definition, fragments)));
  const location = `client/${module}/${name}.graphql`;
  const everything = { kind: Kind.DOCUMENT, definitions: [...whole] };
  const faults = validate(schema, everything).filter((fault) => !/^Fragment "\w+" is never used/.test(fault.message));
  if (faults.length > 0) {
    const lines = faults.map((fault) => `  ${location}:${fault.locations?.[0]?.line ?? '?'} ${fault.message}`);
    throw new Error(`GraphQL operations do not fit docs/schema.graphql:\n${lines.join('\n')}`);
  }
  const types = await codegen({
    filename: location,
    schema: schemaNode,
    documents: [{ location, document: everything }],
    config: {},
    plugins: [{ operations: typesConfig }],
    pluginMap: { operations },
    skipDocumentsValidation: true,
  });
  const documents = own
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .map((definition) => {
      const title = capital(definition.name.value);
      const kind = capital(definition.operation);
      const text = stripIgnoredCharacters(withFragments(definition, fragments).map(print).join('\n'));
      const shape = inputShapeOf(definition, schema);
      const more = shape === 'variables' ? '' : `, '${shape}'`;
      return `export const ${title}Document = typedDocument<${title}${kind}, ${title}${kind}Variables>(${JSON.stringify(text)}${more});\n`;
    });
  return `// Written by client/graphql/codegen.mjs from ${location}. Do not edit.\nimport { typedDocument } from '${'../'.repeat(name.split('/').length + 1)}document';\n\n${types}\n${documents.join('')}`;
}

/** Writes a file only if its text changed, so that watchers stay quiet. */
function writeIfChanged(path, text) {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/**
 * Writes the typed documents of every module's `.graphql` files, and removes those whose file is gone.
 * @param {string} schemaFile path of the schema in SDL
 * @returns {Promise<number>} how many files were made
 * @throws when an operation does not fit the schema, with file and line
 */
export async function generateDocuments(schemaFile) {
  const schemaNode = parse(readFileSync(schemaFile, 'utf8'));
  const schema = buildASTSchema(schemaNode);
  const kept = new Set();
  const faults = [];
  for (const [module, files] of readOperations()) {
    for (const name of files.keys()) {
      const path = join(target, module, `${name}.ts`);
      kept.add(path);
      try {
        writeIfChanged(path, await generateFile(module, name, files, schemaNode, schema));
      } catch (error) {
        faults.push(error instanceof Error ? error.message : String(error));
      }
    }
  }
  removeOthers(kept);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return kept.size;
}

function removeOthers(kept) {
  if (!existsSync(target)) return;
  for (const entry of readdirSync(target, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !kept.has(path)) rmSync(path);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const schemaFile = process.argv[2] ?? join(client, '../docs/schema.graphql');
  const count = await generateDocuments(schemaFile);
  console.log(`${count} files in ${relative(process.cwd(), target)}`);
}
