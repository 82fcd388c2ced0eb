import { useNavigate, useSearchParams } from '@solidjs/router';
import { createEffect } from 'solid-js';
import { useCommand } from '../graphql';
import { resetClient } from '../graphql/client';
import { SignInDocument } from '../graphql/generated/identity/sign-in';
import { Brand } from '../shell/frame';
import { useViewerState } from '../shell/viewer';
import { LanguageSwitch } from '../shell/user-menu';
import { createForm } from '../ui/form-state';
import { Form } from '../ui/form';
import { PasswordInput, TextInput } from '../ui/inputs';
import { useIdentityWords } from './words';
import styles from './sign-in.module.css';

/** Only places of our own; never an address that someone put into the link. */
const safePlace = (place: string | undefined) =>
  place && /^\/(?![/\\])/.test(place) && !place.startsWith('/sign-in') ? place : '/';

/** Signing in. Accounts are made by the administrator; there is no sign-up. */
export default function SignIn() {
  const t = useIdentityWords();
  const navigate = useNavigate();
  const [params] = useSearchParams<{ return: string }>();
  const here = useViewerState();
  const signIn = useCommand(SignInDocument);
  const form = createForm({ initial: { userName: '', password: '' } });
  createEffect(() => (document.title = `${t.signIn} · Soát`));
  // Also for those who come here already signed in.
  createEffect(() => here.viewer && navigate(safePlace(params.return), { replace: true }));

  return (
    <div class={styles.page}>
      <main class={styles.card}>
        <p class={styles.brand}>
          <Brand />
        </p>
        <p class={styles.lead}>{t.lead}</p>
        <h1 class={styles.title} tabindex="-1">
          {t.signIn}
        </h1>
        <Form
          form={form}
          noLeaveGuard
          submit={t.signIn}
          command={signIn}
          onSubmit={async (values) =>
            Boolean(await signIn.run({ userName: values.userName.trim(), password: values.password }))
          }
          onDone={resetClient}
        >
          <TextInput label={t.userName} autocomplete="username" required autofocus {...form.bind('userName')} />
          <PasswordInput label={t.password} autocomplete="current-password" required {...form.bind('password')} />
        </Form>
        <p class={styles.help}>{t.help}</p>
      </main>
      <footer class={styles.foot}>
        <LanguageSwitch />
      </footer>
    </div>
  );
}
