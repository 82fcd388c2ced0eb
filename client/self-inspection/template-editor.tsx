import { createEffect, createMemo, createSignal, For, Show } from 'solid-js';
import { createStore, reconcile, unwrap } from 'solid-js/store';
import { compileForm } from '../../api/self-inspection/rules/questions';
import { Refusal } from '../../api/rules/refusal';
import { useCommand } from '../graphql';
import { SaveTemplateDraftDocument } from '../graphql/generated/self-inspection/templates';
import { said } from '../i18n';
import {
  Button,
  Buttons,
  Dialog,
  EmptyState,
  IconButton,
  NewerRecord,
  Notice,
  RefusalNotice,
  PageSection,
  toast,
} from '../ui';
import { loadDraft, removeDraft, storeDraft } from '../ui/drafts';
import { QuestionForm } from './question-form';
import { useSelfInspectionWords } from './words';
import styles from './template-version.module.css';
import type { Version, EditedQuestion } from './types';
import { QuestionFacts } from './question-facts';

const blank = (): EditedQuestion => ({
  code: '',
  groupCode: '',
  groupTitle: '',
  text: '',
  textEn: '',
  answerType: 'YES_NO',
  goodAnswer: 'YES',
  weight: 1,
  critical: false,
  evidence: 'NOTE',
  hint: null,
  shownWhen: null,
  basis: null,
  clause: null,
  procedure: null,
});

/** Why these questions make no form yet; undefined when they do. */
function faultOf(questions: readonly EditedQuestion[]): Refusal | undefined {
  try {
    compileForm(
      questions.map((question) => ({ ...question, group: question.groupCode, shownWhen: question.shownWhen ?? null })),
    );
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  return undefined;
}

/** A question as it is sent: by name, since what was read carries more. */
function inputOf({
  code,
  groupCode,
  groupTitle,
  text,
  textEn,
  answerType,
  goodAnswer,
  weight,
  critical,
  evidence,
  hint,
  shownWhen,
  basis,
  clause,
  procedure,
}: EditedQuestion) {
  return {
    code,
    groupCode,
    groupTitle,
    text,
    textEn,
    answerType,
    goodAnswer,
    weight,
    critical,
    evidence,
    hint,
    shownWhen,
    basis,
    clauseId: clause?.id ?? null,
    procedureId: procedure?.id ?? null,
  };
}

/** The questions of a draft: add, change, order, remove; kept on this device until they are saved. */
export function TemplateEditor(props: { version: Version; onDirty: (dirty: boolean) => void }) {
  const t = useSelfInspectionWords();
  const draftKey = `template:${props.version.id}`;
  const saved = () => JSON.parse(JSON.stringify(props.version.questions)) as EditedQuestion[];
  const draft = loadDraft<EditedQuestion[]>(draftKey);
  const kept = draft?.values;
  /** The version these questions were made from: a newer one is never written over unseen. */
  const [base, setBase] = createSignal(draft?.base?.version ?? props.version.version);
  const [questions, setQuestions] = createStore<EditedQuestion[]>(kept ?? saved());
  const [dirty, setDirty] = createSignal(kept !== undefined);
  const [editing, setEditing] = createSignal<number | 'new'>();
  const save = useCommand(SaveTemplateDraftDocument);
  const fault = createMemo(() => faultOf(questions));
  createEffect(() => props.onDirty(dirty()));
  const isNewer = () => !save.busy && props.version.version > base();
  const isAskedFor = () => isNewer() && dirty();
  createEffect(() => isNewer() && !dirty() && takeTheirs());
  const changedQuestions = () =>
    saved()
      .filter(
        (theirs) =>
          JSON.stringify(inputOf(theirs)) !==
          JSON.stringify(inputOf(questions.find(({ code }) => code === theirs.code) ?? blank())),
      )
      .map(({ code, text }) => ({ label: code, text }));

  function takeTheirs(): void {
    setQuestions(reconcile(saved(), { key: 'code' }));
    setBase(props.version.version);
    setDirty(false);
    removeDraft(draftKey);
  }

  function change(next: EditedQuestion[]): void {
    setQuestions(reconcile(next, { key: 'code' }));
    setDirty(true);
    storeDraft(draftKey, next, { version: base(), values: [] });
  }
  const all = () => unwrap(questions).map((question) => ({ ...question }));
  function move(at: number, by: number): void {
    const next = all();
    const [moved] = next.splice(at, 1);
    next.splice(at + by, 0, moved!);
    change(next);
  }
  async function send() {
    if (isAskedFor()) return;
    const done = await save.run({
      id: props.version.id,
      version: base(),
      questions: all().map(inputOf),
    });
    if (!done) return;
    removeDraft(draftKey);
    setBase(done.saveTemplateDraft.version);
    setDirty(false);
    toast(t.draftSaved);
  }

  return (
    <PageSection
      title={t.questions}
      actions={
        <Button icon="plus" onClick={() => setEditing('new')}>
          {t.addQuestion}
        </Button>
      }
    >
      <Show
        when={questions.length > 0}
        fallback={
          <EmptyState icon="checklist" title={t.noQuestions}>
            {t.noQuestionsHint}
          </EmptyState>
        }
      >
        <ol class={styles.questions}>
          <For each={questions}>
            {(question, at) => (
              <li class={styles.edited}>
                <div>
                  <p class={styles.text}>
                    <span class={styles.code}>{`${question.groupTitle} · ${question.code}`}</span>
                    <br />
                    {question.text}
                  </p>
                  <QuestionFacts question={question} />
                </div>
                <div class={styles.tools}>
                  <IconButton
                    icon="up"
                    label={t.moveUp(question.code)}
                    disabled={at() === 0}
                    onClick={() => move(at(), -1)}
                  />
                  <IconButton
                    icon="down"
                    label={t.moveDown(question.code)}
                    disabled={at() === questions.length - 1}
                    onClick={() => move(at(), 1)}
                  />
                  <IconButton icon="edit" label={t.editQuestion(question.code)} onClick={() => setEditing(at())} />
                  <IconButton
                    icon="trash"
                    label={t.removeQuestion(question.code)}
                    onClick={() => change(all().filter((_, index) => index !== at()))}
                  />
                </div>
              </li>
            )}
          </For>
        </ol>
      </Show>
      <Show when={questions.length > 0 && fault()}>
        {(refusal) => (
          <Notice tone="warning" title={t.notPublishable}>
            {said(refusal().words)}
          </Notice>
        )}
      </Show>
      <Show when={isAskedFor()} fallback={<RefusalNotice refusal={save.refusal} onRetry={() => void send()} />}>
        <NewerRecord
          fields={changedQuestions()}
          onKeepMine={() => setBase(props.version.version)}
          onTakeTheirs={takeTheirs}
        />
      </Show>
      <Buttons>
        <Button look="primary" busy={save.busy} disabled={!dirty()} onClick={() => void send()}>
          {t.saveDraft}
        </Button>
      </Buttons>
      <Dialog
        open={editing() !== undefined}
        onClose={() => setEditing(undefined)}
        title={editing() === 'new' ? t.newQuestion : t.editQuestion(questions[editing() as number]?.code ?? '')}
        shape="wide"
        dismissible={false}
      >
        <QuestionForm
          question={
            editing() === 'new'
              ? { ...blank(), ...lastGroup(questions) }
              : { ...unwrap(questions)[editing() as number]! }
          }
          taken={questions.filter((_, at) => at !== editing()).map(({ code }) => code)}
          onCancel={() => setEditing(undefined)}
          onDone={(question) => {
            const at = editing();
            change(at === 'new' ? [...all(), question] : all().map((each, index) => (index === at ? question : each)));
            setEditing(undefined);
          }}
        />
      </Dialog>
    </PageSection>
  );
}

/** A new question usually belongs to the group of the one before. */
function lastGroup(questions: readonly EditedQuestion[]): Pick<EditedQuestion, 'groupCode' | 'groupTitle'> | undefined {
  const last = questions.at(-1);
  return last && { groupCode: last.groupCode, groupTitle: last.groupTitle };
}
