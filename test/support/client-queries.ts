import {
  Kind,
  parse,
  print,
  type DefinitionNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A query that a screen sends. */
export interface ClientQuery {
  module: string;
  name: string;
  text: string;
  variables: Record<string, unknown>;
}

/**
 * The queries of the client's screens that need no record: lists, overviews. Required variables
 * other than the size of a page and an order leave a query out.
 * @param root folder of the project
 */
export function clientLists(root: string): ClientQuery[] {
  return clientQueries(root).filter(({ needs }) => needs.length === 0);
}

/** All queries of the client's screens. */
export function clientQueries(root: string): (ClientQuery & { needs: string[] })[] {
  const client = path.join(root, 'client');
  const choices = firstChoices(path.join(root, 'docs/schema.graphql'));
  const modules = readdirSync(client, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && entry.name !== 'graphql',
  );
  return modules.flatMap(({ name: module }) => {
    const files = readdirSync(path.join(client, module), { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.graphql'),
    );
    const definitions = files.flatMap(
      (file) => parse(readFileSync(path.join(client, module, file), 'utf8')).definitions,
    );
    const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    return definitions.filter(isQuery).map((query) => asQuery(module, query, fragments, choices));
  });
}

/** The first value of every enum, such as the way in which a list is put in order. */
function firstChoices(schema: string): Map<string, string> {
  const enums = parse(readFileSync(schema, 'utf8')).definitions.filter(
    (definition) => definition.kind === Kind.ENUM_TYPE_DEFINITION,
  );
  return new Map(enums.map(({ name, values }) => [name.value, values![0]!.name.value]));
}

const isQuery = (definition: DefinitionNode): definition is OperationDefinitionNode =>
  definition.kind === Kind.OPERATION_DEFINITION && definition.operation === 'query';

function asQuery(
  module: string,
  query: OperationDefinitionNode,
  fragments: FragmentDefinitionNode[],
  choices: Map<string, string>,
) {
  const required = (query.variableDefinitions ?? []).filter(
    ({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && !defaultValue,
  );
  const valueOf = ({ variable, type }: VariableDefinitionNode) =>
    variable.name.value === 'first' ? 50 : choices.get(print(type).replace('!', ''));
  const given = required.map((definition) => [definition.variable.name.value, valueOf(definition)] as const);
  const text = [print(query), ...usedBy(query, fragments).map(print)].join('\n');
  return {
    module,
    name: query.name?.value ?? '',
    text,
    variables: Object.fromEntries(given.filter(([, value]) => value !== undefined)),
    needs: given.filter(([, value]) => value === undefined).map(([name]) => name),
  };
}

/** The fragments a definition spreads, and those they spread. */
function usedBy(
  definition: DefinitionNode,
  fragments: FragmentDefinitionNode[],
  found = new Set<FragmentDefinitionNode>(),
): FragmentDefinitionNode[] {
  const text = print(definition);
  for (const fragment of fragments) {
    if (found.has(fragment) || !new RegExp(`\\.\\.\\.${fragment.name.value}\\b`).test(text)) continue;
    found.add(fragment);
    usedBy(fragment, fragments, found);
  }
  return [...found];
}
