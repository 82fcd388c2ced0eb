import { useNavigate, useParams } from '@solidjs/router';
import { createSignal, For, Show } from 'solid-js';
import { templateVersionLifecycle } from '../../api/self-inspection/rules/template-lifecycle';
import { useCommand, useQuery } from '../graphql';
import {
  PublishTemplateVersionDocument,
  RetireTemplateVersionDocument,
  TemplateVersionDocument,
} from '../graphql/generated/self-inspection/templates';
import { formatDate, said, textOf, titleOf } from '../i18n';
import {
  Badge,
  Button,
  ConfirmDialog,
  EmptyState,
  Loaded,
  PageHeader,
  PrintButton,
  PageSection,
  StateCard,
  toast,
} from '../ui';
import { templateLabel, templateTone } from './state-labels';
import { TemplateEditor } from './template-editor';
import { useSelfInspectionWords } from './words';
import styles from './template-version.module.css';
import type { Version } from './types';
import { QuestionFacts } from './question-facts';

/** One version of a template: a draft to edit and publish, or the frozen questions. */
export default function TemplateVersionPage() {
  const params = useParams<{ id: string }>();
  const query = useQuery(TemplateVersionDocument, () => ({ id: params.id }), { keep: true });
  return (
    <Loaded query={query} pick={(data) => data.templateVersion} lines={10}>
      {(version) => <Page version={version()} />}
    </Loaded>
  );
}

function Page(props: { version: Version }) {
  const t = useSelfInspectionWords();
  const navigate = useNavigate();
  const [open, setOpen] = createSignal<'publish' | 'retire'>();
  const [dirty, setDirty] = createSignal(false);
  const publish = useCommand(PublishTemplateVersionDocument);
  const retire = useCommand(RetireTemplateVersionDocument);
  const can = (event: Version['viewerCan'][number]) => props.version.viewerCan.includes(event);
  const target = () => ({ id: props.version.id, version: props.version.version });
  return (
    <>
      <PageHeader
        title={t.versionTitle(titleOf(props.version.template), props.version.number)}
        subtitle={`${props.version.template.owner.name} · ${t.frequencies[props.version.template.frequency]} · ${t.minutes(props.version.template.minutes)} · ${t.questionCount(props.version.questionCount)}`}
        crumbs={[
          { label: t.title, href: '/inspections' },
          { label: t.tabs.templates, href: '/inspections/templates' },
        ]}
        actions={<PrintButton />}
      />
      <StateCard
        state={
          templateLabel(props.version.state) +
          (props.version.publishedAt ? ` · ${formatDate(props.version.publishedAt)}` : '')
        }
        tone={templateTone[props.version.state]}
        next={said(templateVersionLifecycle.words[props.version.state].whatNext)}
        mine={can('publish')}
        actions={
          <>
            <Show when={can('publish')}>
              <Button
                look="primary"
                icon="check"
                disabled={dirty() || props.version.questionCount === 0}
                onClick={() => setOpen('publish')}
              >
                {t.publish}
              </Button>
            </Show>
            <Show when={can('retire')}>
              <Button onClick={() => setOpen('retire')}>{t.retire}</Button>
            </Show>
          </>
        }
      >
        <Show when={dirty()}>
          <Badge tone="warning">{t.unsavedDraft}</Badge>
        </Show>
      </StateCard>
      <Show when={can('save')} fallback={<Questions version={props.version} />}>
        <TemplateEditor version={props.version} onDirty={setDirty} />
      </Show>
      <ConfirmDialog
        open={open() === 'publish'}
        onClose={() => setOpen(undefined)}
        title={t.publishTitle}
        confirm={t.publish}
        command={publish}
        onConfirm={async () => Boolean(await publish.run(target())) && (toast(t.published), true)}
      >
        <p>{t.publishText}</p>
      </ConfirmDialog>
      <ConfirmDialog
        open={open() === 'retire'}
        onClose={() => setOpen(undefined)}
        title={t.retireTitle}
        confirm={t.retire}
        danger
        command={retire}
        onConfirm={async () =>
          Boolean(await retire.run(target())) && (toast(t.retired), navigate('/inspections/templates'), true)
        }
      >
        <p>{t.retireText}</p>
      </ConfirmDialog>
    </>
  );
}

/** The questions as people will read them. */
function Questions(props: { version: Version }) {
  const t = useSelfInspectionWords();
  const groups = () => [
    ...new Map(props.version.questions.map(({ groupCode, groupTitle }) => [groupCode, groupTitle])),
  ];
  return (
    <Show when={props.version.questions.length > 0} fallback={<EmptyState icon="checklist" title={t.noQuestions} />}>
      <For each={groups()}>
        {([group, title]) => (
          <PageSection title={title}>
            <ol class={styles.questions}>
              <For each={props.version.questions.filter(({ groupCode }) => groupCode === group)}>
                {(question) => (
                  <li>
                    <p class={styles.text}>
                      <span class={styles.code}>{question.code}</span> {textOf(question)}
                    </p>
                    <QuestionFacts question={question} />
                  </li>
                )}
              </For>
            </ol>
          </PageSection>
        )}
      </For>
    </Show>
  );
}
