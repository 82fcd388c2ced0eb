import { createSignal, Show } from 'solid-js';
import { useCommand, useQuery } from '../graphql';
import {
  AccountOfDocument,
  CloseAccountDocument,
  GiveAccountDocument,
  ResetPasswordDocument,
  type AccountOfQuery,
} from '../graphql/generated/organization/account';
import { fold } from '../i18n/fold';
import {
  Badge,
  Button,
  Buttons,
  ConfirmDialog,
  createForm,
  DescriptionList,
  Dialog,
  Form,
  Loaded,
  Notice,
  ReasonDialog,
  PageSection,
  TextInput,
  toast,
} from '../ui';
import { useOrganizationWords } from './words';

type Account = NonNullable<AccountOfQuery['accountOf']>;

interface Given {
  userName: string;
  password: string;
}

/** For administrators: whether and how the person signs in. A password is shown once, to be handed over. */
export function AccountSection(props: { person: { id: string; fullName: string } }) {
  const t = useOrganizationWords();
  const query = useQuery(AccountOfDocument, () => ({ personId: props.person.id }));
  const [given, setGiven] = createSignal<Given>();
  return (
    <PageSection title={t.account.title}>
      <Loaded query={query} pick={(data) => ({ account: data.accountOf ?? null })}>
        {(found) => (
          <Show when={found().account} fallback={<GiveAccount person={props.person} onGiven={setGiven} />}>
            {(account) => <OwnAccount personId={props.person.id} account={account()} onGiven={setGiven} />}
          </Show>
        )}
      </Loaded>
      <Dialog
        open={given() !== undefined}
        onClose={() => setGiven(undefined)}
        title={t.account.givenTitle}
        dismissible={false}
      >
        <Show when={given()}>{(shown) => <HandOver given={shown()} onClose={() => setGiven(undefined)} />}</Show>
      </Dialog>
    </PageSection>
  );
}

/** Surname last, as offices do: "Bùi Phương Thủy" is thuybp. */
function usualName(fullName: string): string {
  const words = fold(fullName).split(' ').filter(Boolean);
  return `${words.at(-1) ?? ''}${words
    .slice(0, -1)
    .map((word) => word[0])
    .join('')}`;
}

function GiveAccount(props: { person: { id: string; fullName: string }; onGiven: (given: Given) => void }) {
  const t = useOrganizationWords();
  const give = useCommand(GiveAccountDocument);
  const form = createForm({ initial: { userName: usualName(props.person.fullName) } });
  const submit = async ({ userName }: { userName: string }) => {
    const done = await give.run({ personId: props.person.id, userName: userName.trim().toLowerCase() });
    if (done) props.onGiven(done.giveAccount);
    return Boolean(done);
  };
  return (
    <>
      <p>{t.account.none}</p>
      <Form form={form} noLeaveGuard submit={t.account.give} command={give} onSubmit={submit}>
        <TextInput
          label={t.account.userName}
          hint={t.account.userNameHint}
          required
          maxLength={50}
          width={30}
          {...form.bind('userName')}
        />
      </Form>
    </>
  );
}

function OwnAccount(props: { personId: string; account: Account; onGiven: (given: Given) => void }) {
  const t = useOrganizationWords();
  const [reset, close] = [useCommand(ResetPasswordDocument), useCommand(CloseAccountDocument)];
  const [asking, setAsking] = createSignal<'reset' | 'close'>();
  const resetNow = async () => {
    const done = await reset.run({ personId: props.personId });
    if (done) props.onGiven(done.resetPassword);
    return Boolean(done);
  };
  const closeNow = async (reason: string) => {
    const done = await close.run({ personId: props.personId, reason });
    if (done) toast(t.account.closed);
    return Boolean(done);
  };
  return (
    <>
      <DescriptionList
        facts={[
          { term: t.account.userName, value: props.account.userName },
          {
            term: t.account.state,
            value: (
              <Badge tone={props.account.isActive ? 'success' : 'neutral'}>
                {props.account.isActive ? t.account.open : t.account.shut}
              </Badge>
            ),
          },
          props.account.isPasswordGiven &&
            props.account.isActive && { term: t.account.password, value: t.account.notYetChanged },
        ]}
      />
      <Buttons>
        <Button icon="lock" onClick={() => setAsking('reset')}>
          {props.account.isActive ? t.account.reset : t.account.reopen}
        </Button>
        <Show when={props.account.isActive}>
          <Button look="quiet" onClick={() => setAsking('close')}>
            {t.account.close}
          </Button>
        </Show>
      </Buttons>
      <ConfirmDialog
        open={asking() === 'reset'}
        onClose={() => setAsking(undefined)}
        title={t.account.reset}
        confirm={t.account.reset}
        command={reset}
        onConfirm={resetNow}
      >
        <p>{t.account.resetLead}</p>
      </ConfirmDialog>
      <ReasonDialog
        open={asking() === 'close'}
        onClose={() => setAsking(undefined)}
        title={t.account.close}
        confirm={t.account.close}
        danger
        command={close}
        onConfirm={closeNow}
      >
        <p>{t.account.closeLead}</p>
      </ReasonDialog>
    </>
  );
}

function HandOver(props: { given: Given; onClose: () => void }) {
  const t = useOrganizationWords();
  const copy = () => navigator.clipboard?.writeText(props.given.password).then(() => toast(t.account.copied));
  return (
    <>
      <Notice tone="warning" title={t.account.once} />
      <DescriptionList
        facts={[
          { term: t.account.userName, value: props.given.userName },
          { term: t.account.password, value: <code>{props.given.password}</code> },
        ]}
      />
      <Buttons>
        <Button look="primary" onClick={() => props.onClose()}>
          {t.account.handedOver}
        </Button>
        <Button onClick={() => void copy()}>{t.account.copy}</Button>
      </Buttons>
    </>
  );
}
