import { createEffect, on, onCleanup, type JSX } from 'solid-js';
import type { Refusal } from '../refusal';
import { Button } from './button';
import { createForm } from './form-state';
import { Dialog } from './dialog';
import { Form } from './form';
import { PasswordInput, TextArea } from './inputs';
import { RefusalNotice } from './notice';
import { useUiWords } from './words';
import styles from './act-dialogs.module.css';

/** The command behind a dialog, as `useCommand` gives it. */
export interface DialogCommand {
  readonly busy: boolean;
  readonly refusal: Refusal | undefined;
  clear?: () => void;
}

interface ActDialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** What happens then, in a sentence or two. */
  children?: JSX.Element;
  /** The word on the button: the verb itself, not "OK". */
  confirm: string;
  danger?: boolean;
  command?: DialogCommand;
}

function useFreshCommand(props: ActDialogProps) {
  createEffect(
    on(
      () => props.open,
      (open) => open && props.command?.clear?.(),
    ),
  );
}

export interface ConfirmDialogProps extends ActDialogProps {
  /** Return true when it is done; the dialog then closes. */
  onConfirm: () => Promise<boolean | undefined | void> | boolean | void;
}

/** Asks before something that is not easily undone. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const t = useUiWords();
  useFreshCommand(props);
  const confirm = async () => {
    if ((await props.onConfirm()) !== false && !props.command?.refusal) props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={props.title}
      actions={
        <>
          <Button look={props.danger ? 'danger' : 'primary'} busy={props.command?.busy} onClick={() => void confirm()}>
            {props.confirm}
          </Button>
          <Button look="quiet" onClick={() => props.onClose()}>
            {t.back}
          </Button>
        </>
      }
    >
      {props.children}
      <RefusalNotice refusal={props.command?.refusal} onRetry={() => void confirm()} />
    </Dialog>
  );
}

export interface ReasonDialogProps extends ActDialogProps {
  /** Label of the text, where "Lý do" is not it. */
  label?: string;
  hint?: string;
  /** Least number of characters; the rules of this system ask for ten. */
  min?: number;
  /** Keeps the reason on this device until it is sent. */
  draft?: string;
  onConfirm: (reason: string) => Promise<boolean | undefined | void> | boolean | void;
}

/** Asks for a reason: for returning, disputing, withdrawing. */
export function ReasonDialog(props: ReasonDialogProps) {
  useFreshCommand(props);
  return (
    <Dialog open={props.open} onClose={props.onClose} title={props.title} dismissible={false}>
      {props.children}
      <ReasonForm {...props} />
    </Dialog>
  );
}

function ReasonForm(props: ReasonDialogProps) {
  const t = useUiWords();
  const min = () => props.min ?? 10;
  const form = createForm({
    initial: { reason: '' },
    draft: props.draft,
    check: (values) => ({ reason: values.reason.trim().length < min() && t.reasonShort(min()) }),
  });
  return (
    <Form
      form={form}
      noLeaveGuard
      submit={props.confirm}
      danger={props.danger}
      command={props.command}
      onCancel={props.onClose}
      onSubmit={async (values) => (await props.onConfirm(values.reason.trim())) !== false && !props.command?.refusal}
      onDone={props.onClose}
    >
      <TextArea
        label={props.label ?? t.reason}
        hint={props.hint ?? t.reasonHint(min())}
        required
        {...form.bind('reason')}
      />
    </Form>
  );
}

export interface SignDialogProps extends ActDialogProps {
  /** What is signed, word for word: the sentence that stands in the record. */
  statement: JSX.Element;
  onSign: (password: string) => Promise<boolean | undefined | void> | boolean | void;
}

/** A signature: shows what is signed and asks for the password again. The password is never kept. */
export function SignDialog(props: SignDialogProps) {
  useFreshCommand(props);
  return (
    <Dialog open={props.open} onClose={props.onClose} title={props.title} dismissible={false}>
      <SignForm {...props} />
    </Dialog>
  );
}

function SignForm(props: SignDialogProps) {
  const t = useUiWords();
  const form = createForm({
    initial: { password: '' },
    check: (values) => ({ password: values.password === '' && t.passwordMissing }),
  });
  onCleanup(() => form.reset());
  return (
    <Form
      form={form}
      noLeaveGuard
      submit={props.confirm}
      danger={props.danger}
      command={props.command}
      onCancel={props.onClose}
      onSubmit={async (values) => (await props.onSign(values.password)) !== false && !props.command?.refusal}
      onDone={props.onClose}
    >
      <div class={styles.statement}>
        <p class={styles.label}>{t.signing}</p>
        <blockquote>{props.statement}</blockquote>
      </div>
      {props.children}
      <PasswordInput label={t.passwordAgain} autocomplete="current-password" required {...form.bind('password')} />
    </Form>
  );
}
