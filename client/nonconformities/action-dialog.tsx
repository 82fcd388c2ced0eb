import { Match, Show, Switch } from 'solid-js';
import type { ActionEvent } from '../../api/nonconformities/rules/index';
import { useCommand } from '../graphql';
import {
  AcceptActionDocument,
  AskExtensionDocument,
  DropActionDocument,
  GrantExtensionDocument,
  NoteActionProgressDocument,
  RefuseExtensionDocument,
  ReportActionDoneDocument,
  ReturnActionDocument,
} from '../graphql/generated/nonconformities/commands';
import { addDays } from '../../api/rules/calendar';
import { formatDate, today } from '../i18n';
import { AttachFiles, type AttachedFile } from '../shell/attach-files';
import { createForm, DateInput, Dialog, Form, type FormProps, NumberInput, TextArea, toast } from '../ui';
import { ConfirmRecord, ReasonForRecord, type ReasonCommand, type RecordCommand } from './record-dialogs';
import { useNonconformityWords } from './words';
import { pendingExtension, type Action } from './types';

const confirmed = { grantExtension: GrantExtensionDocument, accept: AcceptActionDocument } as const satisfies Record<
  string,
  RecordCommand
>;
const reasoned = {
  refuseExtension: RefuseExtensionDocument,
  drop: DropActionDocument,
  return: ReturnActionDocument,
} as const satisfies Record<string, ReasonCommand>;

interface Props {
  action: Action;
  onClose: () => void;
}

/** The dialog of an event of an action: asks for what the event needs and carries it out. */
export function ActionDialog(props: {
  gesture: { action: Action; event: ActionEvent } | undefined;
  latest: string;
  onClose: () => void;
}) {
  return (
    <Show when={props.gesture} keyed>
      {({ action, event }) => (
        <Switch>
          <Match when={event === 'grantExtension' || event === 'accept'}>
            <Confirm action={action} event={event as keyof typeof confirmed} onClose={props.onClose} />
          </Match>
          <Match when={event === 'refuseExtension' || event === 'drop' || event === 'return'}>
            <Reason action={action} event={event as keyof typeof reasoned} onClose={props.onClose} />
          </Match>
          <Match when={event === 'reportDone'}>
            <Done action={action} onClose={props.onClose} />
          </Match>
          <Match when={event === 'askExtension'}>
            <Ask action={action} latest={props.latest} onClose={props.onClose} />
          </Match>
          <Match when={event === 'noteProgress'}>
            <Progress action={action} onClose={props.onClose} />
          </Match>
        </Switch>
      )}
    </Show>
  );
}

const seen = ({ id, version }: Action) => ({ id, version });

/** What was asked for, above the answer to it. */
function Asked(props: { action: Action }) {
  const t = useNonconformityWords();
  return (
    <Show when={pendingExtension(props.action)}>
      {(asked) => (
        <>
          <p>{t.extendFromTo(formatDate(asked().fromDay), formatDate(asked().toDay))}</p>
          <p>{t.becauseAsked(asked().reason)}</p>
        </>
      )}
    </Show>
  );
}

function Confirm(props: Props & { event: keyof typeof confirmed }) {
  const t = useNonconformityWords();
  return (
    <ConfirmRecord
      record={props.action}
      command={confirmed[props.event]}
      words={t.actionGestures[props.event]}
      onClose={props.onClose}
    >
      <Asked action={props.action} />
    </ConfirmRecord>
  );
}

function Reason(props: Props & { event: keyof typeof reasoned }) {
  const t = useNonconformityWords();
  return (
    <ReasonForRecord
      record={props.action}
      command={reasoned[props.event]}
      words={t.actionGestures[props.event]}
      danger={props.event === 'drop'}
      draft={`action.${props.event}:${props.action.id}`}
      onClose={props.onClose}
    >
      <Show when={props.event === 'refuseExtension'}>
        <Asked action={props.action} />
      </Show>
    </ReasonForRecord>
  );
}

/** The dialog of an event that asks for more than a reason: its lead, and the form beneath. */
function ActionForm<T extends object>(
  props: Pick<FormProps<T>, 'form' | 'command' | 'onSubmit' | 'children'> & {
    words: { title: string; lead: string; confirm: string; done: string };
    shape?: 'wide';
    onClose: () => void;
  },
) {
  return (
    <Dialog open onClose={props.onClose} title={props.words.title} shape={props.shape} dismissible={false}>
      <p>{props.words.lead}</p>
      <Form
        form={props.form}
        noLeaveGuard
        submit={props.words.confirm}
        command={props.command}
        onCancel={props.onClose}
        onSubmit={props.onSubmit}
        onDone={() => (toast(props.words.done), props.onClose())}
      >
        {props.children}
      </Form>
    </Dialog>
  );
}

function Done(props: Props) {
  const t = useNonconformityWords();
  const command = useCommand(ReportActionDoneDocument);
  const words = t.actionGestures.reportDone;
  const { id, result, evidence, attachments } = props.action;
  const files: AttachedFile[] = attachments.map((file) => ({ id: file.id, name: file.name }));
  const form = createForm({
    initial: { result: result ?? '', evidence: evidence ?? '', files },
    draft: `action.reportDone:${id}`,
  });
  const send = async (values: typeof form.values) =>
    Boolean(
      await command.run({
        ...seen(props.action),
        result: values.result,
        evidence: values.evidence,
        attachmentIds: values.files.map((file) => file.id),
      }),
    );
  return (
    <ActionForm words={words} shape="wide" form={form} command={command} onClose={props.onClose} onSubmit={send}>
      <TextArea label={t.whatWasDone} required {...form.bind('result')} />
      <TextArea label={t.whereSeen} hint={t.whereSeenHint} required rows={2} {...form.bind('evidence')} />
      <AttachFiles label={t.files} value={form.values.files} onChange={(files) => form.set('files', files)} />
    </ActionForm>
  );
}

function Progress(props: Props) {
  const t = useNonconformityWords();
  const command = useCommand(NoteActionProgressDocument);
  const words = t.actionGestures.noteProgress;
  const last = props.action.progress.findLast(({ percent }) => percent !== null)?.percent ?? null;
  const form = createForm({ initial: { note: '', percent: last }, draft: `action.noteProgress:${props.action.id}` });
  return (
    <ActionForm
      words={words}
      form={form}
      command={command}
      onClose={props.onClose}
      onSubmit={async ({ note, percent }) =>
        Boolean(await command.run({ ...seen(props.action), note: note.trim(), percent }))
      }
    >
      <TextArea label={t.progressWhat} hint={t.progressHint} rows={2} required {...form.bind('note')} />
      <NumberInput label={t.percentDone} min={0} max={100} {...form.bind('percent')} />
    </ActionForm>
  );
}

function Ask(props: Props & { latest: string }) {
  const t = useNonconformityWords();
  const command = useCommand(AskExtensionDocument);
  const words = t.actionGestures.askExtension;
  const form = createForm({ initial: { dueOn: '', reason: '' }, draft: `action.askExtension:${props.action.id}` });
  const after = () => (props.action.dueOn > today() ? props.action.dueOn : today());
  return (
    <ActionForm
      words={words}
      form={form}
      command={command}
      onClose={props.onClose}
      onSubmit={async ({ dueOn, reason }) =>
        Boolean(await command.run({ ...seen(props.action), dueOn, reason: reason.trim() }))
      }
    >
      <DateInput
        label={t.newDate}
        hint={t.newDateHint(formatDate(props.latest))}
        min={addDays(after(), 1)}
        max={props.latest}
        required
        {...form.bind('dueOn')}
      />
      <TextArea label={t.reason} required {...form.bind('reason')} />
    </ActionForm>
  );
}
