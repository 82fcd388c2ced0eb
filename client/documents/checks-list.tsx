import { For, Show } from 'solid-js';
import { Badge, PageSection } from '../ui';
import { useDocumentWords } from './words';
import styles from './checks-list.module.css';

/** One finding of the automatic checks, as the server or the rules in the browser give it. */
export interface CheckMessage {
  code: string;
  severity: 'BLOCKING' | 'WARNING';
  message: string;
}

/** What the automatic checks found, the worst first. */
export function ChecksList(props: { checks: readonly CheckMessage[]; bare?: boolean }) {
  const t = useDocumentWords();
  const sorted = () =>
    [...props.checks].sort((a, b) => (a.severity === b.severity ? 0 : a.severity === 'BLOCKING' ? -1 : 1));
  return (
    <PageSection title={t.checksTitle} bare={props.bare}>
      <Show when={sorted().length > 0} fallback={<p>{t.checksGood}</p>}>
        <ul class={styles.list}>
          <For each={sorted()}>
            {(check) => (
              <li class={styles.check}>
                <Badge tone={check.severity === 'BLOCKING' ? 'danger' : 'warning'}>
                  {check.severity === 'BLOCKING' ? t.blocking : t.warning}
                </Badge>
                <span>{check.message}</span>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </PageSection>
  );
}
