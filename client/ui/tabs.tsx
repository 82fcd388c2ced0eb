import { useLocation } from '@solidjs/router';
import { createUniqueId, For, onMount, type JSX } from 'solid-js';
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

/** One panel of {@link TabPanels}. */
export interface TabPanel {
  key: string;
  label: string;
  content: () => JSX.Element;
}

/** Panels of which one is in sight; arrow keys go from tab to tab. For small things without an address. */
export function TabPanels(props: {
  label: string;
  panels: readonly TabPanel[];
  value: string;
  onChange: (key: string) => void;
}) {
  const id = createUniqueId();
  let list!: HTMLDivElement;
  function onKeyDown(event: KeyboardEvent) {
    const at = props.panels.findIndex((panel) => panel.key === props.value);
    const steps: Record<string, number> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: props.panels.length - 1,
    };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = props.panels[(to + props.panels.length) % props.panels.length]!;
    props.onChange(next.key);
    list.querySelector<HTMLElement>(`[data-key="${next.key}"]`)?.focus();
  }
  return (
    <div class={styles.panels}>
      <div ref={list} class={styles.tabs} role="tablist" aria-label={props.label} onKeyDown={onKeyDown} data-print="no">
        <For each={props.panels}>
          {(panel) => (
            <button
              type="button"
              role="tab"
              class={styles.tab}
              data-key={panel.key}
              id={`${id}-${panel.key}`}
              aria-selected={panel.key === props.value}
              aria-controls={`${id}-panel`}
              tabindex={panel.key === props.value ? 0 : -1}
              onClick={() => props.onChange(panel.key)}
            >
              {panel.label}
            </button>
          )}
        </For>
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${props.value}`} tabindex="0">
        {props.panels.find((panel) => panel.key === props.value)?.content()}
      </div>
    </div>
  );
}
