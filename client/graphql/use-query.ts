import { createComputed, createEffect, createSignal, on, onCleanup, untrack } from 'solid-js';
import { createStore, reconcile } from 'solid-js/store';
import { pipe, subscribe } from 'wonka';
import { commands, executeQuery, resets, requestOf, revision } from './client';
import type { TypedDocument } from './document';
import type { Refusal } from '../refusal';
import { toRefusal } from './refusal';
import { reportSessionEnded } from './session';

/** What a screen reads; every property follows the newest answer. Do not destructure. */
export interface Query<Data> {
  /** The newest answer; undefined until the first one, and after other variables were asked for. */
  readonly data: Data | undefined;
  /** Nothing to show yet. */
  readonly loading: boolean;
  /** Something is shown and a newer answer is on its way. */
  readonly refreshing: boolean;
  /** Why there is no (newer) answer. */
  readonly error: Refusal | undefined;
  /** Asks again. */
  refetch(): void;
}

/** How to read. */
export interface QueryOptions {
  /** While this is true nothing is asked, and variables are not read. */
  pause?: () => boolean;
  /** Keeps the old answer while other variables are asked for: for lists that page and filter. */
  keep?: boolean;
}

/**
 * Reads a document for as long as the screen lives, anew whenever the variables change and after
 * every command.
 * @param variables a function; the signals it reads are followed
 */
export function useQuery<D, V>(
  document: TypedDocument<D, V>,
  variables: () => V,
  options: QueryOptions = {},
): Query<D> {
  const [store, setStore] = createStore<{ data: D | undefined }>({ data: undefined });
  const [error, setError] = createSignal<Refusal>();
  const [fetching, setFetching] = createSignal(false);
  const [asked, setAsked] = createSignal(0);
  let lastKey: number | undefined;
  let lastReset = resets();

  createComputed(() => {
    if (options.pause?.()) return;
    const request = requestOf(document, variables());
    revision();
    asked();
    untrack(() => {
      const wasReset = lastReset !== resets();
      lastReset = resets();
      if (request.key !== lastKey || wasReset) {
        if (!options.keep || wasReset) setStore('data', undefined);
        setError(undefined);
      }
      const policy = request.key === lastKey ? 'network-only' : 'cache-and-network';
      lastKey = request.key;
      setFetching(true);
      const { unsubscribe } = pipe(
        executeQuery(request, { requestPolicy: policy }),
        subscribe((result) => {
          setFetching(result.stale);
          if (result.error) {
            const refusal = toRefusal(result.error);
            setError(refusal);
            if (refusal.code === 'UNAUTHENTICATED') reportSessionEnded();
            if (refusal.code !== 'NETWORK' && !result.data) setStore('data', undefined);
          } else setError(undefined);
          // The store writes into what it is given; the cache's own copy must stay as it is.
          if (result.data) setStore('data', reconcile(structuredClone(result.data) as D | undefined));
        }),
      );
      onCleanup(unsubscribe);
    });
  });

  const refetch = () => void setAsked((count) => count + 1);
  createEffect(on(commands, () => error() && refetch(), { defer: true }));

  return {
    get data() {
      return store.data;
    },
    get loading() {
      return fetching() && store.data === undefined;
    },
    get refreshing() {
      return fetching() && store.data !== undefined;
    },
    get error() {
      return error();
    },
    refetch,
  };
}
