import { useSearchParams } from '@solidjs/router';
import { createMemo } from 'solid-js';
import type { TypedDocument } from './document';
import type { Refusal } from '../refusal';
import { useQuery } from './use-query';

/** A Relay connection as the API answers it: nodes directly or inside edges. */
export interface Connection<Node> {
  edges?: readonly { node: Node }[] | null;
  nodes?: readonly Node[] | null;
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
  totalCount?: number | null;
}

/** The paging variables that {@link usePages} fills in. */
export interface PageVariables {
  first: number;
  after?: string | null;
}

/** A page of a list; do not destructure. */
export interface Pages<Node> {
  readonly rows: readonly Node[];
  /** How many there are on all pages, where the API counts them. */
  readonly total: number | undefined;
  readonly loading: boolean;
  readonly refreshing: boolean;
  readonly error: Refusal | undefined;
  refetch(): void;
  /** The numbers of the first and last row shown, counted from 1; 0 when empty. */
  readonly from: number;
  readonly to: number;
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
  next(): void;
  previous(): void;
}

/** Where the pages of a list begin, by list and filters; lets "previous" work without asking. */
const starts = new Map<string, (string | undefined)[]>();

/**
 * Reads a connection page by page; the page stands in the address (`page`, `after`).
 * @param variables filters and order, without `first` and `after`
 * @param connection picks the connection out of the answer
 * @param size rows per page, at most 100
 */
export function usePages<D, V extends Partial<PageVariables>, Node>(
  document: TypedDocument<D, V>,
  variables: () => Omit<V, 'first' | 'after'>,
  connection: (data: D) => Connection<Node>,
  size = 50,
): Pages<Node> {
  const [params, setParams] = useSearchParams<{ after: string; page: string }>();
  const query = useQuery(
    document,
    () => ({ ...variables(), first: size, after: params.after ?? null }) as unknown as V,
    { keep: true },
  );
  const listKey = () => document.text.slice(0, 80) + JSON.stringify(variables());
  const page = () => Math.max(1, Number(params.page) || 1);
  const shown = createMemo(() => (query.data === undefined ? undefined : connection(query.data)));
  const rows = createMemo<readonly Node[]>(() => shown()?.nodes ?? shown()?.edges?.map((edge) => edge.node) ?? []);

  function go(to: number, after: string | undefined) {
    setParams({ page: to > 1 ? to : null, after: after ?? null }, { scroll: true });
  }

  return {
    get rows() {
      return rows();
    },
    get total() {
      return shown()?.totalCount ?? undefined;
    },
    get loading() {
      return query.loading;
    },
    get refreshing() {
      return query.refreshing;
    },
    get error() {
      return query.error;
    },
    refetch: query.refetch,
    get from() {
      return rows().length === 0 ? 0 : (page() - 1) * size + 1;
    },
    get to() {
      return (page() - 1) * size + rows().length;
    },
    get hasNext() {
      return shown()?.pageInfo.hasNextPage ?? false;
    },
    get hasPrevious() {
      return params.after !== undefined;
    },
    next() {
      const cursor = shown()?.pageInfo.endCursor;
      if (!cursor) return;
      const known = starts.get(listKey()) ?? [];
      known[page() - 1] = params.after;
      known[page()] = cursor;
      starts.set(listKey(), known);
      go(page() + 1, cursor);
    },
    previous() {
      const before = starts.get(listKey())?.[page() - 2];
      go(before ? page() - 1 : 1, before);
    },
  };
}
