import { For, Show } from 'solid-js';
import { formatDate } from '../i18n';
import { ProgressBar } from '../ui';
import { useNonconformityWords } from './words';
import styles from './plan.module.css';
import type { Action } from './types';

/** How far an action had come and when more time was asked for: what its owner and the approver said. */
export function ActionHistory(props: { action: Action }) {
  const t = useNonconformityWords();
  const settled = () => props.action.extensions.filter(({ decision }) => decision);
  const percent = () => props.action.progress.findLast((note) => note.percent !== null)?.percent;
  return (
    <>
      <Show when={props.action.progress.length > 0}>
        <div class={styles.past}>
          <h4 class={styles.pastTitle}>{t.progress}</h4>
          <Show when={props.action.state === 'OPEN' && percent() !== undefined && percent() !== null}>
            <ProgressBar value={percent()!} max={100} label={t.percentDone} />
          </Show>
          <ul class={styles.notes}>
            <For each={props.action.progress.toReversed()}>
              {(note) => <li>{t.progressNote(formatDate(note.at), note.by.fullName, note.percent, note.note)}</li>}
            </For>
          </ul>
        </div>
      </Show>
      <Show when={settled().length > 0}>
        <div class={styles.past}>
          <h4 class={styles.pastTitle}>{t.extensions}</h4>
          <ul class={styles.notes}>
            <For each={settled()}>
              {(one) => (
                <li>
                  {t.extensionSentence(
                    one.askedBy.fullName,
                    formatDate(one.askedAt),
                    formatDate(one.fromDay),
                    formatDate(one.toDay),
                    one.reason,
                  )}{' '}
                  {t.decisions[one.decision!](one.decidedBy?.fullName ?? '', formatDate(one.decidedAt))}{' '}
                  {one.decisionReason}
                </li>
              )}
            </For>
          </ul>
        </div>
      </Show>
    </>
  );
}
