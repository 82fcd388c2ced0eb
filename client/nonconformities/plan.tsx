import { createSignal, For, Show } from 'solid-js';
import type { ActionEvent } from '../../api/nonconformities/rules/index';
import { formatBytes, formatDate } from '../i18n';
import { Badge, Button, DescriptionList, DueDate, Icon, Prose, PageSection } from '../ui';
import { ActionDialog } from './action-dialog';
import { ActionHistory } from './action-history';
import { actionStateWord, actionToneOf } from './state-labels';
import { useNonconformityWords } from './words';
import styles from './plan.module.css';
import { pendingExtension, type Whole, type Action } from './types';

/** The order of the buttons of an action: the way on first, exceptions last. */
const order: Record<ActionEvent, number> = {
  reportDone: 1,
  accept: 2,
  grantExtension: 3,
  refuseExtension: 4,
  noteProgress: 5,
  askExtension: 6,
  return: 7,
  drop: 8,
};

/** The plan: what, who, until when, how far, and what the reader may do with each action. */
export function ActionPlan(props: { whole: Whole }) {
  const t = useNonconformityWords();
  const [gesture, setGesture] = createSignal<{ action: Action; event: ActionEvent }>();
  return (
    <Show when={props.whole.actions.length > 0}>
      <PageSection title={t.plan}>
        <ol class={styles.actions} aria-label={t.planCaption}>
          <For each={props.whole.actions}>
            {(action, at) => (
              <ActionCard action={action} at={at() + 1} onEvent={(event) => setGesture({ action, event })} />
            )}
          </For>
        </ol>
        <ActionDialog
          gesture={gesture()}
          latest={props.whole.latestExtensionDay}
          onClose={() => setGesture(undefined)}
        />
      </PageSection>
    </Show>
  );
}

function ActionCard(props: { action: Action; at: number; onEvent: (event: ActionEvent) => void }) {
  const t = useNonconformityWords();
  const events = () => props.action.viewerCan.toSorted((a, b) => order[a] - order[b]);
  const isOpen = () => props.action.state === 'OPEN';
  return (
    <li class={styles.action} classList={{ [styles.dropped!]: props.action.state === 'DROPPED' }}>
      <div class={styles.head}>
        <span class={styles.number} aria-hidden="true">
          {props.at}
        </span>
        <div class={styles.what}>
          <p class={styles.title}>{props.action.title}</p>
          <p class={styles.minor}>{t.kinds[props.action.kind]}</p>
        </div>
        <Badge tone={actionToneOf(props.action.state)}>{actionStateWord(props.action.state)}</Badge>
      </div>
      <DescriptionList
        facts={[
          {
            term: t.owner,
            value: [props.action.owner.fullName, props.action.owner.currentPost?.title].filter(Boolean).join(', '),
          },
          { term: t.due, value: <DueDate date={props.action.dueOn} done={!isOpen()} /> },
          { term: t.result, value: props.action.result && <Prose>{props.action.result}</Prose>, wide: true },
          { term: t.proof, value: props.action.evidence && <Evidence action={props.action} />, wide: true },
          {
            term: props.action.state === 'DROPPED' ? t.droppedBecause : t.returnedBecause,
            value: props.action.reason && <Prose>{props.action.reason}</Prose>,
            wide: true,
          },
        ]}
      />
      <Show when={isOpen() && pendingExtension(props.action)}>
        {(asked) => (
          <p class={styles.asked}>
            <Badge tone="warning" icon="clock">
              {t.extensionAsked(formatDate(asked().toDay))}
            </Badge>{' '}
            {asked().reason}
          </p>
        )}
      </Show>
      <ActionHistory action={props.action} />
      <Show when={events().length > 0}>
        <div class={styles.buttons} data-print="no">
          <For each={events()}>
            {(event, at) => (
              <Button
                size="s"
                look={at() === 0 && event !== 'drop' ? 'primary' : 'secondary'}
                onClick={() => props.onEvent(event)}
              >
                {t.actionGestures[event].button}
              </Button>
            )}
          </For>
        </div>
      </Show>
    </li>
  );
}

function Evidence(props: { action: Action }) {
  return (
    <>
      <Prose>{props.action.evidence}</Prose>
      <ul class={styles.files}>
        <For each={props.action.attachments}>
          {(file) => (
            <li>
              <a href={`/attachments/${file.id}`} target="_blank" rel="noopener">
                <Icon name="attach" size="s" /> {file.name} ({formatBytes(file.size)})
              </a>
            </li>
          )}
        </For>
      </ul>
    </>
  );
}
