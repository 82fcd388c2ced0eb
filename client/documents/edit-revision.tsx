import { useNavigate, useParams } from '@solidjs/router';
import { batch, createEffect, createMemo, createSignal, Show } from 'solid-js';
import { isAdministrative, isProcedure } from '../../api/documents/rules/index';
import { useCommand, useQuery } from '../graphql';
import {
  DraftPageDocument,
  SaveDraftDocument,
  SaveProcedureDocument,
  SignatoriesDocument,
} from '../graphql/generated/documents/drafting';
import {
  Button,
  createForm,
  EmptyState,
  Form,
  LinkButton,
  Loaded,
  PageHeader,
  RefusalNotice,
  PageSection,
  Stack,
  toast,
} from '../ui';
import { DraftConflict } from './draft-conflict';
import { partsOf } from './draft-parts';
import {
  draftInput,
  procedureInput,
  valuesOf,
  writtenOn,
  type Draft,
  type DraftValues,
  type WrittenDraft,
} from './draft-values';
import {
  ChangeRowsPart,
  DossierPartsPart,
  FilePart,
  FormsAndRecordsPart,
  GeneralPart,
  LegalBasesPart,
  SectionsPart,
  signerOptions,
  SignersPart,
  TextsPart,
} from './edit-parts';
import { checksOf, LiveCheck } from './live-check';
import { PartLinks } from './part-links';
import { RevisionDialogs, type RevisionDialogName } from './revision-dialogs';
import { StepsEditor } from './steps-editor';
import { useDocumentWords } from './words';
import styles from './edit.module.css';

/** The writing screen of a draft: everything the paper is made of, checked while one types. */
export default function EditRevision() {
  const t = useDocumentWords();
  const params = useParams<{ id: string; revisionId: string }>();
  const query = useQuery(DraftPageDocument, () => ({ id: params.revisionId }));
  return (
    <Loaded query={query} pick={(data) => data.revision} lines={12}>
      {(draft) => (
        <Show
          when={draft().viewerCan.includes('edit')}
          fallback={
            <EmptyState
              icon="lock"
              title={t.notYours}
              actions={
                <LinkButton href={`/documents/${params.id}/revisions/${params.revisionId}`}>{t.back}</LinkButton>
              }
            >
              {t.notYoursHint}
            </EmptyState>
          }
        >
          <Show when={draft().id} keyed>
            <Editor draft={draft()} />
          </Show>
        </Show>
      )}
    </Loaded>
  );
}

/** A copy of what is typed, without what it was written on; whoever reads it follows every letter. */
function mineOf(written: WrittenDraft): DraftValues {
  const { base: _base, ...values } = JSON.parse(JSON.stringify(written)) as WrittenDraft;
  return values;
}

function Editor(props: { draft: Draft }) {
  const t = useDocumentWords();
  const navigate = useNavigate();
  const { document } = props.draft;
  const page = `/documents/${document.id}/revisions/${props.draft.id}`;
  const people = useQuery(SignatoriesDocument, () => ({ id: props.draft.id }));
  const signers = createMemo(() => ({
    reviewerId: signerOptions(people.data?.revision.possibleReviewers ?? [], props.draft.reviewer),
    approverId: signerOptions(people.data?.revision.possibleApprovers ?? [], props.draft.approver),
  }));

  const hasProcedure = isProcedure(document.kind) && props.draft.procedure != null;
  const saveText = useCommand(SaveDraftDocument);
  const saveAll = useCommand(SaveProcedureDocument);
  const command = hasProcedure ? saveAll : saveText;
  const form = createForm<WrittenDraft>({ initial: writtenOn(props.draft), draft: `revision:${props.draft.id}` });
  const [act, setAct] = createSignal<RevisionDialogName>();
  const [isBeside, setBeside] = createSignal(false);
  const version = () => form.values.base.version;
  const checks = createMemo(() =>
    checksOf(form.values, {
      ...document,
      number: { issue: props.draft.issueNumber, amendment: props.draft.amendmentNumber },
    }),
  );
  const blocking = () => checks().filter(({ severity }) => severity === 'BLOCKING').length;
  const faulty = createMemo(
    () =>
      new Set(
        checks().flatMap(({ severity, field }) =>
          severity === 'BLOCKING' && field?.startsWith('steps.') ? [field.slice(6)] : [],
        ),
      ),
  );

  // Every command reads the draft anew: one that was saved elsewhere meanwhile is compared, and never written over unseen.
  const isSavedElsewhere = createMemo(() => !command.busy && props.draft.version > version());
  createEffect(() => isSavedElsewhere() && !form.dirty && form.reset(writtenOn(props.draft)));
  const nameOf = (id: string) =>
    Object.values(signers())
      .flat()
      .find(({ value }) => value === id)?.label ?? '';
  const mergedParts = createMemo(() => partsOf(document.kind, t, nameOf));
  let conflict: HTMLDivElement | undefined;

  async function save(): Promise<boolean> {
    if (isSavedElsewhere()) {
      conflict?.scrollIntoView();
      return false;
    }
    const head = { id: props.draft.id, version: version(), ...draftInput(form.values, document.kind) };
    const answer = hasProcedure
      ? (await saveAll.run({ ...head, procedure: procedureInput(form.values) }))?.saveProcedure
      : (await saveText.run(head))?.saveDraft;
    if (!answer) return false;
    form.set('base', { version: answer.version, values: mineOf(form.values) });
    toast(t.done.saved);
    return true;
  }
  async function saveMerged(values: DraftValues) {
    const base = { version: props.draft.version, values: valuesOf(props.draft) };
    batch(() => {
      for (const name of Object.keys(values) as (keyof DraftValues)[]) form.set(name, values[name]);
      form.set('base', base);
    });
    await saveNow();
  }
  async function saveAndSubmit() {
    if (!(await saveNow())) return;
    if (blocking() > 0) toast(t.blocked(blocking()), 'danger');
    else setAct('submit');
  }
  /** Saves from the button beside the text; the reason why it cannot be saved is shown there too. */
  async function saveBeside() {
    setBeside(true);
    await saveNow();
  }
  async function saveNow(): Promise<boolean> {
    if (form.dirty && !(await save())) return false;
    form.saved();
    return true;
  }

  return (
    <>
      <PageHeader
        title={t.editTitle(document.code)}
        subtitle={`${document.title} · ${t.revisionTitle(props.draft.issueNumber, props.draft.amendmentNumber)}`}
        crumbs={[
          { label: t.title, href: '/documents' },
          { label: document.code, href: page },
        ]}
      />
      <Show when={isSavedElsewhere() && form.dirty}>
        <div ref={conflict}>
          <DraftConflict
            parts={mergedParts()}
            versions={{ base: form.values.base.values, mine: mineOf(form.values), theirs: valuesOf(props.draft) }}
            savedAt={props.draft.savedAt}
            busy={command.busy}
            onMerge={(values) => void saveMerged(values)}
          />
        </div>
      </Show>
      <div class={styles.layout}>
        <Form
          form={form}
          allOptional
          submit={t.save}
          command={{
            get busy() {
              return command.busy;
            },
            get refusal() {
              return command.refusal?.code === 'VERSION_CONFLICT' ? undefined : command.refusal;
            },
          }}
          onSubmit={() => {
            setBeside(false);
            return save();
          }}
          actions={
            <>
              <Button icon="sign" onClick={() => void saveAndSubmit()}>
                {t.saveAndSubmit}
              </Button>
              <LinkButton look="quiet" href={page}>
                {t.back}
              </LinkButton>
            </>
          }
        >
          <Stack gap="l">
            <ChangeRowsPart form={form} />
            <FilePart form={form} kind={document.kind} />
            <Show when={hasProcedure} fallback={<SectionsPart form={form} />}>
              <TextsPart form={form} />
              <Show when={isAdministrative(document.kind)}>
                <GeneralPart form={form} />
              </Show>
              <LegalBasesPart form={form} />
              <Show when={isAdministrative(document.kind)}>
                <DossierPartsPart form={form} />
              </Show>
              <PageSection id="edit-steps" title={t.stepsTitle} lead={t.stepsLead}>
                <StepsEditor form={form} faulty={faulty()} />
              </PageSection>
              <FormsAndRecordsPart form={form} />
            </Show>
            <SignersPart form={form} people={signers()} />
          </Stack>
        </Form>
        <aside class={styles.side}>
          <LiveCheck values={form.values} checks={checks()} isProcedure={hasProcedure} />
          <Show when={form.dirty}>
            <Button wide busy={command.busy} onClick={() => void saveBeside()}>
              {t.save}
            </Button>
          </Show>
          <RefusalNotice
            refusal={isBeside() && command.refusal?.code !== 'VERSION_CONFLICT' ? command.refusal : undefined}
            onRetry={() => void saveBeside()}
          />
          <PartLinks kind={document.kind} hasProcedure={hasProcedure} />
        </aside>
      </div>
      <RevisionDialogs
        act={act()}
        document={document}
        revision={{ ...props.draft, version: version() }}
        onClose={() => setAct(undefined)}
        onDone={() => navigate(page)}
      />
    </>
  );
}
