/** The orders of the register by the name of the column. */
export const sortings = { number: 'NUMBER', due: 'DUE', issued: 'ISSUED' } as const;
export type SortName = keyof typeof sortings;

interface SavedSorting {
  by: SortName;
  descending: boolean;
}

const key = 'soat.nonconformities.sorting';
const first: SavedSorting = { by: 'issued', descending: true };

/** The order this device used last; newest first at the beginning. */
export function savedSorting(): SavedSorting {
  try {
    const [by, way] = (localStorage.getItem(key) ?? '').split(' ');
    return by !== undefined && by in sortings ? { by: by as SortName, descending: way === 'down' } : first;
  } catch {
    return first;
  }
}

/** Remembers the order on this device. */
export function rememberSorting({ by, descending }: SavedSorting): void {
  try {
    localStorage.setItem(key, `${by} ${descending ? 'down' : 'up'}`);
  } catch {
    // Private windows may refuse storage; the order then lasts as long as the page.
  }
}
