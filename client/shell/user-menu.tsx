import { createSignal, For, Show } from 'solid-js';
import { language, languageChoices, setLanguage, type Language } from '../i18n/language';
import { useCommand } from '../graphql/use-command';
import { resetClient } from '../graphql/client';
import { SignOutDocument, SignOutEverywhereDocument } from '../graphql/generated/shell/viewer';
import { ConfirmDialog } from '../ui/act-dialogs';
import { Avatar } from '../ui/avatar';
import { ChoiceGroup } from '../ui/choices';
import { Icon } from '../ui/icon';
import { Menu, MenuItem, MenuLine, MenuLink, MenuText } from '../ui/menu';
import { setTheme, theme, type Theme } from './theme';
import { currentGrants, currentPosts, useViewer, type Role } from './viewer';
import { useShellWords } from './words';
import styles from './user-menu.module.css';

/** As whom and for which unit the person acts, with account, language, theme and signing out. */
export function UserMenu() {
  const t = useShellWords();
  const viewer = useViewer();
  const signOut = useCommand(SignOutDocument);
  const everywhere = useCommand(SignOutEverywhereDocument);
  const [asking, setAsking] = createSignal(false);
  const post = () => currentPosts(viewer())[0];
  /** The office, where the person's unit is one of an authority; offices have the same names everywhere. */
  const office = () => (viewer().unit?.id === viewer().authority?.id ? undefined : viewer().unit?.name);

  return (
    <>
      <Menu
        class={styles.button}
        button={
          <>
            <span class={styles.who}>
              <span class={styles.name}>
                {viewer().person.fullName}
                <Show when={post()}>{(current) => <span class={styles.atDesk}>, {current().title}</span>}</Show>
              </span>
              <span class={styles.where}>
                <Show when={office()}>
                  {(name) => (
                    <span class={viewer().authority ? styles.atDesk : undefined}>
                      {name()}
                      {viewer().authority ? ', ' : ''}
                    </span>
                  )}
                </Show>
                {viewer().authority?.name}
              </span>
            </span>
            <Avatar name={viewer().person.fullName} />
            <Icon name="chevron" size="s" />
            <span class="visually-hidden">{t.accountMenu}</span>
          </>
        }
      >
        <MenuText>
          <p class={styles.small}>{t.actingAs}</p>
          <p class={styles.full}>{viewer().person.fullName}</p>
          <For each={currentPosts(viewer())}>
            {(each) => (
              <p>
                {each.title}
                <span class={styles.small}> · {each.unit.name}</span>
              </p>
            )}
          </For>
          <p class={styles.small}>{t.roles}</p>
          <ul class={styles.roles}>
            <For each={currentGrants(viewer())} fallback={<li>{t.noRoles}</li>}>
              {(grant) => (
                <li>
                  {t.role[grant.role as Role]}
                  <span class={styles.small}> · {grant.unit.name}</span>
                </li>
              )}
            </For>
          </ul>
        </MenuText>
        <MenuLine />
        <MenuLink icon="user" href="/account">
          {t.account}
        </MenuLink>
        <MenuLine />
        <MenuText>
          <LanguageSwitch />
          <ThemeSwitch />
        </MenuText>
        <MenuLine />
        <MenuItem
          icon="leave"
          onSelect={() => {
            void signOut.run().then((done) => done && resetClient());
          }}
        >
          {t.signOut}
        </MenuItem>
        <MenuItem icon="lock" onSelect={() => setAsking(true)}>
          {t.signOutAll}
        </MenuItem>
      </Menu>
      <Show when={asking()}>
        <ConfirmDialog
          open={asking()}
          onClose={() => setAsking(false)}
          title={t.signOutAll}
          confirm={t.signOutAll}
          command={everywhere}
          onConfirm={async () => {
            if (!(await everywhere.run())) return false;
            resetClient();
            return true;
          }}
        >
          <p>{t.signOutAllText}</p>
        </ConfirmDialog>
      </Show>
    </>
  );
}

/** The languages of the interface, each under its own name. */
export function LanguageSwitch() {
  const t = useShellWords();
  return (
    <ChoiceGroup
      compact
      label={t.language}
      value={language()}
      onChange={(value) => setLanguage(value as Language)}
      options={languageChoices}
    />
  );
}

/** Light, dark, or as the device says. */
export function ThemeSwitch() {
  const t = useShellWords();
  return (
    <ChoiceGroup
      compact
      label={t.theme}
      value={theme()}
      onChange={(value) => setTheme(value as Theme)}
      options={[
        { value: 'light', label: t.light },
        { value: 'dark', label: t.dark },
        { value: 'system', label: t.system },
      ]}
    />
  );
}
