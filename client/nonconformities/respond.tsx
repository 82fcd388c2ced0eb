import { useNavigate, useParams } from '@solidjs/router';
import { For, Index, Show } from 'solid-js';
import {
  MOST_WHYS,
  responseProblems,
  type ActionKind,
  type CauseCategory,
} from '../../api/nonconformities/rules/index';
import { ask, useCommand, useQuery } from '../graphql';
import { RespondToNonconformityDocument } from '../graphql/generated/nonconformities/commands';
import { OfficersDocument, ResponsePageDocument } from '../graphql/generated/nonconformities/nonconformity';
import { formatDate, said, today } from '../i18n';
import {
  Button,
  Combobox,
  createForm,
  DateInput,
  FieldRow,
  Form,
  IconButton,
  LinkButton,
  Loaded,
  Notice,
  PageHeader,
  Prose,
  PageSection,
  Select,
  TextArea,
  toast,
  type FormState,
  type Option,
} from '../ui';
import { useViewer } from '../shell/viewer';
import { causeOptions } from './choices';
import { useNonconformityWords } from './words';
import styles from './respond.module.css';
import type { Whole } from './types';

interface PlannedRow {
  id: string | null;
  kind: ActionKind;
  title: string;
  /** The owner as chosen; named as the server names the field at fault. */
  ownerId: Option | null;
  dueOn: string;
}

interface ResponseForm {
  correction: string;
  /** Who did it; named as the server names the field at fault. */
  correctedById: Option | null;
  correctedOn: string;
  causeCategory: string;
  whys: string[];
  actions: PlannedRow[];
}

const kinds: readonly ActionKind[] = ['CORRECTIVE', 'CORRECTION', 'PREVENTIVE', 'IMPROVEMENT'];
const newRow = (): PlannedRow => ({ id: null, kind: 'CORRECTIVE', title: '', ownerId: null, dueOn: '' });

/** The unit's answer: what was done at once, the chain of whys, the plan. What is typed is kept on this device. */
export default function Respond() {
  const t = useNonconformityWords();
  const params = useParams<{ id: string }>();
  const query = useQuery(ResponsePageDocument, () => ({ id: params.id }));
  return (
    <Loaded query={query} pick={(data) => data.nonconformity}>
      {(whole) => (
        <>
          <PageHeader
            title={t.respondTitle(whole().number)}
            subtitle={t.respondLead}
            crumbs={[
              { label: t.title, href: '/nonconformities' },
              { label: whole().number, href: `/nonconformities/${whole().id}` },
            ]}
          />
          <Show when={whole().viewerCan.includes('respond')} fallback={<CannotRespond id={whole().id} />}>
            <Answer whole={whole()} />
          </Show>
        </>
      )}
    </Loaded>
  );
}

function CannotRespond(props: { id: string }) {
  const t = useNonconformityWords();
  return (
    <Notice
      tone="info"
      title={t.cannotRespond}
      actions={<LinkButton href={`/nonconformities/${props.id}`}>{t.backToRecord}</LinkButton>}
    />
  );
}

function Answer(props: { whole: Whole }) {
  const t = useNonconformityWords();
  const navigate = useNavigate();
  const command = useCommand(RespondToNonconformityDocument);
  const viewer = useViewer();
  const latest = props.whole.latestActionDay;
  const start = () => startOf(props.whole, { value: viewer().person.id, label: viewer().person.fullName });
  const form = createForm<ResponseForm>({
    initial: start(),
    live: () => ({ version: props.whole.version, values: start() }),
    draft: `nonconformity.respond:${props.whole.id}`,
    check: (values) =>
      Object.fromEntries(
        responseProblems(answerOf(values), { today: today(), latest }).map(({ field, words }) => [field, said(words)]),
      ),
  });
  const kept = () => props.whole.actions.filter(({ state }) => state !== 'OPEN');
  return (
    <Form
      form={form}
      submit={t.sendResponse}
      command={command}
      onCancel={() => navigate(`/nonconformities/${props.whole.id}`)}
      onSubmit={async (values) =>
        Boolean(await command.run({ id: props.whole.id, version: form.version, ...answerOf(values) }))
      }
      onDone={() => {
        toast(t.responseSent);
        navigate(`/nonconformities/${props.whole.id}`);
      }}
    >
      <PageSection title={t.gap}>
        <Prose>{props.whole.gap}</Prose>
        <Prose>{props.whole.evidence}</Prose>
      </PageSection>
      <Show when={props.whole.reason}>
        <Notice tone="warning" title={t.returned}>
          <Prose>{props.whole.reason}</Prose>
        </Notice>
      </Show>
      <PageSection title={t.correction}>
        <TextArea label={t.correction} hideLabel hint={t.correctionHint} required {...form.bind('correction')} />
        <FieldRow>
          <Combobox
            label={t.correctedBy}
            placeholder={t.searchPerson}
            search={officersOf(props.whole.authority.id)}
            required
            {...form.bind<Option | null>('correctedById')}
          />
          <DateInput label={t.correctedOn} max={today()} required {...form.bind('correctedOn')} />
        </FieldRow>
      </PageSection>
      <Whys form={form} />
      <PageSection title={t.plan} lead={t.actionsLead(formatDate(latest))}>
        <Show when={kept().length > 0}>
          <Notice tone="info" title={t.keptActions}>
            <ul>
              <For each={kept()}>{(action) => <li>{action.title}</li>}</For>
            </ul>
          </Notice>
        </Show>
        <Actions form={form} authorityId={props.whole.authority.id} latest={latest} />
      </PageSection>
    </Form>
  );
}

function startOf(whole: Whole, me: Option): ResponseForm {
  const open = whole.actions.filter(({ state }) => state === 'OPEN');
  return {
    correction: whole.correction ?? '',
    correctedById: whole.correctedBy ? { value: whole.correctedBy.id, label: whole.correctedBy.fullName } : me,
    correctedOn: whole.correctedOn ?? today(),
    causeCategory: whole.causeCategory ?? '',
    whys: whole.whys.length > 0 ? [...whole.whys] : ['', ''],
    actions:
      open.length > 0
        ? open.map(({ id, kind, title, owner, dueOn }) => ({
            id,
            kind,
            title,
            ownerId: { value: owner.id, label: owner.fullName },
            dueOn,
          }))
        : [newRow()],
  };
}

/** The form's values as the API and the rules take them; whys left empty after the last answer do not count. */
function answerOf({ correction, correctedById, correctedOn, causeCategory, whys, actions }: ResponseForm) {
  const lastFilled = whys.findLastIndex((why) => why.trim() !== '');
  return {
    correction,
    correctedById: correctedById?.value ?? null,
    correctedOn: correctedOn || null,
    causeCategory: (causeCategory || null) as CauseCategory | null,
    whys: whys.slice(0, Math.max(1, lastFilled + 1)),
    actions: actions.map(({ id, kind, title, ownerId, dueOn }) => ({
      id,
      kind,
      title,
      ownerId: ownerId?.value ?? null,
      dueOn: dueOn || null,
    })),
  };
}

function Whys(props: { form: FormState<ResponseForm> }) {
  const t = useNonconformityWords();
  const whys = () => props.form.values.whys;
  const isLast = (index: number) =>
    index ===
    Math.max(
      0,
      whys().findLastIndex((why) => why.trim() !== ''),
    );
  return (
    <PageSection title={t.whyChain} lead={t.whysLead}>
      <ol class={styles.chain}>
        <Index each={whys()}>
          {(_, index) => (
            <li class={styles.why} classList={{ [styles.root!]: isLast(index) }}>
              <div class={styles.grow}>
                <TextArea
                  label={isLast(index) ? t.whyLast(index + 1) : t.why(index + 1)}
                  rows={2}
                  required={index === 0}
                  {...props.form.bind<string>(`whys.${index}`)}
                />
              </div>
              <Show when={whys().length > 1}>
                <IconButton
                  icon="trash"
                  label={t.removeWhy(index + 1)}
                  onClick={() =>
                    props.form.set(
                      'whys',
                      whys().filter((_why, at) => at !== index),
                    )
                  }
                />
              </Show>
            </li>
          )}
        </Index>
      </ol>
      <Show when={props.form.errorOf('whys')}>{(fault) => <Notice tone="danger">{fault()}</Notice>}</Show>
      <Show when={whys().length < MOST_WHYS}>
        <div>
          <Button icon="plus" onClick={() => props.form.set('whys', [...whys(), ''])}>
            {t.addWhy}
          </Button>
        </div>
      </Show>
      <Select
        label={t.causeCategory}
        hint={t.causeHint}
        required
        options={causeOptions(t)}
        {...props.form.bind<string>('causeCategory')}
      />
    </PageSection>
  );
}

/** Searches the people of an authority by name. */
const officersOf =
  (authorityId: string) =>
  async (text: string): Promise<Option[]> => {
    const { people } = await ask(OfficersDocument, { unitId: authorityId, search: text || null });
    return people.nodes.map(({ id, fullName, currentPost }) => {
      const detail = [currentPost?.title, currentPost?.unit.name].filter(Boolean).join(', ');
      return { value: id, label: fullName, detail };
    });
  };

function Actions(props: { form: FormState<ResponseForm>; authorityId: string; latest: string }) {
  const t = useNonconformityWords();
  const rows = () => props.form.values.actions;
  return (
    <>
      <Show when={props.form.errorOf('actions')}>{(fault) => <Notice tone="danger">{fault()}</Notice>}</Show>
      <Index each={rows()}>
        {(_, index) => (
          <fieldset class={styles.action}>
            <legend class={styles.legend}>{t.actionNumber(index + 1)}</legend>
            <TextArea
              label={t.actionTitle}
              hint={t.actionTitleHint}
              rows={2}
              required
              {...props.form.bind<string>(`actions.${index}.title`)}
            />
            <FieldRow>
              <Select
                label={t.kind}
                required
                empty={null}
                options={kinds.map((value) => ({ value, label: t.kinds[value] }))}
                {...props.form.bind<string>(`actions.${index}.kind`)}
              />
              <Combobox
                label={t.owner}
                placeholder={t.searchPerson}
                search={officersOf(props.authorityId)}
                required
                {...props.form.bind<Option | null>(`actions.${index}.ownerId`)}
              />
              <DateInput
                label={t.due}
                min={today()}
                max={props.latest}
                required
                {...props.form.bind<string>(`actions.${index}.dueOn`)}
              />
            </FieldRow>
            <Show when={rows().length > 1}>
              <div>
                <Button
                  size="s"
                  icon="trash"
                  look="quiet"
                  onClick={() =>
                    props.form.set(
                      'actions',
                      rows().filter((_row, at) => at !== index),
                    )
                  }
                >
                  {t.removeAction(index + 1)}
                </Button>
              </div>
            </Show>
          </fieldset>
        )}
      </Index>
      <div>
        <Button icon="plus" onClick={() => props.form.set('actions', [...rows(), newRow()])}>
          {t.addAction}
        </Button>
      </div>
    </>
  );
}
