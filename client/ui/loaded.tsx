import { Match, Show, Switch, type Accessor, type JSX } from 'solid-js';
import type { Refusal } from '../refusal';
import { RefusalNotice } from './notice';
import { EmptyState, ErrorState, Skeleton } from './states';
import { useUiWords } from './words';

export interface LoadedProps<Data, Thing> {
  /** What `useQuery` or `usePages` gives. */
  query: { readonly data?: Data; readonly loading: boolean; readonly error: Refusal | undefined; refetch(): void };
  /** Picks what is shown out of the answer; null means: not found. */
  pick: (data: Data) => Thing | null | undefined;
  /** Lines of the grey text while loading. */
  lines?: number;
  children: (thing: Accessor<NonNullable<Thing>>) => JSX.Element;
}

/** Shows a query in all its moments: loading, not found, failed with "try again", and what was asked for. */
export function Loaded<Data, Thing>(props: LoadedProps<Data, Thing>) {
  const t = useUiWords();
  const thing = () => (props.query.data === undefined ? undefined : props.pick(props.query.data));
  return (
    <Switch fallback={<Skeleton lines={props.lines ?? 6} />}>
      <Match when={thing() ?? undefined}>
        {(found) => (
          <>
            <Show when={props.query.error}>
              <RefusalNotice refusal={props.query.error} onRetry={() => props.query.refetch()} />
            </Show>
            {props.children(found as Accessor<NonNullable<Thing>>)}
          </>
        )}
      </Match>
      <Match when={props.query.error?.code === 'NOT_FOUND' || (props.query.data !== undefined && thing() === null)}>
        <EmptyState icon="search" title={t.notFoundTitle}>
          <p>{t.notFound}</p>
        </EmptyState>
      </Match>
      <Match when={props.query.error}>
        {(error) => (
          <ErrorState
            title={error().code === 'FORBIDDEN' ? t.forbiddenTitle : t.errorTitle}
            refusal={error()}
            onRetry={() => props.query.refetch()}
          />
        )}
      </Match>
    </Switch>
  );
}
