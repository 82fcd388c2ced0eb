import { For, Show, type JSX } from 'solid-js';
import type { Refusal } from '../refusal';
import { Button } from './button';
import { OptionalFrame } from './optional-frame';
import { Icon, type IconName } from './icon';
import { useUiWords } from './words';
import styles from './states.module.css';

/** Nothing here: says why, and what to do. */
export function EmptyState(props: { title: string; children?: JSX.Element; icon?: IconName; actions?: JSX.Element }) {
  return (
    <div class={styles.state}>
      <Icon name={props.icon ?? 'document'} size="l" />
      <p class={styles.title}>{props.title}</p>
      <OptionalFrame frame={(text) => <div class={styles.text}>{text()}</div>}>{props.children}</OptionalFrame>
      <OptionalFrame frame={(actions) => <div class={styles.actions}>{actions()}</div>}>{props.actions}</OptionalFrame>
    </div>
  );
}

/** It could not be read: says why, and offers to try again. */
export function ErrorState(props: { title: string; refusal?: Refusal; message?: string; onRetry?: () => void }) {
  const t = useUiWords();
  return (
    <div class={`${styles.state} ${styles.wrong}`} role="alert">
      <Icon name={props.refusal?.code === 'NETWORK' ? 'offline' : 'danger'} size="l" />
      <p class={styles.title}>{props.title}</p>
      <p class={styles.text}>{props.message ?? props.refusal?.message}</p>
      <Show when={props.onRetry}>
        <Button icon="refresh" onClick={() => props.onRetry?.()}>
          {t.tryAgain}
        </Button>
      </Show>
    </div>
  );
}

/** Grey lines where text will stand; read aloud once as "loading". */
export function Skeleton(props: { lines?: number }) {
  const t = useUiWords();
  return (
    <div class={styles.skeleton} role="status">
      <span class="visually-hidden">{t.loading}</span>
      <For each={Array.from({ length: props.lines ?? 4 })}>
        {(_, at) => <span class={styles.bone} style={{ width: `${[92, 78, 85, 60][at() % 4]}%` }} />}
      </For>
    </div>
  );
}
