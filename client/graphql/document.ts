/**
 * A GraphQL operation written in a `.graphql` file beside a screen, typed by the schema.
 * `npm run build` writes these into `client/graphql/generated/<module>/<file>.ts`.
 */
export interface Document<Data, Variables> {
  /** The operation with the fragments it uses. */
  readonly text: string;
  /** The `input` of this mutation takes an `idempotencyKey`, which `useCommand` fills in. */
  readonly keyed: boolean;
  /** For the type checker only; never set. */
  readonly types?: { data: Data; variables: Variables };
}

/** Makes a {@link Document}; called by generated files only. */
export function document<Data, Variables>(text: string, keyed = false): Document<Data, Variables> {
  return { text, keyed };
}
