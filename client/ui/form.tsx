import { createEffect, createSignal, For, on, Show, type JSX } from 'solid-js';
import type { Refusal } from '../refusal';
import { formatDateTime } from '../i18n/dates';
import { Button, Buttons } from './button';
import type { FieldFault, FormState } from './form-state';
import { FormContext } from './form-context';
import { LeaveGuard } from './leave-guard';
import { NewerRecord } from './newer-record';
import { Notice, RefusalNotice } from './notice';
import { useUiWords } from './words';
import styles from './form.module.css';

export interface FormProps<T extends object> {
  form: FormState<T>;
  /**
   * Called when nothing is wrong. Return true when it was sent: the form is then clean, its draft
   * goes, and leaving asks nothing. Navigate after that, in `onDone`.
   */
  onSubmit: (values: T) => Promise<boolean | undefined | void> | boolean | void;
  onDone?: () => void;
  /** Word on the sending button. */
  submit: string;
  /** The command behind it: the button is busy with it, and its refusal is shown beside the fields. */
  command?: { readonly busy: boolean; readonly refusal: Refusal | undefined; retry?: () => unknown };
  onCancel?: () => void;
  /** The sending button warns: it takes something away. */
  danger?: boolean;
  /** More buttons, between sending and cancelling. */
  actions?: JSX.Element;
  /** Does not ask before leaving: for search boxes and signing in. */
  noLeaveGuard?: boolean;
  /** A draft: everything may be left out for now, so nothing is marked as optional. */
  allOptional?: boolean;
  children: JSX.Element;
}

/** A form: checks before sending, shows what is wrong and where, and never loses what was typed. */
export function Form<T extends object>(props: FormProps<T>) {
  const t = useUiWords();
  const [summary, setSummary] = createSignal<FieldFault[]>([]);
  let element!: HTMLFormElement;

  const bare = (path: string) => path.replace(/^input\./, '');

  const focusField = (name: string) => {
    const field = [...element.querySelectorAll<HTMLElement>('[data-field]')].find(
      (each) => each.dataset.field === name,
    );
    const input = field?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea, button');
    input?.focus();
    field?.scrollIntoView({ block: 'center' });
  };

  createEffect(
    on(
      () => props.command?.refusal,
      (refusal) => {
        props.form.parts.refuse(refusal);
        const first = refusal?.problems.find((problem) => problem.field !== undefined)?.field;
        if (first) queueMicrotask(() => focusField(bare(first)));
      },
    ),
  );

  async function submit(event: SubmitEvent) {
    event.preventDefault();
    if (props.command?.busy || newer()) return;
    props.form.parts.attempt();
    const faults = props.form.faults();
    setSummary(faults);
    if (faults[0]) {
      focusField(faults[0].name);
      return;
    }
    if ((await props.onSubmit(props.form.values)) === true) {
      props.form.saved();
      props.onDone?.();
    }
  }

  // While the command is on its way the newer record may be its own.
  const newer = () => (props.command?.busy || !props.form.dirty ? undefined : props.form.parts.newer());
  const refusal = () =>
    newer() && props.command?.refusal?.code === 'VERSION_CONFLICT' ? undefined : props.command?.refusal;

  // What is shown beside its field is not shown again beneath the form.
  const isBesideFields = () => {
    const problems = props.command?.refusal?.problems ?? [];
    return (
      problems.length > 0 &&
      problems.every((problem) => problem.field !== undefined && props.form.parts.has(bare(problem.field)))
    );
  };
  const stillWrong = () => summary().filter((fault) => props.form.errorOf(fault.name));

  return (
    <FormContext.Provider
      value={{
        register: (name, field) => props.form.parts.register(name, field),
        allOptional: Boolean(props.allOptional),
      }}
    >
      <form ref={element} class={styles.form} noValidate onSubmit={(event) => void submit(event)}>
        <Show when={props.form.restoredAt}>
          {(at) => (
            <Notice
              tone="info"
              actions={
                <Button size="s" onClick={() => props.form.reset()}>
                  {t.draftDiscard}
                </Button>
              }
            >
              {t.draftRestored(formatDateTime(at()))}
            </Notice>
          )}
        </Show>
        <Show when={stillWrong().length > 1}>
          <Notice tone="danger" live title={t.wrongFields(stillWrong().length)}>
            <ul>
              <For each={stillWrong()}>
                {(fault) => (
                  <li>
                    <button type="button" class={styles.jump} onClick={() => focusField(fault.name)}>
                      {fault.message}
                    </button>
                  </li>
                )}
              </For>
            </ul>
          </Notice>
        </Show>
        {props.children}
        <Show when={newer()}>
          {(fields) => (
            <NewerRecord
              fields={fields()}
              onKeepMine={() => props.form.parts.keepMine()}
              onTakeTheirs={() => props.form.parts.takeTheirs()}
            />
          )}
        </Show>
        <RefusalNotice refusal={isBesideFields() ? undefined : refusal()} onRetry={() => element.requestSubmit()} />
        <Buttons>
          <Button type="submit" look={props.danger ? 'danger' : 'primary'} busy={props.command?.busy}>
            {props.submit}
          </Button>
          {props.actions}
          <Show when={props.onCancel}>
            <Button look="quiet" onClick={() => props.onCancel?.()}>
              {t.back}
            </Button>
          </Show>
        </Buttons>
      </form>
      <LeaveGuard unsent={props.form.dirty && !props.noLeaveGuard} kept={props.form.parts.hasDraft} />
    </FormContext.Provider>
  );
}

/** Fields side by side where there is room, one below the other where there is not. */
export function FieldRow(props: { children: JSX.Element }) {
  return <div class={styles.row}>{props.children}</div>;
}
