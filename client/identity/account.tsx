import { createSignal } from 'solid-js';
import { resetClient, useCommand } from '../graphql';
import { ChangePasswordDocument } from '../graphql/generated/identity/account';
import { SignOutEverywhereDocument } from '../graphql/generated/shell/viewer';
import { LanguageSwitch, ThemeSwitch } from '../shell/user-menu';
import { currentPosts, holdsToday, useViewer, type Viewer } from '../shell/viewer';
import { useShellWords } from '../shell/words';
import {
  Badge,
  Button,
  Columns,
  ConfirmDialog,
  createForm,
  DataTable,
  DescriptionList,
  EmptyState,
  Form,
  PageHeader,
  PasswordInput,
  PageSection,
  Stack,
  toast,
} from '../ui';
import { fold } from '../i18n/fold';
import { roleColumns, statusOf } from './columns';
import { useIdentityWords } from './words';

const shortest = 12;

/** The own account: who one is, the own roles, the password, the devices. */
export default function AccountPage() {
  const t = useIdentityWords();
  const viewer = useViewer();
  return (
    <>
      <PageHeader title={t.account} subtitle={viewer().userName} />
      <Columns
        main={
          <>
            <PageSection>
              <DescriptionList
                facts={[
                  { term: t.person, value: viewer().person.fullName },
                  {
                    term: t.posts,
                    value: currentPosts(viewer())
                      .map((post) => `${post.title}, ${post.unit.name}`)
                      .join('; '),
                  },
                  viewer().unit && { term: t.unit, value: viewer().unit!.name },
                  viewer().authority && { term: t.authority, value: viewer().authority!.name },
                ]}
              />
            </PageSection>
            <PageSection title={t.roles} lead={t.rolesLead} bare>
              <Roles viewer={viewer()} />
            </PageSection>
            <PageSection title={t.changePassword} lead={t.changePasswordLead}>
              <ChangePassword />
            </PageSection>
          </>
        }
        side={
          <>
            <PageSection title={t.display}>
              <Stack gap="m">
                <LanguageSwitch />
                <ThemeSwitch />
              </Stack>
            </PageSection>
            <PageSection title={t.devices} lead={t.devicesLead}>
              <SignOutEverywhere />
            </PageSection>
          </>
        }
      />
    </>
  );
}

function Roles(props: { viewer: Viewer }) {
  const t = useIdentityWords();
  const names = useShellWords();
  return (
    <DataTable
      caption={t.roles}
      rows={props.viewer.person.grants}
      empty={<EmptyState icon="user" title={t.noRoles} />}
      columns={roleColumns(t, names)}
      cells={{
        status: (grant) => <Badge tone={holdsToday(grant) ? 'success' : 'neutral'}>{statusOf(t, grant)}</Badge>,
      }}
    />
  );
}

function ChangePassword() {
  const t = useIdentityWords();
  const viewer = useViewer();
  const change = useCommand(ChangePasswordDocument);
  const form = createForm({
    initial: { currentPassword: '', newPassword: '', again: '' },
    check: (values) => ({
      newPassword:
        (values.newPassword.length < shortest && t.tooShort(values.newPassword.length)) ||
        (values.newPassword === values.currentPassword && t.sameAsOld) ||
        (fold(values.newPassword).includes(fold(viewer().userName)) && t.containsName),
      again: values.again !== values.newPassword && t.notSame,
    }),
  });
  return (
    <Form
      form={form}
      submit={t.changePassword}
      command={change}
      onSubmit={async ({ currentPassword, newPassword }) => Boolean(await change.run({ currentPassword, newPassword }))}
      onDone={() => {
        form.reset();
        toast(t.changed);
      }}
    >
      <input type="text" name="username" autocomplete="username" value={viewer().userName} hidden readOnly />
      <PasswordInput
        label={t.currentPassword}
        autocomplete="current-password"
        required
        {...form.bind('currentPassword')}
      />
      <PasswordInput
        label={t.newPassword}
        hint={t.newPasswordHint}
        autocomplete="new-password"
        required
        {...form.bind('newPassword')}
      />
      <PasswordInput label={t.newPasswordAgain} autocomplete="new-password" required {...form.bind('again')} />
    </Form>
  );
}

function SignOutEverywhere() {
  const t = useIdentityWords();
  const names = useShellWords();
  const command = useCommand(SignOutEverywhereDocument);
  const [asking, setAsking] = createSignal(false);
  return (
    <>
      <Button icon="lock" onClick={() => setAsking(true)}>
        {t.signOutAll}
      </Button>
      <ConfirmDialog
        open={asking()}
        onClose={() => setAsking(false)}
        title={t.signOutAll}
        confirm={t.signOutAll}
        command={command}
        onConfirm={async () => {
          if (!(await command.run())) return false;
          resetClient();
          return true;
        }}
      >
        <p>{names.signOutAllText}</p>
      </ConfirmDialog>
    </>
  );
}
