import { For, Show, type JSX } from 'solid-js';
import { formatDateTime } from '../i18n/dates';
import { Icon, type IconName } from './icon';
import { toneStyle, type Tone } from './tone';
import styles from './timeline.module.css';

/** One thing that happened. */
export interface TimelineEntry {
  /** Instant in ISO form. */
  at: string;
  /** Who did what, in a sentence. */
  what: JSX.Element;
  /** The reason or the remark that came with it. */
  note?: JSX.Element;
  icon?: IconName;
  tone?: Tone;
}

/** What happened to a record, in order. */
export function Timeline(props: { entries: readonly TimelineEntry[] }) {
  return (
    <ol class={styles.timeline}>
      <For each={props.entries}>
        {(entry) => (
          <li class={styles.entry} style={toneStyle(entry.tone ?? 'neutral')}>
            <span class={styles.dot}>
              <Icon name={entry.icon ?? 'circle'} size="s" />
            </span>
            <div>
              <p>{entry.what}</p>
              <Show when={entry.note}>
                <blockquote class={styles.note}>{entry.note}</blockquote>
              </Show>
              <time class={styles.when} datetime={entry.at}>
                {formatDateTime(entry.at)}
              </time>
            </div>
          </li>
        )}
      </For>
    </ol>
  );
}
