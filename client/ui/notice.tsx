import { Show, type JSX } from 'solid-js';
import type { Refusal } from '../refusal';
import { Button } from './button';
import { OptionalFrame } from './optional-frame';
import { Icon } from './icon';
import { toneIcon, toneStyle, type Tone } from './tone';
import { useUiWords } from './words';
import styles from './notice.module.css';

export interface NoticeProps {
  tone?: Tone;
  title?: string;
  children?: JSX.Element;
  /** Buttons beneath the text. */
  actions?: JSX.Element;
  /** Read aloud as soon as it appears; for what happens after a click. */
  live?: boolean;
}

/** A message that stays on the page. */
export function Notice(props: NoticeProps) {
  const tone = () => props.tone ?? 'info';
  return (
    <div
      class={styles.notice}
      style={toneStyle(tone())}
      role={props.live ? (tone() === 'danger' ? 'alert' : 'status') : undefined}
    >
      <Icon name={toneIcon[tone()]} />
      <div class={styles.body}>
        <Show when={props.title}>
          <p class={styles.title}>{props.title}</p>
        </Show>
        <div>{props.children}</div>
        <OptionalFrame frame={(actions) => <div class={styles.actions}>{actions()}</div>}>
          {props.actions}
        </OptionalFrame>
      </div>
    </div>
  );
}

/** Why a command was not carried out, with the way on: try again after a lost connection, reload after a conflict. */
export function RefusalNotice(props: { refusal: Refusal | undefined; onRetry?: () => void }) {
  const t = useUiWords();
  const canRetry = () => props.refusal?.code === 'NETWORK' || props.refusal?.code === 'INTERNAL';
  return (
    <Show when={props.refusal}>
      {(refusal) => (
        <Notice
          tone={canRetry() ? 'warning' : 'danger'}
          live
          actions={
            <>
              <Show when={canRetry() && props.onRetry}>
                <Button size="s" icon="refresh" onClick={() => props.onRetry?.()}>
                  {t.tryAgain}
                </Button>
              </Show>
              <Show when={refusal().code === 'VERSION_CONFLICT'}>
                <Button size="s" icon="refresh" onClick={() => location.reload()}>
                  {t.reload}
                </Button>
              </Show>
            </>
          }
        >
          <p>{refusal().message}</p>
          <Show when={refusal().problems.length > 1}>
            <ul>
              {refusal().problems.map((problem) => (
                <li>{problem.message}</li>
              ))}
            </ul>
          </Show>
        </Notice>
      )}
    </Show>
  );
}
