import { A } from '@solidjs/router';
import { For, Show } from 'solid-js';
import { formatNumber } from '../i18n/numbers';
import { toneVariables, type Tone } from './tone';
import styles from './bar-list.module.css';

/** One number to compare. */
export interface Bar {
  label: string;
  /** null when it is not known; it is then said, not drawn. */
  value: number | null;
  href?: string;
  tone?: Tone;
}

export interface BarListProps {
  caption: string;
  bars: readonly Bar[];
  /** Length of the longest bar; the greatest value when left out. */
  max?: number;
  /** How a number is written. */
  format?: (value: number) => string;
  /** Heads of the two columns. */
  labelHeader: string;
  valueHeader: string;
  /** What stands where there is no number. */
  unknown?: string;
}

/** Numbers drawn as bars, in a table, so that they can be read, heard and printed as well as seen. */
export function BarList(props: BarListProps) {
  const max = () => props.max ?? Math.max(...props.bars.map((bar) => bar.value ?? 0), 0);
  const write = (value: number | null) =>
    value === null ? (props.unknown ?? '—') : (props.format ?? formatNumber)(value);
  return (
    <table class={styles.bars}>
      <caption class={styles.caption}>{props.caption}</caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">{props.labelHeader}</th>
          <th scope="col">{props.valueHeader}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.bars}>
          {(bar) => (
            <tr>
              <th scope="row">
                <Show when={bar.href} fallback={bar.label}>
                  {(href) => <A href={href()}>{bar.label}</A>}
                </Show>
              </th>
              <td>
                <svg class={styles.bar} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect class={styles.ground} width="100" height="10" />
                  <rect
                    width={max() > 0 ? ((bar.value ?? 0) / max()) * 100 : 0}
                    height="10"
                    fill={bar.tone ? toneVariables[bar.tone].strong : 'var(--accent)'}
                  />
                </svg>
                <span class={styles.value}>{write(bar.value)}</span>
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}
