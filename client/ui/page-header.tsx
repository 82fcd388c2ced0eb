import { A } from '@solidjs/router';
import { createEffect, For, Show, type JSX } from 'solid-js';
import { OptionalActions } from './optional-frame';
import { Icon } from './icon';
import { useUiWords } from './words';
import styles from './page-header.module.css';

/** A step on the way to a page. */
export interface Crumb {
  label: string;
  href: string;
}

export interface PageHeaderProps {
  title: string;
  /** Code, unit or period beneath the title. */
  subtitle?: JSX.Element;
  /** The way here, without the page itself; on a phone only the last one shows, as "back". */
  crumbs?: readonly Crumb[];
  /** Status badge beside the title. */
  badge?: JSX.Element;
  /** Buttons; the main one first. */
  actions?: JSX.Element;
}

/** The head of a page; also names the window. Every page has exactly one. */
export function PageHeader(props: PageHeaderProps) {
  const t = useUiWords();
  createEffect(() => (document.title = `${props.title} · Soát`));
  return (
    <header class={styles.header}>
      <Show when={props.crumbs?.length}>
        <nav aria-label={t.breadcrumbs} class={styles.crumbs} data-print="no">
          <ol class={styles.list}>
            <For each={props.crumbs}>
              {(crumb) => (
                <li>
                  <A href={crumb.href}>
                    <Icon name="left" size="s" />
                    {crumb.label}
                  </A>
                </li>
              )}
            </For>
          </ol>
        </nav>
      </Show>
      <div class={styles.line}>
        <div class={styles.words}>
          <div class={styles.titleLine}>
            <h1 tabindex="-1">{props.title}</h1>
            {props.badge}
          </div>
          <Show when={props.subtitle}>
            <p class={styles.subtitle}>{props.subtitle}</p>
          </Show>
        </div>
        <OptionalActions class={styles.actions}>{props.actions}</OptionalActions>
      </div>
    </header>
  );
}
