import { createEffect, createMemo, createSignal, For, onCleanup, onMount, Show } from 'solid-js';
import { useCommand } from '../graphql';
import { SaveAnswersDocument, SubmitInspectionDocument } from '../graphql/generated/self-inspection/inspection';
import { formatPercent, said } from '../i18n';
import {
  Badge,
  BarList,
  Button,
  Buttons,
  Icon,
  IconButton,
  Notice,
  ProgressBar,
  RefusalNotice,
  PageSection,
  SignDialog,
  TextArea,
  toast,
} from '../ui';
import { createAnswerStore, type AnswerStore, type SaveState } from './answer-store';
import { createPhotoQueue, type PhotoQueue } from './photo-queue';
import { QuestionCard } from './question-card';
import { placeWords, scoreTone } from './state-labels';
import { useSelfInspectionWords } from './words';
import styles from './fill-in.module.css';
import type { Inspection } from './types';

type Question = Inspection['templateVersion']['questions'][number];

/** Goes to a question and puts the focus on it. */
function jumpTo(code: string): void {
  const element = document.getElementById(`question-${code}`);
  element?.scrollIntoView({ block: 'start' });
  element?.focus({ preventScroll: true });
}

/** Filling in: every question below the other, by group, with the way to what is missing always in reach. */
export function FillIn(props: {
  inspection: Inspection;
  onFilling: (filling: boolean) => void;
  onVersion: (version: number | undefined) => void;
}) {
  const t = useSelfInspectionWords();
  const save = useCommand(SaveAnswersDocument);
  // The form that is filled in stays the one that was opened.
  const inspection = props.inspection;
  const store = createAnswerStore(inspection, save);
  const photos = createPhotoQueue(inspection.id, store, { refused: t.photoRefused });
  props.onFilling(true);
  createEffect(() => props.onVersion(store.version()));
  onCleanup(() => (props.onFilling(false), props.onVersion(undefined)));

  const byCode = new Map(inspection.templateVersion.questions.map((question) => [question.code, question]));
  const shown = createMemo(() => store.result().items.filter(({ status }) => status !== 'NOT_SHOWN'));
  const groups = createMemo(() => [...new Set(shown().map(({ question }) => question.group))]);
  const firstMissing = () => shown().find(({ answer, problems }) => !answer || problems.length > 0)?.question.code;

  onMount(() => {
    const open = shown().find(({ answer }) => !answer)?.question.code ?? firstMissing();
    if (inspection.answered > 0 && inspection.state === 'IN_PROGRESS' && open)
      requestAnimationFrame(() => jumpTo(open));
  });

  return (
    <div class={styles.form}>
      <Progress
        store={store}
        photos={photos}
        done={store.result().answered}
        of={store.result().shown}
        next={firstMissing()}
      />
      <Show when={store.state() === 'refused'}>
        <RefusalNotice refusal={save.refusal} />
      </Show>
      <For each={groups()}>
        {(group) => {
          const codes = createMemo(() =>
            shown()
              .filter(({ question }) => question.group === group)
              .map(({ question }) => question.code),
          );
          return (
            <section class={styles.group} aria-label={titleOfGroup(inspection, group)}>
              <h2>{titleOfGroup(inspection, group)}</h2>
              <For each={codes()}>
                {(code) => (
                  <QuestionCard
                    question={byCode.get(code)! as Question}
                    store={store}
                    photos={photos}
                    canReport={inspection.viewerCan.includes('reportFailing')}
                  />
                )}
              </For>
            </section>
          );
        }}
      </For>
      <PageSection title={t.formNote}>
        <TextArea
          label={t.formNote}
          hideLabel
          maxLength={2000}
          value={store.note()}
          onChange={(text) => store.writeNote(text)}
        />
      </PageSection>
      <BeforeSubmitting
        inspection={inspection}
        store={store}
        photos={photos}
        onSubmitted={() => props.onFilling(false)}
      />
    </div>
  );
}

const titleOfGroup = (inspection: Inspection, group: string) =>
  inspection.templateVersion.questions.find(({ groupCode }) => groupCode === group)?.groupTitle ?? group;

const saveMarks: Record<
  SaveState,
  { tone: 'success' | 'info' | 'warning' | 'danger'; icon: 'success' | 'refresh' | 'offline' | 'danger' }
> = {
  saved: { tone: 'success', icon: 'success' },
  saving: { tone: 'info', icon: 'refresh' },
  kept: { tone: 'warning', icon: 'offline' },
  refused: { tone: 'danger', icon: 'danger' },
};

/** Answers and photos together: all is saved when both are. */
function stateOf(store: AnswerStore, photos: PhotoQueue): SaveState {
  if (store.state() !== 'saved' || photos.unsent().length === 0) return store.state();
  return photos.sending() ? 'saving' : 'kept';
}

/** How far it is, whether it is saved, and the way to the next open question: always in sight. */
function Progress(props: {
  store: AnswerStore;
  photos: PhotoQueue;
  done: number;
  of: number;
  next: string | undefined;
}) {
  const t = useSelfInspectionWords();
  const state = () => stateOf(props.store, props.photos);
  const mark = () => saveMarks[state()];
  const sendAll = () => Promise.all([props.store.flush(), props.photos.send()]);
  return (
    <div class={styles.progress} data-print="no">
      <div class={styles.bar}>
        <ProgressBar label={t.answered} value={props.done} max={props.of} />
      </div>
      <div class={styles.saved} role="status">
        <Badge tone={mark().tone} icon={mark().icon}>
          {t[state()]}
        </Badge>
      </div>
      <Show when={props.next}>
        {(code) => <IconButton icon="down" label={t.nextOpen} onClick={() => jumpTo(code())} />}
      </Show>
      <Show when={state() === 'kept'}>
        <p class={styles.keptHint}>
          {t.keptHint}{' '}
          <Button size="s" icon="refresh" onClick={() => void sendAll()}>
            {t.sendNow}
          </Button>
        </p>
      </Show>
    </div>
  );
}

function BeforeSubmitting(props: {
  inspection: Inspection;
  store: AnswerStore;
  photos: PhotoQueue;
  onSubmitted: () => void;
}) {
  const t = useSelfInspectionWords();
  const [signing, setSigning] = createSignal(false);
  const submit = useCommand(SubmitInspectionDocument);
  const result = () => props.store.result();
  const open = createMemo(() => result().items.filter(({ problems }) => problems.length > 0));
  const titles = () =>
    new Map(props.inspection.templateVersion.questions.map(({ groupCode, groupTitle }) => [groupCode, groupTitle]));
  const ready = () => open().length === 0;
  const canSubmit = () => props.inspection.viewerCan.includes('submit');
  async function startSigning() {
    await props.store.flush();
    setSigning(true);
  }
  async function sign(password: string) {
    await props.store.flush();
    const done = await submit.run({ id: props.inspection.id, version: props.store.version(), password });
    if (!done) return false;
    toast(t.submitted);
    props.onSubmitted();
    return true;
  }
  return (
    <PageSection title={t.before} id="submit">
      <Show when={ready()} fallback={<Missing store={props.store} photos={props.photos} />}>
        <Notice tone="success">{t.ready}</Notice>
      </Show>
      <Show when={result().groups.some(({ score }) => score !== null)}>
        <BarList
          caption={`${t.preview}: ${result().score === null ? t.noScore : formatPercent(result().score)}`}
          labelHeader={t.group}
          valueHeader={t.score}
          max={1}
          format={(value) => formatPercent(value)}
          bars={result()
            .groups.filter(({ score }) => score !== null)
            .map(({ group, score }) => ({ label: titles().get(group) ?? group, value: score, tone: scoreTone(score) }))}
        />
      </Show>
      <Show when={stateOf(props.store, props.photos) !== 'saved'}>
        <p>{props.photos.unsent().length > 0 ? t.unsentPhotos(props.photos.unsent().length) : t.unsent}</p>
      </Show>
      <RefusalNotice refusal={signing() ? undefined : submit.refusal} />
      <Show when={canSubmit()}>
        <Buttons>
          <Button
            look="primary"
            icon="sign"
            disabled={!ready() || props.store.state() === 'kept' || props.photos.unsent().length > 0}
            onClick={() => void startSigning()}
          >
            {t.submit}
          </Button>
        </Buttons>
      </Show>
      <SignDialog
        open={signing()}
        onClose={() => setSigning(false)}
        title={t.submit}
        confirm={t.submit}
        command={submit}
        statement={t.signStatement(
          placeWords(props.inspection),
          props.inspection.period,
          result().score === null ? t.noScore : formatPercent(result().score),
        )}
        onSign={sign}
      />
    </PageSection>
  );
}

/** What is still to be done, each a link to its question. */
function Missing(props: { store: AnswerStore; photos: PhotoQueue }) {
  const t = useSelfInspectionWords();
  const open = createMemo(() =>
    props.store
      .result()
      .items.map((item) => ({ question: item.question, problems: props.photos.problemsOf(item) }))
      .filter(({ problems }) => problems.length > 0),
  );
  return (
    <Show when={open().length > 0}>
      <Notice tone="warning" title={t.missing(open().length)}>
        <ul class={styles.missing}>
          <For each={open()}>
            {({ question, problems }) => (
              <li>
                <button type="button" class={styles.jump} onClick={() => jumpTo(question.code)}>
                  <Icon name="up" size="s" />
                  <span>{said(problems[0]!.words)}</span>
                </button>
              </li>
            )}
          </For>
        </ul>
      </Notice>
    </Show>
  );
}
