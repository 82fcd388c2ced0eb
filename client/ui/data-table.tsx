import { A } from '@solidjs/router';
import { createMemo, For, Show, type JSX } from 'solid-js';
import { cellText, type Column } from './columns';
import { Icon } from './icon';
import { NativeSelect } from './select';
import { EmptyState, Skeleton } from './states';
import { useNarrow } from './use-narrow';
import { useUiWords } from './words';
import styles from './data-table.module.css';

/** An order of rows: the column's `sort` and the way. */
export interface Sorting {
  by: string;
  descending: boolean;
}

/** What a screen shows in a cell, where that is more than the value of the column. */
export type Cells<Row, Key extends string> = { [K in Key]?: (row: Row) => JSX.Element };

export interface DataTableProps<Row, Key extends string = string> {
  /** What the table lists; read aloud, not shown, unless `showCaption`. */
  caption: string;
  showCaption?: boolean;
  columns: readonly Column<Row, Key>[];
  /** By the key of the column. */
  cells?: Cells<Row, NoInfer<Key>>;
  rows: readonly Row[];
  /** Where a row leads; the name of the row is then a link, and the whole row can be tapped. */
  href?: (row: Row) => string;
  loading?: boolean;
  /** Newer rows are on their way; the old ones stay, paler. */
  refreshing?: boolean;
  /** What to say and do when there is no row. */
  empty?: JSX.Element;
  sorting?: Sorting;
  onSort?: (sorting: Sorting) => void;
}

/** A list as a table on a desk, whose head stays in sight and orders it, and as cards on a phone, with a choice of the order above them. */
export function DataTable<Row, Key extends string>(props: DataTableProps<Row, Key>) {
  const t = useUiWords();
  const narrow = useNarrow();
  const sortState = (column: Column<Row>) =>
    column.sort && props.sorting?.by === column.sort
      ? props.sorting.descending
        ? 'descending'
        : 'ascending'
      : undefined;
  return (
    <Show when={!props.loading} fallback={<Skeleton lines={8} />}>
      <Show when={props.rows.length > 0} fallback={props.empty ?? <EmptyState title={t.emptyTable} />}>
        <Show when={narrow() && props.onSort}>
          {(onSort) => <OrderOfCards columns={props.columns} sorting={props.sorting} onSort={onSort()} />}
        </Show>
        <div class={styles.frame} aria-busy={props.refreshing}>
          <table class={styles.table} role="table">
            <caption class={props.showCaption ? styles.caption : 'visually-hidden'}>{props.caption}</caption>
            <thead role="rowgroup">
              <tr role="row">
                <For each={props.columns}>
                  {(column) => (
                    <th
                      scope="col"
                      role="columnheader"
                      class={column.align === 'end' ? styles.end : undefined}
                      style={column.width ? { 'min-width': column.width } : undefined}
                      aria-sort={column.sort ? (sortState(column) ?? 'none') : undefined}
                    >
                      <Show when={column.sort && props.onSort && !narrow()} fallback={column.header}>
                        <button
                          type="button"
                          class={styles.sort}
                          onClick={() =>
                            props.onSort?.({ by: column.sort!, descending: sortState(column) === 'ascending' })
                          }
                        >
                          {column.header}
                          <Icon
                            name={
                              sortState(column) === 'ascending'
                                ? 'up'
                                : sortState(column) === 'descending'
                                  ? 'down'
                                  : 'sort'
                            }
                            size="s"
                          />
                        </button>
                      </Show>
                    </th>
                  )}
                </For>
              </tr>
            </thead>
            <tbody role="rowgroup">
              <For each={props.rows}>
                {(row, at) => (
                  <TableRow row={row} at={at()} columns={props.columns} cells={props.cells} href={props.href} />
                )}
              </For>
            </tbody>
          </table>
        </div>
      </Show>
    </Show>
  );
}

/** Cards have no heads to tap: one list names every column that orders them, each way. */
function OrderOfCards<Row>(
  props: Pick<DataTableProps<Row>, 'columns' | 'sorting'> & { onSort: (sorting: Sorting) => void },
) {
  const t = useUiWords();
  const ways = [
    { way: 'up', words: t.ascending },
    { way: 'down', words: t.descending },
  ];
  const options = createMemo(() =>
    props.columns
      .filter(({ sort }) => sort)
      .flatMap(({ sort, header }) =>
        ways.map(({ way, words }) => ({ value: `${sort} ${way}`, label: `${header}, ${words}` })),
      ),
  );
  const now = () => `${props.sorting?.by} ${props.sorting?.descending ? 'down' : 'up'}`;
  const chosen = () => (options().some(({ value }) => value === now()) ? now() : '');
  function choose(value: string) {
    const [by, way] = value.split(' ');
    if (by) props.onSort({ by, descending: way === 'down' });
  }
  return (
    <div class={styles.order} data-print="no">
      <NativeSelect
        label={t.sortBy}
        empty={chosen() ? null : t.defaultOrder}
        options={options()}
        value={chosen()}
        onChange={choose}
      />
    </div>
  );
}

function TableRow<Row, Key extends string>(
  props: Pick<DataTableProps<Row, Key>, 'columns' | 'cells' | 'href'> & { row: Row; at: number },
) {
  const content = (column: Column<Row, Key>): JSX.Element =>
    (props.cells as Cells<Row, Key> | undefined)?.[column.key]?.(props.row) ?? cellText(column, props.row, props.at);
  const classOf = (column: Column<Row>) =>
    [
      column.align === 'end' && styles.end,
      column.primary && styles.primary,
      column.deskOnly && styles.deskOnly,
      column.nowrap && styles.nowrap,
    ]
      .filter(Boolean)
      .join(' ') || undefined;
  return (
    <tr role="row" class={props.href ? styles.linked : undefined}>
      <For each={props.columns}>
        {(column) => (
          <Show
            when={column.primary}
            fallback={
              <td role="cell" class={classOf(column)} data-label={column.header}>
                <div>{content(column)}</div>
              </td>
            }
          >
            <th scope="row" role="rowheader" class={classOf(column)}>
              <Show when={props.href} fallback={content(column)}>
                {(href) => (
                  <A href={href()(props.row)} class={styles.link}>
                    {content(column)}
                  </A>
                )}
              </Show>
            </th>
          </Show>
        )}
      </For>
    </tr>
  );
}
