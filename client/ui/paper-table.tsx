import { For, type JSX } from 'solid-js';
import { cellText, type Column } from './columns';
import type { Cells } from './data-table';
import styles from './paper-table.module.css';

export interface PaperTableProps<Row, Key extends string = string> {
  caption: string;
  columns: readonly Column<Row, Key>[];
  /** By the key of the column: what stands in a cell beyond its value. */
  cells?: Cells<Row, NoInfer<Key>>;
  rows: readonly Row[];
  /** In what the tables of a paper differ; it finds the number of columns as `--columns`. */
  class?: string;
}

/** A ruled table of a printed paper. On a narrow screen it scrolls within itself. */
export function PaperTable<Row, Key extends string>(props: PaperTableProps<Row, Key>) {
  const content = (column: Column<Row, Key>, row: Row, at: number): JSX.Element =>
    (props.cells as Cells<Row, Key> | undefined)?.[column.key]?.(row) ?? cellText(column, row, at);
  return (
    <div class={styles.scroll} role="region" tabIndex={0} aria-label={props.caption}>
      <table class={`${styles.table} ${props.class ?? ''}`} style={{ '--columns': props.columns.length }}>
        <caption class="visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            <For each={props.columns}>{(column) => <th scope="col">{column.header}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>
            {(row, at) => (
              <tr>
                <For each={props.columns}>{(column) => <td>{content(column, row, at())}</td>}</For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}
