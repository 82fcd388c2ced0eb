import { useNavigate } from '@solidjs/router';
import { Show } from 'solid-js';
import { resetClient } from '../graphql/client';
import { SignInAgainDocument } from '../graphql/generated/shell/session';
import { resumeSession, sessionEnded } from '../graphql/session';
import { useCommand } from '../graphql/use-command';
import { Button } from '../ui/button';
import { createForm } from '../ui/form-state';
import { Dialog } from '../ui/dialog';
import { Form } from '../ui/form';
import { PasswordInput } from '../ui/inputs';
import { useViewer } from './viewer';
import { useShellWords } from './words';

/** Asks for the password again when the session has ended, over the page, so that nothing typed is lost. */
export function SessionDialog() {
  const t = useShellWords();
  return (
    <Show when={sessionEnded()}>
      <Dialog open title={t.signInAgain} onClose={() => resumeSession(false)} dismissible={false}>
        <AgainForm />
      </Dialog>
    </Show>
  );
}

function AgainForm() {
  const t = useShellWords();
  const viewer = useViewer();
  const navigate = useNavigate();
  const signIn = useCommand(SignInAgainDocument);
  const form = createForm({ initial: { password: '' } });
  const { userName } = viewer();
  return (
    <>
      <p>{t.sessionEnded}</p>
      <p>{t.asUser(userName)}</p>
      <Form
        form={form}
        noLeaveGuard
        submit={t.signIn}
        command={signIn}
        onSubmit={async (values) => Boolean(await signIn.run({ userName, password: values.password }))}
        onDone={() => resumeSession(true)}
        actions={
          <Button
            look="quiet"
            onClick={() => {
              resumeSession(false);
              resetClient();
              navigate('/sign-in');
            }}
          >
            {t.otherAccount}
          </Button>
        }
      >
        <PasswordInput label={t.password} autocomplete="current-password" required {...form.bind('password')} />
      </Form>
    </>
  );
}
