/**
 * How a mutation takes what `useCommand` is given: as its variables, as its one variable `$input`, or
 * as `$input` with an `idempotencyKey` that `useCommand` adds.
 */
export type InputShape = 'variables' | 'input' | 'input with key';

/**
 * A GraphQL operation written in a `.graphql` file beside a screen, typed by the schema.
 * `npm run build` writes these into `client/graphql/generated/<module>/<file>.ts`.
 */
export interface TypedDocument<Data, Variables> {
  /** The operation with the fragments it uses. */
  readonly text: string;
  /** Read by the generator from the operation's variables and the schema. */
  readonly inputShape: InputShape;
  /** For the type checker only; never set. */
  readonly types?: { data: Data; variables: Variables };
}

/** Makes a {@link TypedDocument}; called by generated files only. */
export function typedDocument<Data, Variables>(
  text: string,
  inputShape: InputShape = 'variables',
): TypedDocument<Data, Variables> {
  return { text, inputShape };
}
