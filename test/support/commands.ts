import { readFileSync } from 'node:fs';
import { buildSchema, getNamedType, isObjectType, type GraphQLField, type GraphQLObjectType } from 'graphql';
import { projectFile } from '#api/platform/config.js';

const mutations = buildSchema(readFileSync(projectFile('docs/schema.graphql'), 'utf8'))
  .getMutationType()!
  .getFields();

function mutationOf(name: string): GraphQLField<unknown, unknown> {
  const field = mutations[name];
  if (!field) throw new Error(`There is no mutation ${name}`);
  return field;
}

/**
 * The document of a mutation: its arguments as the schema has them.
 * @param fields what is asked of its answer; by default id and version, where it has them
 */
export function mutation(name: string, fields?: string): string {
  const { args, type } = mutationOf(name);
  const answer = getNamedType(type);
  const declared = args.map((argument) => `$${argument.name}: ${String(argument.type)}`).join(', ');
  const passed = args.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  const selection = isObjectType(answer) ? ` { ${fields ?? headOf(answer)} }` : '';
  return `mutation ${declared && `(${declared})`} { ${name}${passed && `(${passed})`}${selection} }`;
}

const headOf = (type: GraphQLObjectType): string =>
  ['id', 'version'].filter((name) => name in type.getFields()).join(' ') || '__typename';

/** The variables of a mutation: its one argument `input`, or arguments by name. */
export function variablesOf(name: string, input: object): Record<string, unknown> {
  const takesInput = mutationOf(name).args.some((argument) => argument.name === 'input');
  return takesInput ? { input } : { ...input };
}

/** Which record is meant, in the version that the person saw. */
export const target = ({ id, version }: { id: string; version: number }) => ({ id, version });
