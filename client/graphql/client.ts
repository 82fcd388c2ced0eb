import {
  cacheExchange,
  Client,
  createRequest,
  fetchExchange,
  type GraphQLRequest,
  type OperationContext,
} from '@urql/core';
import { batch, createSignal } from 'solid-js';
import { language } from '../i18n/language';
import { watchedFetch } from './connection';
import type { TypedDocument } from './document';

/**
 * Every query and every command carries this type name, so that each command, also a refused one,
 * makes everything on screen be read again. Offices have few records on screen; being current is
 * worth more than a saved request.
 */
const everything: Partial<OperationContext> = { additionalTypenames: ['*'] };

const [revision, setRevision] = createSignal(0);

/** Grows when everything on screen should be read again, whatever is cached. */
export { revision };

function newClient(): Client {
  return new Client({
    url: '/graphql',
    exchanges: [cacheExchange, fetchExchange],
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetch: watchedFetch,
    fetchOptions: () => ({ credentials: 'same-origin', headers: { 'accept-language': language() } }),
  });
}

let client = newClient();

/** Reads everything on screen again, for example after the connection came back. */
export function refetchAll(): void {
  setRevision((count) => count + 1);
}

const [resets, setResets] = createSignal(0);

/** Grows when somebody signed in or out on purpose. */
export { resets };

/** Drops everything that was read: another person signs in, or nobody is signed in any more. */
export function resetClient(): void {
  client = newClient();
  batch(() => {
    setResets((count) => count + 1);
    refetchAll();
  });
}

/** The urql request of a document. */
export function requestOf<D, V>(document: TypedDocument<D, V>, variables: V): GraphQLRequest {
  return createRequest(document.text, variables as Record<string, unknown>);
}

/** Starts a query; results come through the returned source, fresh ones too. */
export function executeQuery(request: GraphQLRequest, context?: Partial<OperationContext>) {
  return client.executeQuery(request, { ...everything, ...context });
}

const [commands, setCommands] = createSignal(0);

/** How many commands were answered so far; a query that failed asks again when it grows. */
export { commands };

/** Sends a mutation once and gives its result; what was read before is then read again. */
export async function executeMutation(request: GraphQLRequest) {
  const result = await client.executeMutation(request, everything).toPromise();
  setCommands((count) => count + 1);
  return result;
}

/**
 * Asks once, outside of a screen's life: for pickers that search as one types.
 * @throws the urql error (network or GraphQL)
 */
export async function ask<D, V>(document: TypedDocument<D, V>, variables: V): Promise<D> {
  const result = await client
    .executeQuery(requestOf(document, variables), { ...everything, requestPolicy: 'network-only' })
    .toPromise();
  if (result.error) throw result.error;
  return structuredClone(result.data) as D;
}
