import { useSearchParams } from '@solidjs/router';
import type { Filters, FilterValues } from '../ui/filters';

/** Stands in the address for "nothing chosen" where the default is something: the router leaves out what is empty. */
const nothing = '*';

const same = (a: string | string[], b: string | string[]) => String(a) === String(b);

/**
 * Filters kept in the query string.
 * @param defaults every filter with its value when the address does not name it
 */
export function useFilters<F extends FilterValues>(defaults: F): Filters<F> {
  const [params, setParams] = useSearchParams();
  const read = (key: string) => {
    const given = params[key];
    const fallback = defaults[key]!;
    if (given === undefined) return fallback;
    if (given === nothing) return Array.isArray(fallback) ? [] : '';
    return Array.isArray(fallback) ? [given].flat() : String([given].flat()[0] ?? '');
  };
  const values = {} as F;
  for (const key of Object.keys(defaults)) {
    Object.defineProperty(values, key, { enumerable: true, get: () => read(key) });
  }
  return {
    values,
    set(next, options) {
      const changes: Record<string, string | string[] | null> = { after: null, page: null };
      for (const [key, value] of Object.entries(next)) {
        const isDefault = value === undefined || same(value, defaults[key]!);
        changes[key] = isDefault ? null : value.length === 0 ? nothing : value;
      }
      setParams(changes, { replace: options?.replace ?? false });
    },
    reset: () => setParams(Object.fromEntries([...Object.keys(defaults), 'after', 'page'].map((key) => [key, null]))),
    get count() {
      return Object.keys(defaults).filter((key) => !same(read(key), defaults[key]!)).length;
    },
  };
}

/** What an address asks for, as far as it is one of these: anybody can write an address. */
export const chosen = <const Value extends string>(values: readonly Value[], text: string): Value | null =>
  values.find((value) => value === text) ?? null;

/** The same of several; null when none is left. */
export function allChosen<const Value extends string>(
  values: readonly Value[],
  texts: readonly string[],
): Value[] | null {
  const found = values.filter((value) => texts.includes(value));
  return found.length > 0 ? found : null;
}
