import { useNavigate } from '@solidjs/router';
import { Show, type JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import type { NonconformityEvent } from '../../api/nonconformities/rules/index';
import { useCommand } from '../graphql';
import {
  ApprovePlanDocument,
  ConfirmEffectiveDocument,
  DisputeNonconformityDocument,
  FindIneffectiveDocument,
  ReportActionsDoneDocument,
  ReturnPlanDocument,
  ReturnResultDocument,
  RevisePlanDocument,
  UpholdNonconformityDocument,
  VerifyNonconformityDocument,
  WithdrawNonconformityDocument,
} from '../graphql/generated/nonconformities/commands';
import { Checkbox, CheckList, createForm, Dialog, Form, TextArea, toast } from '../ui';
import { ConfirmRecord, ReasonForRecord, type ReasonCommand, type RecordCommand } from './record-dialogs';
import { useNonconformityWords } from './words';
import type { Whole } from './types';

const confirmed = { approvePlan: ApprovePlanDocument, reportDone: ReportActionsDoneDocument } as const satisfies Record<
  string,
  RecordCommand
>;
const reasoned = {
  dispute: DisputeNonconformityDocument,
  uphold: UpholdNonconformityDocument,
  withdraw: WithdrawNonconformityDocument,
  returnPlan: ReturnPlanDocument,
  revisePlan: RevisePlanDocument,
} as const satisfies Record<string, ReasonCommand>;

interface Props {
  whole: Whole;
  /** The event whose dialog is open. */
  event: NonconformityEvent | undefined;
  onClose: () => void;
}

/** Events that are answered in a dialog; a response has a page of its own. */
type DialogEvent = Exclude<NonconformityEvent, 'respond'>;

/** The dialog of each event, which asks for what the event needs and carries it out. */
const dialogs: { [E in DialogEvent]: (props: Props & { event: E }) => JSX.Element } = {
  approvePlan: Confirm,
  reportDone: Confirm,
  dispute: Reason,
  uphold: Reason,
  withdraw: Reason,
  returnPlan: Reason,
  revisePlan: Reason,
  verify: Verify,
  returnResult: ReturnResult,
  confirmEffective: Effect,
  findIneffective: Effect,
};

/** The dialog of the event that is open. */
export function EventDialog(props: Props) {
  const open = () => (props.event === 'respond' ? undefined : props.event);
  return (
    <Show when={open()} keyed>
      {(event) => (
        <Dynamic
          component={dialogs[event] as (props: Props & { event: DialogEvent }) => JSX.Element}
          {...props}
          event={event}
        />
      )}
    </Show>
  );
}

const seen = ({ id, version }: Whole) => ({ id, version });

function Confirm(props: Props & { event: keyof typeof confirmed }) {
  const t = useNonconformityWords();
  return (
    <ConfirmRecord
      record={props.whole}
      command={confirmed[props.event]}
      words={t.gestures[props.event]}
      onClose={props.onClose}
    />
  );
}

function Reason(props: Props & { event: keyof typeof reasoned }) {
  const t = useNonconformityWords();
  return (
    <ReasonForRecord
      record={props.whole}
      command={reasoned[props.event]}
      words={t.gestures[props.event]}
      danger={props.event === 'withdraw'}
      draft={`nonconformity.${props.event}:${props.whole.id}`}
      onClose={props.onClose}
    />
  );
}

/** A wide dialog with the words of its event around a form. */
function Framed(props: Props & { event: DialogEvent; children: JSX.Element }) {
  const t = useNonconformityWords();
  const words = () => t.gestures[props.event];
  return (
    <Dialog open onClose={props.onClose} title={words().title} shape="wide" dismissible={false}>
      <p>{words().lead}</p>
      {props.children}
    </Dialog>
  );
}

function Verify(props: Props & { event: 'verify' }) {
  const t = useNonconformityWords();
  const command = useCommand(VerifyNonconformityDocument);
  const form = createForm({
    initial: { evidenceSeen: false, onSite: false, note: '' },
    draft: `nonconformity.verify:${props.whole.id}`,
  });
  return (
    <Framed {...props}>
      <Form
        form={form}
        noLeaveGuard
        submit={t.gestures.verify.confirm}
        command={command}
        onCancel={props.onClose}
        onSubmit={async (values) => Boolean(await command.run({ ...seen(props.whole), ...values }))}
        onDone={() => (toast(t.gestures.verify.done), props.onClose())}
      >
        <Checkbox label={t.evidenceSeen} {...form.bind('evidenceSeen')} />
        <Checkbox
          label={t.onSite}
          hint={props.whole.severity === 'MAJOR' ? t.onSiteMust : undefined}
          {...form.bind('onSite')}
        />
        <TextArea label={t.note} hint={t.noteHint} {...form.bind('note')} />
      </Form>
    </Framed>
  );
}

function ReturnResult(props: Props & { event: 'returnResult' }) {
  const t = useNonconformityWords();
  const command = useCommand(ReturnResultDocument);
  const form = createForm({
    initial: { actionIds: [] as string[], reason: '' },
    draft: `nonconformity.returnResult:${props.whole.id}`,
  });
  const done = () => props.whole.actions.filter(({ state }) => state === 'DONE');
  const options = () => done().map(({ id, title, owner }) => ({ value: id, label: title, detail: owner.fullName }));
  return (
    <Framed {...props}>
      <Form
        form={form}
        noLeaveGuard
        submit={t.gestures.returnResult.confirm}
        command={command}
        onCancel={props.onClose}
        onSubmit={async (values) =>
          Boolean(
            await command.run({ ...seen(props.whole), reason: values.reason.trim(), actionIds: [...values.actionIds] }),
          )
        }
        onDone={() => (toast(t.gestures.returnResult.done), props.onClose())}
      >
        <Show when={options().length > 0}>
          <CheckList label={t.redo} hint={t.redoHint} options={options()} {...form.bind('actionIds')} />
        </Show>
        <TextArea label={t.reason} required {...form.bind('reason')} />
      </Form>
    </Framed>
  );
}

function Effect(props: Props & { event: 'confirmEffective' | 'findIneffective' }) {
  const t = useNonconformityWords();
  const navigate = useNavigate();
  const confirm = useCommand(ConfirmEffectiveDocument);
  const find = useCommand(FindIneffectiveDocument);
  const command = props.event === 'confirmEffective' ? confirm : find;
  const form = createForm({ initial: { observed: '' }, draft: `nonconformity.${props.event}:${props.whole.id}` });
  let followUp: string | undefined;
  const submit = async (observed: string) => {
    const input = { ...seen(props.whole), observed: observed.trim() };
    if (props.event === 'confirmEffective') return Boolean(await confirm.run(input));
    const answer = await find.run(input);
    followUp = answer?.findIneffective.followUps.at(-1)?.id;
    return Boolean(answer);
  };
  return (
    <Framed {...props}>
      <Form
        form={form}
        noLeaveGuard
        submit={t.gestures[props.event].confirm}
        command={command}
        onCancel={props.onClose}
        onSubmit={(values) => submit(values.observed)}
        onDone={() => {
          toast(t.gestures[props.event].done);
          props.onClose();
          if (followUp) navigate(`/nonconformities/${followUp}`);
        }}
      >
        <TextArea label={t.observed} hint={t.observedHint} required {...form.bind('observed')} />
      </Form>
    </Framed>
  );
}
