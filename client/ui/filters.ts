/** Values of filters: one text, or several. */
export type FilterValues = Record<string, string | string[]>;

/** Filters that stand in the address, so that a link shows the same list and Back works. */
export interface Filters<F extends FilterValues> {
  /** The values now; reading a property follows it. */
  readonly values: Readonly<F>;
  /** Sets some filters and goes to the first page. `replace` keeps the history short while typing. */
  set(values: Partial<F>, options?: { replace?: boolean }): void;
  /** Back to the defaults. */
  reset(): void;
  /** How many filters differ from their default. */
  readonly count: number;
}
