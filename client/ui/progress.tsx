import { For, Show } from 'solid-js';
import { formatNumber } from '../i18n/numbers';
import { Icon } from './icon';
import { useUiWords } from './words';
import styles from './progress.module.css';

/** How much is done: "12/40". */
export function ProgressBar(props: { label: string; value: number; max: number; hideLabel?: boolean }) {
  const share = () => (props.max > 0 ? Math.min(1, Math.max(0, props.value / props.max)) : 0);
  return (
    <div class={styles.progress}>
      <div class={props.hideLabel ? 'visually-hidden' : styles.words}>
        <span>{props.label}</span>
        <span>
          {formatNumber(props.value)}/{formatNumber(props.max)}
        </span>
      </div>
      <div
        class={styles.track}
        role="progressbar"
        aria-label={props.label}
        aria-valuenow={props.value}
        aria-valuemin={0}
        aria-valuemax={props.max}
      >
        <span style={{ width: `${share() * 100}%` }} />
      </div>
    </div>
  );
}

/** A step of {@link Stepper}. */
export interface ProgressStep {
  label: string;
  state: 'done' | 'current' | 'upcoming';
  /** Who and when, beneath the label. */
  detail?: string;
}

/** The steps of a way, with what is done and where one stands. */
export function Stepper(props: { label: string; steps: readonly ProgressStep[] }) {
  const t = useUiWords();
  const words = () => ({ done: t.done, current: t.current, upcoming: t.upcoming });
  return (
    <ol class={styles.steps} aria-label={props.label}>
      <For each={props.steps}>
        {(step, at) => (
          <li
            class={`${styles.step} ${styles[step.state]}`}
            aria-current={step.state === 'current' ? 'step' : undefined}
          >
            <span class={styles.mark} aria-hidden="true">
              <Show when={step.state === 'done'} fallback={at() + 1}>
                <Icon name="check" size="s" />
              </Show>
            </span>
            <span class={styles.text}>
              <span>{step.label}</span>
              <span class={styles.detail}>{step.detail ?? words()[step.state]}</span>
            </span>
          </li>
        )}
      </For>
    </ol>
  );
}
