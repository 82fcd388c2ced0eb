import { Show, type JSX } from 'solid-js';
import { Badge } from './badge';
import { DueDate } from './due-date';
import { OptionalActions } from './optional-frame';
import { toneStyle, type Tone } from './tone';
import { useUiWords } from './words';
import styles from './state-card.module.css';

export interface StateCardProps {
  /** The state in a word, and what it means. */
  state: string;
  tone: Tone;
  /** What happens next, as a sentence; left out when nothing does. */
  next?: string;
  /** Who must act. */
  who?: string;
  /** Until when, `YYYY-MM-DD`. */
  due?: string | null;
  /** It is this reader who must act: the card says so by its weight. */
  mine?: boolean;
  /** Buttons for what this reader may do now; the main one first. */
  actions?: JSX.Element;
  children?: JSX.Element;
}

/** Where a record stands: state, next step, who must act, until when, and the buttons to do it. */
export function StateCard(props: StateCardProps) {
  const t = useUiWords();
  return (
    <section
      class={`${styles.card} ${props.mine ? styles.mine : ''}`}
      style={toneStyle(props.tone)}
      aria-label={t.state}
    >
      <dl class={styles.facts}>
        <div>
          <dt>{t.state}</dt>
          <dd>
            <Badge tone={props.tone}>{props.state}</Badge>
          </dd>
        </div>
        <Show when={props.next}>
          <div class={styles.next}>
            <dt>{t.next}</dt>
            <dd>{props.next}</dd>
          </div>
        </Show>
        <Show when={props.who}>
          <div>
            <dt>{t.whoActs}</dt>
            <dd>{props.who}</dd>
          </div>
        </Show>
        <Show when={props.due}>
          <div>
            <dt>{t.due}</dt>
            <dd>
              <DueDate date={props.due} />
            </dd>
          </div>
        </Show>
      </dl>
      {props.children}
      <OptionalActions class={styles.actions}>{props.actions}</OptionalActions>
    </section>
  );
}
