import { A, useLocation } from '@solidjs/router';
import { createEffect, createSignal, For, on, onCleanup, Show, type JSX } from 'solid-js';
import { refetchAll } from '../graphql/client';
import { Dialog } from '../ui/dialog';
import { Icon } from '../ui/icon';
import { Notice } from '../ui/notice';
import { ToastRegion } from '../ui/toast';
import { ConnectionBanner } from './connection-banner';
import type { ModuleNav } from './module';
import { UserMenu } from './user-menu';
import { may, useViewer } from './viewer';
import { useShellWords } from './words';
import styles from './frame.module.css';

/** After being away from the page this long, what is on it is read again. */
const longAway = 60_000;

/** The frame around every screen of a signed-in person: header, navigation, content. */
export function Frame(props: { entries: readonly ModuleNav[]; children: JSX.Element }) {
  const t = useShellWords();
  const viewer = useViewer();
  const location = useLocation();
  const [more, setMore] = createSignal(false);
  let main!: HTMLElement;

  const entries = () => props.entries.filter((entry) => !entry.permission || may(viewer(), entry.permission));
  const bar = () =>
    entries()
      .filter((entry) => entry.inBar)
      .slice(0, 4);
  const rest = () => entries().filter((entry) => !bar().includes(entry));
  const isHere = (path: string) =>
    path === '/' ? location.pathname === '/' : location.pathname === path || location.pathname.startsWith(`${path}/`);

  // A new page is announced by moving the focus to its heading; the first one is left to the browser.
  createEffect(
    on(
      () => location.pathname,
      () => {
        setMore(false);
        requestAnimationFrame(() => (main.querySelector<HTMLElement>('h1') ?? main).focus({ preventScroll: true }));
      },
      { defer: true },
    ),
  );

  let leftAt = 0;
  const lookAgain = () => {
    if (document.visibilityState === 'hidden') leftAt = performance.now();
    else if (performance.now() - leftAt > longAway) refetchAll();
  };
  document.addEventListener('visibilitychange', lookAgain);
  onCleanup(() => document.removeEventListener('visibilitychange', lookAgain));

  // The entry of the list that is open reads it again: going nowhere would look like a dead button.
  const link = (entry: ModuleNav, look: string) => (
    <A
      href={entry.path}
      onClick={() => location.pathname === entry.path && refetchAll()}
      class={look}
      aria-current={isHere(entry.path) ? 'page' : undefined}
      end={entry.path === '/'}
    >
      <Icon name={entry.icon} />
      <span>{entry.label()}</span>
    </A>
  );

  return (
    <div class={styles.frame}>
      <a class={styles.skip} data-print="no" href="#main" onClick={(event) => (event.preventDefault(), main.focus())}>
        {t.skip}
      </a>
      <header class={styles.header} data-print="no" data-floats>
        <A href="/" class={styles.brand}>
          <Brand />
        </A>
        <UserMenu />
      </header>
      <nav class={styles.side} aria-label={t.navigation} data-print="no">
        <ul class={styles.entries}>
          <For each={entries()}>{(entry) => <li>{link(entry, styles.entry!)}</li>}</For>
        </ul>
      </nav>
      <main ref={main} id="main" class={styles.main} tabindex="-1">
        <ConnectionBanner />
        <Show when={viewer().isPasswordGiven && location.pathname !== '/account'}>
          <Notice tone="warning" title={t.passwordGiven}>
            <A href="/account">{t.changeIt}</A>
          </Notice>
        </Show>
        {props.children}
      </main>
      <nav class={styles.bar} aria-label={t.navigation} data-print="no" data-floats>
        <For each={bar()}>{(entry) => link(entry, styles.tab!)}</For>
        <Show when={rest().length > 0}>
          <button
            type="button"
            class={styles.tab}
            aria-haspopup="dialog"
            data-here={rest().some((entry) => isHere(entry.path)) ? '' : undefined}
            onClick={() => setMore(true)}
          >
            <Icon name="menu" />
            <span>{t.more}</span>
          </button>
        </Show>
      </nav>
      <Dialog open={more()} onClose={() => setMore(false)} title={t.moreTitle} shape="sheet">
        <ul class={styles.entries}>
          <For each={rest()}>{(entry) => <li>{link(entry, styles.entry!)}</li>}</For>
        </ul>
      </Dialog>
      <ToastRegion />
    </div>
  );
}

/** The mark and the name of the product. */
export function Brand() {
  const t = useShellWords();
  return (
    <>
      <svg class={styles.mark} viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="7" />
        <path d="M9 16.5l5 5L23.5 11" />
        <path d="M9 8.5h9" />
      </svg>
      <span>{t.product}</span>
    </>
  );
}
