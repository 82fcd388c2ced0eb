import { createSignal, createUniqueId, onCleanup, Show, type JSX } from 'solid-js';
import { A } from '@solidjs/router';
import { Icon, type IconName } from './icon';
import { placeUnder } from './place';
import { useUiWords } from './words';
import styles from './menu.module.css';

export interface MenuProps {
  /** What the button shows; three dots when left out. */
  button?: JSX.Element;
  /** Read aloud for the button, where it shows no word. */
  label?: string;
  children: JSX.Element;
  class?: string;
}

/**
 * A button that opens a panel of actions and links: the "disclosure" pattern of the WAI-ARIA Authoring
 * Practices on a native `popover`. Arrow keys walk through it, Escape closes it. It is no ARIA menu, so
 * that it may also hold a switch or a text. Why no library: docs/decisions/010.
 */
export function Menu(props: MenuProps) {
  const t = useUiWords();
  const id = createUniqueId();
  const [open, setOpen] = createSignal(false);
  let button!: HTMLButtonElement;
  let panel!: HTMLDivElement;
  let release: (() => void) | undefined;
  onCleanup(() => release?.());

  const items = () => [...panel.querySelectorAll<HTMLElement>('a[href], button:not(:disabled), input')];
  function onToggle(event: ToggleEvent) {
    const isOpen = event.newState === 'open';
    setOpen(isOpen);
    release?.();
    release = isOpen ? placeUnder(button, panel, { align: 'end' }) : undefined;
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    if (event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const step = event.key === 'ArrowDown' ? 1 : -1;
    all[(at + step + all.length) % all.length]?.focus();
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        class={`${styles.button} ${props.class ?? ''}`}
        popovertarget={id}
        aria-expanded={open()}
        aria-label={props.label ?? (props.button ? undefined : t.more)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          panel.showPopover();
          items()[0]?.focus();
        }}
      >
        <Show when={props.button} fallback={<Icon name="more" />}>
          {props.button}
        </Show>
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        class={styles.panel}
        on:toggle={onToggle}
        onKeyDown={onKeyDown}
        onClick={(event) => (event.target as HTMLElement).closest('[data-closes]') && panel.hidePopover()}
      >
        {props.children}
      </div>
    </>
  );
}

/** One thing to do in a {@link Menu}. */
export function MenuItem(props: {
  icon?: IconName;
  onSelect: () => void;
  children: JSX.Element;
  danger?: boolean;
  disabled?: boolean;
}) {
  return (
    <button
      type="button"
      data-closes
      class={`${styles.item} ${props.danger ? styles.danger : ''}`}
      disabled={props.disabled}
      onClick={() => props.onSelect()}
    >
      <Show when={props.icon}>{(name) => <Icon name={name()} />}</Show>
      {props.children}
    </button>
  );
}

/** One place to go to in a {@link Menu}. */
export function MenuLink(props: { icon?: IconName; href: string; children: JSX.Element }) {
  return (
    <A href={props.href} data-closes class={styles.item}>
      <Show when={props.icon}>{(name) => <Icon name={name()} />}</Show>
      {props.children}
    </A>
  );
}

/** A line between groups of a {@link Menu}. */
export function MenuLine() {
  return <hr class={styles.line} />;
}

/** Text or a switch inside a {@link Menu}. */
export function MenuText(props: { children: JSX.Element }) {
  return <div class={styles.text}>{props.children}</div>;
}
