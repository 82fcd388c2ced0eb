import { createMemo, For, Show } from 'solid-js';
import { nonconformityLifecycle, type NonconformityState } from '../../api/nonconformities/rules/index';
import { formatNumber } from '../i18n';
import { useNonconformityWords } from './words';
import styles from './state-counts.module.css';

/** A ready-made look at the register. */
export type View = 'open' | 'mine' | 'overdue' | 'all';

interface Count {
  state: NonconformityState;
  count: number;
  overdue?: number;
}

export interface StateCountsProps {
  view: View;
  states: readonly string[];
  /** Counts by state under the other filters, and of what waits for the reader. */
  all: readonly Count[];
  mine: readonly Count[];
  onView: (view: View) => void;
  onStates: (states: string[]) => void;
}

const sum = (counts: readonly Count[]) => counts.reduce((total, { count }) => total + count, 0);

/** How many there are, as buttons that filter: the reader's own, late ones, and by state. */
export function StateCounts(props: StateCountsProps) {
  const t = useNonconformityWords();
  const isOpen = (state: string) => nonconformityLifecycle.open.some((open) => open === state);
  const views = createMemo<{ view: View; label: string; count: number; late?: boolean }[]>(() => [
    { view: 'mine', label: t.quick.mine, count: sum(props.mine) },
    {
      view: 'overdue',
      label: t.quick.overdue,
      count: props.all.reduce((total, { overdue }) => total + (overdue ?? 0), 0),
      late: true,
    },
    { view: 'open', label: t.quick.open, count: sum(props.all.filter(({ state }) => isOpen(state))) },
    { view: 'all', label: t.quick.all, count: sum(props.all) },
  ]);
  const countOf = (state: string) => props.all.find((each) => each.state === state)?.count ?? 0;
  const byState = createMemo(() =>
    nonconformityLifecycle.states.map((state) => ({ state, count: countOf(state) })).filter(({ count }) => count > 0),
  );
  const toggle = (state: string) =>
    props.onStates(
      props.states.includes(state) ? props.states.filter((each) => each !== state) : [...props.states, state],
    );
  return (
    <div class={styles.counts} data-print="no">
      <div class={styles.row} role="group" aria-label={t.quick.label}>
        <For each={views()}>
          {({ view, label, count, late }) => (
            <button
              type="button"
              class={`${styles.count} ${styles.view}`}
              classList={{ [styles.late!]: Boolean(late) && count > 0 }}
              aria-pressed={props.states.length === 0 && props.view === view}
              onClick={() => props.onView(view)}
            >
              <span>{label}</span> <strong>{formatNumber(count)}</strong>
            </button>
          )}
        </For>
      </div>
      <Show when={byState().length > 0}>
        <div class={styles.row} role="group" aria-label={t.byState}>
          <For each={byState()}>
            {({ state, count }) => (
              <button
                type="button"
                class={styles.count}
                aria-pressed={props.states.includes(state)}
                onClick={() => toggle(state)}
              >
                <span>{t.shortState[state]}</span> <strong>{formatNumber(count)}</strong>
              </button>
            )}
          </For>
        </div>
      </Show>
    </div>
  );
}
