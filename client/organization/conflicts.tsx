import { createSignal, For, Show } from 'solid-js';
import { ask, useCommand, useQuery } from '../graphql';
import {
  ConflictPeopleDocument,
  ConflictUnitsDocument,
  DeclareOwnConflictDocument,
  WithdrawOwnConflictDocument,
} from '../graphql/generated/organization/conflicts';
import type { PersonPageQuery } from '../graphql/generated/organization/organization';
import { formatDate } from '../i18n';
import {
  Badge,
  Button,
  Combobox,
  createForm,
  Dialog,
  Form,
  RadioGroup,
  ReasonDialog,
  PageSection,
  Stack,
  TextArea,
  toast,
  type Option,
} from '../ui';
import { useOrganizationWords } from './words';

type Auditor = NonNullable<PersonPageQuery['person']['auditor']>;
type Conflict = Auditor['conflicts'][number];

/** Conflicts of interest that the auditor has declared; on the own page with the way to declare and withdraw them. */
export function AuditorConflicts(props: { auditor: Auditor; isOwn: boolean }) {
  const t = useOrganizationWords();
  const [isOpen, setOpen] = createSignal(false);
  return (
    <PageSection
      title={t.conflicts}
      lead={props.isOwn ? t.conflict.lead : undefined}
      actions={
        <Show when={props.isOwn}>
          <Button icon="plus" onClick={() => setOpen(true)}>
            {t.conflict.declare}
          </Button>
        </Show>
      }
    >
      <Stack>
        <For
          each={props.auditor.conflicts}
          fallback={<p>{props.auditor.conflictsShown ? t.noConflicts : t.conflictsHidden}</p>}
        >
          {(conflict) => <Declared conflict={conflict} isOwn={props.isOwn} />}
        </For>
      </Stack>
      <Dialog open={isOpen()} onClose={() => setOpen(false)} title={t.conflict.declare} dismissible={false}>
        <p>{t.conflict.text}</p>
        <DeclareForm onClose={() => setOpen(false)} />
      </Dialog>
    </PageSection>
  );
}

function Declared(props: { conflict: Conflict; isOwn: boolean }) {
  const t = useOrganizationWords();
  const withdraw = useCommand(WithdrawOwnConflictDocument);
  const [isAsking, setAsking] = createSignal(false);
  const c = () => props.conflict;
  const name = () => c().unit?.name ?? c().person?.fullName ?? '';
  return (
    <article aria-label={name()}>
      <p>
        <strong>{name()}</strong>{' '}
        <Show when={c().withdrawnAt} fallback={<Badge tone="warning">{t.conflict.stands}</Badge>}>
          <Badge tone="neutral">{t.conflict.isWithdrawn}</Badge>
        </Show>
      </p>
      <p>{c().reason}</p>
      <Show when={c().declaredAt}>{(at) => <p>{t.conflict.declaredOn(formatDate(at()))}</p>}</Show>
      <Show when={c().withdrawnReason}>
        <p>
          {t.conflict.withdrawnFor}: {c().withdrawnReason}
        </p>
      </Show>
      <Show when={props.isOwn && !c().withdrawnAt}>
        <Button onClick={() => setAsking(true)}>{t.conflict.withdraw}</Button>
        <ReasonDialog
          open={isAsking()}
          onClose={() => setAsking(false)}
          title={t.conflict.withdraw}
          confirm={t.conflict.withdraw}
          command={withdraw}
          onConfirm={async (reason) => {
            if (!(await withdraw.run({ id: c().id, version: c().version, reason }))) return false;
            toast(t.conflict.withdrawn);
            return true;
          }}
        >
          <p>{t.conflict.withdrawText(name())}</p>
        </ReasonDialog>
      </Show>
    </article>
  );
}

function DeclareForm(props: { onClose: () => void }) {
  const t = useOrganizationWords();
  const declare = useCommand(DeclareOwnConflictDocument);
  const units = useQuery(ConflictUnitsDocument, () => ({}));
  const form = createForm({
    initial: { kind: 'unit', unit: null as Option | null, person: null as Option | null, reason: '' },
  });
  const options = () =>
    (units.data?.units ?? []).map(({ id, name, isAuthority, authority }) => ({
      value: id,
      label: name,
      detail: isAuthority ? undefined : authority?.name,
    }));
  async function search(text: string): Promise<Option[]> {
    const { people } = await ask(ConflictPeopleDocument, { search: text });
    return (people.nodes ?? []).map(({ id, fullName, currentPost }) => ({
      value: id,
      label: fullName,
      detail: currentPost
        ? `${currentPost.title}, ${currentPost.unit.authority?.name ?? currentPost.unit.name}`
        : undefined,
    }));
  }
  return (
    <Form
      form={form}
      noLeaveGuard
      submit={t.conflict.declare}
      command={declare}
      onCancel={props.onClose}
      onSubmit={async ({ kind, unit, person, reason }) => {
        const done = await declare.run({
          unitId: kind === 'unit' ? (unit?.value ?? null) : null,
          personId: kind === 'person' ? (person?.value ?? null) : null,
          reason,
        });
        if (done) toast(t.conflict.declared);
        return Boolean(done);
      }}
      onDone={props.onClose}
    >
      <RadioGroup
        label={t.conflict.with}
        options={(['unit', 'person'] as const).map((value) => ({ value, label: t.conflict.kind[value] }))}
        {...form.bind('kind')}
      />
      <Show
        when={form.values.kind === 'unit'}
        fallback={<Combobox label={t.conflict.kind.person} required search={search} {...form.bind('person')} />}
      >
        <Combobox label={t.conflict.kind.unit} required options={options()} {...form.bind('unit')} />
      </Show>
      <TextArea label={t.reason} hint={t.conflict.reasonHint} rows={3} required {...form.bind('reason')} />
    </Form>
  );
}
