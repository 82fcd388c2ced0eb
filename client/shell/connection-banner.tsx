import { createEffect, on, Show } from 'solid-js';
import { refetchAll } from '../graphql/client';
import { checkConnection, online } from '../graphql/connection';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { useShellWords } from './words';

/** Says that the server cannot be reached, and reads everything again when it can. */
export function ConnectionBanner() {
  const t = useShellWords();
  createEffect(on(online, (reached) => reached && refetchAll(), { defer: true }));
  return (
    <Show when={!online()}>
      <div data-print="no">
        <Notice
          tone="warning"
          live
          title={t.offlineTitle}
          actions={
            <Button size="s" icon="refresh" onClick={() => void checkConnection()}>
              {t.tryNow}
            </Button>
          }
        >
          {t.offlineText}
        </Notice>
      </div>
    </Show>
  );
}
