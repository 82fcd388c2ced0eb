import { createEffect, Show } from 'solid-js';
import { Button, LinkButton } from '../ui/button';
import { EmptyState } from '../ui/states';
import { useShellWords } from './words';
import { Brand } from './frame';
import styles from './pages.module.css';

/** Before anything is known: the mark, and that it is opening. */
export function Splash() {
  const t = useShellWords();
  return (
    <div class={styles.splash} role="status">
      <p class={styles.brand}>
        <Brand />
      </p>
      <p>{t.starting}…</p>
    </div>
  );
}

/** There is no page at this address. */
export function NotFound() {
  const t = useShellWords();
  createEffect(() => (document.title = `${t.notFoundTitle} · Soát`));
  return (
    <EmptyState
      icon="search"
      title={t.notFoundTitle}
      actions={
        <LinkButton href="/" look="primary">
          {t.toStart}
        </LinkButton>
      }
    >
      <h1 class="visually-hidden" tabindex="-1">
        {t.notFoundTitle}
      </h1>
      <p>{t.notFoundText}</p>
    </EmptyState>
  );
}

/** A screen failed: says so, offers to try again, keeps the rest of the frame alive. */
export function Crash(props: { error: unknown; onRetry: () => void }) {
  const t = useShellWords();
  const isOldVersion = () =>
    props.error instanceof Error &&
    /dynamically imported module|module script failed|error loading/i.test(props.error.message);
  const details = () =>
    props.error instanceof Error ? (props.error.stack ?? props.error.message) : String(props.error);
  return (
    <div class={styles.crash} role="alert">
      <h1 tabindex="-1">{isOldVersion() ? t.reload : t.crashTitle}</h1>
      <p>{isOldVersion() ? t.newVersion : t.crashText}</p>
      <Button look="primary" icon="refresh" onClick={() => (isOldVersion() ? location.reload() : props.onRetry())}>
        {isOldVersion() ? t.reload : t.tryAgain}
      </Button>
      <Show when={!isOldVersion()}>
        <details>
          <summary>{t.crashDetails}</summary>
          <pre class={styles.trace}>{details()}</pre>
        </details>
      </Show>
    </div>
  );
}
