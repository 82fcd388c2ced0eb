import { createSignal, For, Show, type JSX } from 'solid-js';
import { Button, ConfirmDialog, ReasonDialog, SignDialog, toast, type DialogCommand } from '../ui';

/** What is typed into a dialog: nothing, a reason, or the password. */
export interface DialogEntry {
  reason: string;
  password: string;
}

/** Something a person may do to a record, behind a dialog; `Key` is what `viewerCan` calls it. */
export interface Act<Key extends string = string> {
  key: Key;
  /** Word on the buttons. */
  label: string;
  /** Asks for nothing, for a reason (or another text), or for a signature. */
  kind: 'confirm' | 'reason' | 'sign';
  title: string;
  /** What happens then. */
  text?: JSX.Element;
  /** What is signed, word for word. */
  statement?: string;
  /** Label of the text, where it is no reason. */
  textLabel?: string;
  look?: 'primary' | 'secondary' | 'danger';
  command: DialogCommand & { clear(): void };
  run: (entry: DialogEntry) => Promise<unknown>;
  /** Said when it is done. */
  done: string;
}

/** Buttons for what this reader may do now, each with its dialog. */
export function Acts(props: { acts: readonly Act[] }) {
  const [open, setOpen] = createSignal<string>();
  const close = () => setOpen(undefined);
  const finish = async (act: Act, entry: Partial<DialogEntry>) => {
    if ((await act.run({ reason: '', password: '', ...entry })) === undefined) return false;
    toast(act.done);
    return true;
  };
  return (
    <>
      <For each={props.acts}>
        {(act, at) => (
          <Button look={act.look ?? (at() === 0 ? 'primary' : 'secondary')} onClick={() => setOpen(act.key)}>
            {act.label}
          </Button>
        )}
      </For>
      <For each={props.acts}>
        {(act) => {
          const common = { onClose: close, title: act.title, confirm: act.label, command: act.command };
          return (
            <Show when={open() === act.key}>
              <Show when={act.kind === 'confirm'}>
                <ConfirmDialog {...common} open danger={act.look === 'danger'} onConfirm={() => finish(act, {})}>
                  <p>{act.text}</p>
                </ConfirmDialog>
              </Show>
              <Show when={act.kind === 'reason'}>
                <ReasonDialog
                  {...common}
                  open
                  danger={act.look === 'danger'}
                  label={act.textLabel}
                  draft={`audits.${act.key}`}
                  onConfirm={(reason) => finish(act, { reason })}
                >
                  <p>{act.text}</p>
                </ReasonDialog>
              </Show>
              <Show when={act.kind === 'sign'}>
                <SignDialog {...common} open statement={act.statement} onSign={(password) => finish(act, { password })}>
                  <Show when={act.text}>
                    <p>{act.text}</p>
                  </Show>
                </SignDialog>
              </Show>
            </Show>
          );
        }}
      </For>
    </>
  );
}
