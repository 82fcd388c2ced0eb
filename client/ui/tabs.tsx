import { useLocation } from '@solidjs/router';
import { For, onMount } from 'solid-js';
import styles from './tabs.module.css';

/** One place of {@link TabLinks}. */
export interface TabLink {
  label: string;
  href: string;
  /** How many wait there; shown after the word. */
  count?: number;
  /** Says itself whether it is the one in sight, where the address alone does not. */
  current?: boolean;
}

/** Parts of a record, each with an address of its own. */
export function TabLinks(props: { label: string; tabs: readonly TabLink[] }) {
  const location = useLocation();
  let nav!: HTMLElement;
  // On a phone the row is wider than the screen: the part one is in must not be out of sight.
  onMount(() => {
    const here = nav.querySelector<HTMLElement>('[aria-current]');
    if (here) nav.scrollLeft = here.offsetLeft - nav.offsetLeft - (nav.clientWidth - here.offsetWidth) / 2;
  });
  const isHere = (href: string) =>
    href.includes('?') ? location.pathname + location.search === href : location.pathname === href;
  return (
    <nav ref={nav} class={styles.tabs} aria-label={props.label} data-print="no">
      <For each={props.tabs}>
        {(tab) => (
          // The router's own link calls every address of the same path current, whatever its query.
          <a
            href={tab.href}
            class={styles.tab}
            aria-current={(tab.current ?? isHere(tab.href)) ? 'page' : undefined}
            {...{ noscroll: true }}
          >
            {tab.label}
            {tab.count !== undefined && <span class={styles.count}>{tab.count}</span>}
          </a>
        )}
      </For>
    </nav>
  );
}
