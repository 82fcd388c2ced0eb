import { createEffect, createUniqueId, onCleanup, Show, type JSX } from 'solid-js';
import { IconButton } from './button';
import { OptionalFrame } from './optional-frame';
import { useUiWords } from './words';
import styles from './dialog.module.css';

export interface DialogProps {
  open: boolean;
  /** Escape, the cross, or a tap beside it. */
  onClose: () => void;
  title: string;
  children: JSX.Element;
  /** Buttons at the foot, the main one first. */
  actions?: JSX.Element;
  /** `wide` for a form; `sheet` rises from the foot of a phone. */
  shape?: 'normal' | 'wide' | 'sheet';
  /** A tap beside it does not close it: something was typed. */
  dismissible?: boolean;
}

/** A native modal dialog. The focus goes in, stays in, and comes back. What is inside lives only while open. */
export function Dialog(props: DialogProps) {
  const t = useUiWords();
  const id = createUniqueId();
  let element!: HTMLDialogElement;
  let cameFrom: Element | null = null;

  createEffect(() => {
    if (props.open && !element.open) {
      cameFrom = document.activeElement;
      element.showModal();
    } else if (!props.open && element.open) element.close();
  });
  const giveBack = () => {
    if (cameFrom instanceof HTMLElement && cameFrom.isConnected) cameFrom.focus();
    cameFrom = null;
  };
  onCleanup(() => element.open && element.close());

  return (
    <dialog
      ref={element}
      class={`${styles.dialog} ${styles[props.shape ?? 'normal']}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
      onClose={() => {
        giveBack();
        if (props.open) props.onClose();
      }}
      onPointerDown={(event) => event.target === element && props.dismissible !== false && props.onClose()}
    >
      <Show when={props.open}>
        <div class={styles.inside}>
          <header class={styles.head}>
            <h2 id={id}>{props.title}</h2>
            <IconButton icon="close" label={t.close} onClick={() => props.onClose()} />
          </header>
          <div class={styles.body}>{props.children}</div>
          <OptionalFrame frame={(actions) => <footer class={styles.foot}>{actions()}</footer>}>
            {props.actions}
          </OptionalFrame>
        </div>
      </Show>
    </dialog>
  );
}
