import { Kind, parse, print, type DefinitionNode, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A query that a screen sends. */
export interface ClientQuery {
  room: string;
  name: string;
  text: string;
  variables: Record<string, unknown>;
}

/**
 * The queries of the client's screens that need no record: lists, overviews. Required variables
 * other than the size of a page leave a query out.
 * @param root folder of the project
 */
export function clientLists(root: string): ClientQuery[] {
  return clientQueries(root).filter(({ needs }) => needs.length === 0);
}

/** All queries of the client's screens. */
export function clientQueries(root: string): (ClientQuery & { needs: string[] })[] {
  const client = path.join(root, 'client');
  const rooms = readdirSync(client, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'graphql');
  return rooms.flatMap(({ name: room }) => {
    const files = readdirSync(path.join(client, room)).filter((file) => file.endsWith('.graphql'));
    const definitions = files.flatMap((file) => parse(readFileSync(path.join(client, room, file), 'utf8')).definitions);
    const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    return definitions.filter(isQuery).map((query) => asQuery(room, query, fragments));
  });
}

const isQuery = (definition: DefinitionNode): definition is OperationDefinitionNode =>
  definition.kind === Kind.OPERATION_DEFINITION && definition.operation === 'query';

function asQuery(room: string, query: OperationDefinitionNode, fragments: FragmentDefinitionNode[]) {
  const required = (query.variableDefinitions ?? []).filter(({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && !defaultValue);
  const names = required.map(({ variable }) => variable.name.value);
  const text = [print(query), ...usedBy(query, fragments).map(print)].join('\n');
  return { room, name: query.name?.value ?? '', text, variables: names.includes('first') ? { first: 50 } : {}, needs: names.filter((name) => name !== 'first') };
}

/** The fragments a definition spreads, and those they spread. */
function usedBy(definition: DefinitionNode, fragments: FragmentDefinitionNode[], found = new Set<FragmentDefinitionNode>()): FragmentDefinitionNode[] {
  const text = print(definition);
  for (const fragment of fragments) {
    if (found.has(fragment) || !new RegExp(`\\.\\.\\.${fragment.name.value}\\b`).test(text)) continue;
    found.add(fragment);
    usedBy(fragment, fragments, found);
  }
  return [...found];
}
