import { createSignal, For, Show } from 'solid-js';
import { ask, useCommand } from '../graphql';
import {
  AcceptInspectionDocument,
  ColleaguesDocument,
  ExcuseInspectionDocument,
  NameSubstituteDocument,
  ReturnInspectionDocument,
} from '../graphql/generated/self-inspection/inspection';
import {
  Button,
  CheckList,
  Combobox,
  ConfirmDialog,
  createForm,
  Dialog,
  Form,
  ReasonDialog,
  TextArea,
  toast,
} from '../ui';
import { useSelfInspectionWords } from './words';
import type { Inspection } from './types';

type Open = 'accept' | 'return' | 'excuse' | 'substitute';

/** What the reader may do to the form besides filling it in. */
export function DecideActions(props: { inspection: Inspection; version: number; onDone: () => void }) {
  const t = useSelfInspectionWords();
  const [open, setOpen] = createSignal<Open>();
  const close = () => setOpen(undefined);
  const can = (event: Inspection['viewerCan'][number]) => props.inspection.viewerCan.includes(event);
  const target = () => ({ id: props.inspection.id, version: props.version });
  const done = (words: string) => (toast(words), props.onDone(), true);
  const accept = useCommand(AcceptInspectionDocument);
  const excuse = useCommand(ExcuseInspectionDocument);
  return (
    <>
      <Show when={can('accept')}>
        <Button look="primary" icon="check" onClick={() => setOpen('accept')}>
          {t.accept}
        </Button>
      </Show>
      <Show when={can('return')}>
        <Button icon="left" onClick={() => setOpen('return')}>
          {t.giveBack}
        </Button>
      </Show>
      <Show when={can('nameSubstitute')}>
        <Button icon="user" onClick={() => setOpen('substitute')}>
          {t.substitute}
        </Button>
      </Show>
      <Show when={can('excuse')}>
        <Button onClick={() => setOpen('excuse')}>{t.excuse}</Button>
      </Show>
      <ConfirmDialog
        open={open() === 'accept'}
        onClose={close}
        title={t.acceptTitle}
        confirm={t.accept}
        command={accept}
        onConfirm={async () => Boolean(await accept.run(target())) && done(t.accepted)}
      >
        <p>{t.acceptText}</p>
      </ConfirmDialog>
      <ReasonDialog
        open={open() === 'excuse'}
        onClose={close}
        title={t.excuseTitle}
        confirm={t.excuse}
        command={excuse}
        onConfirm={async (reason) => Boolean(await excuse.run({ ...target(), reason })) && done(t.excused)}
      >
        <p>{t.excuseText}</p>
      </ReasonDialog>
      <Dialog open={open() === 'return'} onClose={close} title={t.returnTitle} shape="wide" dismissible={false}>
        <p>{t.returnLead}</p>
        <ReturnForm inspection={props.inspection} onClose={close} />
      </Dialog>
      <Dialog open={open() === 'substitute'} onClose={close} title={t.substituteTitle} dismissible={false}>
        <p>{t.substituteText}</p>
        <SubstituteForm inspection={props.inspection} version={props.version} onClose={close} onDone={props.onDone} />
      </Dialog>
    </>
  );
}

function ReturnForm(props: { inspection: Inspection; onClose: () => void }) {
  const t = useSelfInspectionWords();
  const giveBack = useCommand(ReturnInspectionDocument);
  const form = createForm({
    initial: { codes: [] as string[], why: {} as Record<string, string>, reason: '' },
    draft: `return:${props.inspection.id}`,
    check: ({ codes }) => ({ codes: codes.length === 0 && t.chooseQuestion }),
  });
  const answered = () => {
    const codes = new Set(
      props.inspection.answers.filter(({ status }) => status !== 'NOT_SHOWN').map(({ questionCode }) => questionCode),
    );
    return props.inspection.templateVersion.questions
      .filter(({ code }) => codes.has(code))
      .map(({ code, text }) => ({ value: code, label: `${code}. ${text}` }));
  };
  return (
    <Form
      form={form}
      noLeaveGuard
      submit={t.giveBack}
      command={giveBack}
      onCancel={props.onClose}
      onSubmit={async ({ codes, why, reason }) => {
        const questions = codes.map((code) => ({ code, reason: (why[code] ?? '').trim() || reason.trim() }));
        const done = await giveBack.run({
          id: props.inspection.id,
          version: props.inspection.version,
          reason: reason.trim(),
          questions,
        });
        if (done) toast(t.returned);
        return Boolean(done);
      }}
      onDone={props.onClose}
    >
      <CheckList label={t.returnQuestions} required options={answered()} {...form.bind('codes')} />
      <For each={form.values.codes}>
        {(code) => (
          <TextArea
            label={t.returnWhy(code)}
            rows={2}
            value={form.values.why[code] ?? ''}
            onChange={(text) => form.set('why', { [code]: text })}
          />
        )}
      </For>
      <TextArea label={t.returnReason} required rows={2} {...form.bind('reason')} />
    </Form>
  );
}

function SubstituteForm(props: { inspection: Inspection; version: number; onClose: () => void; onDone: () => void }) {
  const t = useSelfInspectionWords();
  const name = useCommand(NameSubstituteDocument);
  const now = props.inspection.substitute;
  const form = createForm({
    initial: {
      person: now
        ? { value: now.id, label: now.fullName }
        : (null as { value: string; label: string; detail?: string } | null),
    },
  });
  const save = async (personId: string | null) => {
    const done = await name.run({ id: props.inspection.id, version: props.version, personId });
    if (!done) return false;
    toast(t.substituteSaved);
    props.onDone();
    return true;
  };
  async function search(text: string) {
    const { people } = await ask(ColleaguesDocument, { unitId: props.inspection.authority.id, search: text });
    return (people.nodes ?? []).map(({ id, fullName, currentPost }) => ({
      value: id,
      label: fullName,
      detail: currentPost ? `${currentPost.title}, ${currentPost.unit.name}` : undefined,
    }));
  }
  return (
    <Form
      form={form}
      noLeaveGuard
      submit={t.substituteSave}
      command={name}
      onCancel={props.onClose}
      onSubmit={({ person }) => save(person?.value ?? null)}
      onDone={props.onClose}
      actions={
        <Show when={now}>
          <Button busy={name.busy} onClick={() => void save(null).then((done) => done && props.onClose())}>
            {t.substituteNone}
          </Button>
        </Show>
      }
    >
      <Combobox label={t.substitutePerson} required search={search} {...form.bind('person')} />
    </Form>
  );
}
