import { A } from '@solidjs/router';
import { Show, splitProps, type JSX } from 'solid-js';
import { Icon, type IconName } from './icon';
import { useUiWords } from './words';
import styles from './button.module.css';

interface Look {
  /** `primary`: the one thing to do here; `danger`: cannot be undone; `quiet`: without a frame. */
  look?: 'primary' | 'secondary' | 'quiet' | 'danger';
  size?: 'm' | 's';
  icon?: IconName;
  /** Fills the width; on phones the buttons of a form do. */
  wide?: boolean;
}

const classOf = (props: Look & { class?: string }) =>
  [
    styles.button,
    styles[props.look ?? 'secondary'],
    props.size === 's' && styles.small,
    props.wide && styles.wide,
    props.class,
  ]
    .filter(Boolean)
    .join(' ');

export interface ButtonProps extends Look, Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, 'class'> {
  /** Works at it: the button stays, says so, and takes no second click. */
  busy?: boolean;
  class?: string;
}

/** A button with a word. It is `type="button"` unless another type is given. */
export function Button(props: ButtonProps) {
  const t = useUiWords();
  const [own, rest] = splitProps(props, [
    'look',
    'size',
    'icon',
    'wide',
    'busy',
    'class',
    'children',
    'onClick',
    'type',
  ]);
  return (
    <button
      {...rest}
      type={own.type ?? 'button'}
      class={classOf(own)}
      aria-disabled={own.busy || rest.disabled ? 'true' : undefined}
      aria-busy={own.busy ? 'true' : undefined}
      onClick={(event) => {
        if (own.busy) event.preventDefault();
        else if (typeof own.onClick === 'function') own.onClick(event);
      }}
    >
      <Show when={own.busy} fallback={<Show when={own.icon}>{(name) => <Icon name={name()} />}</Show>}>
        <span class={styles.spinner} aria-hidden="true" />
      </Show>
      <span>{own.children}</span>
      <Show when={own.busy}>
        <span class="visually-hidden" role="status">
          {t.sending}
        </span>
      </Show>
    </button>
  );
}

export interface LinkButtonProps extends Look {
  href: string;
  children: JSX.Element;
  /** Name of the file, where the link fetches one; the browser then goes nowhere. */
  download?: string;
  class?: string;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton(props: LinkButtonProps) {
  const inside = () => (
    <>
      <Show when={props.icon}>{(name) => <Icon name={name()} />}</Show>
      <span>{props.children}</span>
    </>
  );
  return (
    <Show
      when={props.download === undefined}
      fallback={
        <a href={props.href} download={props.download} class={classOf(props)} target="_self">
          {inside()}
        </a>
      }
    >
      <A href={props.href} class={classOf(props)}>
        {inside()}
      </A>
    </Show>
  );
}

export interface IconButtonProps extends Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, 'class' | 'children'> {
  icon: IconName;
  /** What it does, in words: read aloud and shown when pointed at. */
  label: string;
  class?: string;
}

/** A button with only an icon, 44 px square; its label is read aloud. */
export function IconButton(props: IconButtonProps) {
  const [own, rest] = splitProps(props, ['icon', 'label', 'class']);
  return (
    <button
      type="button"
      {...rest}
      class={`${styles.icon} ${own.class ?? ''}`}
      aria-label={own.label}
      title={own.label}
    >
      <Icon name={own.icon} />
    </button>
  );
}

/** Buttons side by side; they wrap, and fill the width on a phone. */
export function Buttons(props: { children: JSX.Element; align?: 'start' | 'end' }) {
  return <div class={`${styles.row} ${props.align === 'end' ? styles.end : ''}`}>{props.children}</div>;
}
