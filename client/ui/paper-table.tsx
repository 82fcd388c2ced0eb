import { For, type JSX } from 'solid-js';
import styles from './paper-table.module.css';

export interface PaperTableProps {
  caption: string;
  heads: readonly string[];
  rows: readonly (readonly JSX.Element[])[];
  /** In what the tables of a paper differ; it finds the number of columns as `--columns`. */
  class?: string;
}

/** A ruled table of a printed paper. On a narrow screen it scrolls within itself. */
export function PaperTable(props: PaperTableProps) {
  return (
    <div class={styles.scroll} role="region" tabIndex={0} aria-label={props.caption}>
      <table class={`${styles.table} ${props.class ?? ''}`} style={{ '--columns': props.heads.length }}>
        <caption class="visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            <For each={props.heads}>{(head) => <th scope="col">{head}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>
            {(row) => (
              <tr>
                <For each={row}>{(cell) => <td>{cell}</td>}</For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}
