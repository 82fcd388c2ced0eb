import { describe, expect, test } from 'vitest';
import type { Column } from '../../client/ui/columns';

declare global {
  interface ImportMeta {
    readonly glob: import('vite/types/importGlob.d.ts').ImportGlobFunction;
  }
}

type ColumnsOf = (...given: unknown[]) => Column<unknown>[];
const files = import.meta.glob<Record<string, ColumnsOf>>('../../client/*/**/columns.ts', { eager: true });

/** Stands for words and for facts of a record: whatever is asked of it is there. */
const anything: any = new Proxy(() => 'x', {
  get: (_, key) => (key === Symbol.toPrimitive ? () => 'x' : anything),
  apply: () => 'x',
});

const lists = Object.entries(files).flatMap(([file, exported]) =>
  Object.entries(exported)
    .filter(([name]) => name.endsWith('Columns'))
    .map(([name, columnsOf]) => ({ file, name, columns: columnsOf(anything, anything, anything) })),
);

test('the lists of the modules are found', () => {
  expect(lists.length).toBeGreaterThan(20);
});

describe.each(lists)('$name of $file', ({ name, columns }) => {
  test('names no column twice', () => {
    const keys = columns.map(({ key }) => key);
    expect(keys).toEqual([...new Set(keys)]);
  });

  test('has one name for its rows, if a screen shows it', () => {
    const primary = columns.filter((column) => column.primary).length;
    expect(/paper/i.test(name) ? Math.max(primary, 1) : primary).toBe(1);
  });
});
