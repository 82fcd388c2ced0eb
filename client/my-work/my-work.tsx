import { A } from '@solidjs/router';
import { createMemo, For, Show } from 'solid-js';
import { useQuery } from '../graphql';
import { MyWorkDocument } from '../graphql/generated/my-work/my-work';
import { formatDate, today, wordsFor } from '../i18n';
import { useFilters } from '../shell/address';
import { useViewer } from '../shell/viewer';
import {
  DueDate,
  EmptyState,
  FilterBar,
  Icon,
  LinkButton,
  Loaded,
  PageHeader,
  PageSection,
  Stack,
  type IconName,
} from '../ui';
import { groupWork, addressOf, moduleOf, urgencyOf, type MyTask } from './group-work';
import { useMyWorkWords } from './words';
import styles from './my-work.module.css';

const icons: Record<string, IconName> = {
  document: 'document',
  nonconformity: 'nonconformity',
  correctiveAction: 'flag',
  selfInspection: 'checklist',
  audit: 'audit',
  checkItem: 'audit',
  finding: 'audit',
  round: 'audit',
  programme: 'calendar',
};

/** Việc của tôi: all tasks of the person, the most urgent first, each with a link to where it is done. */
export default function MyWork() {
  const t = useMyWorkWords();
  const viewer = useViewer();
  const query = useQuery(MyWorkDocument, () => ({}), { keep: true });
  return (
    <>
      <PageHeader title={t.title} subtitle={`${t.greeting(viewer().person.fullName)}. ${t.lead}`} />
      <Loaded query={query} pick={(data) => data.myWork}>
        {(work) => (
          <Show when={work().length > 0} fallback={<Nothing />}>
            <WorkList work={work()} />
          </Show>
        )}
      </Loaded>
    </>
  );
}

function Nothing() {
  const t = useMyWorkWords();
  return (
    <EmptyState icon="success" title={t.none} actions={<LinkButton href="/procedures">{t.browse}</LinkButton>}>
      <p>{t.noneHint}</p>
    </EmptyState>
  );
}

function WorkList(props: { work: readonly MyTask[] }) {
  const t = useMyWorkWords();
  const filters = useFilters({ kind: '' });
  const roomsOfWork = createMemo(() => [...new Set(props.work.map((item) => moduleOf(item.kind)))]);
  const shown = createMemo(() =>
    props.work.filter((item) => !filters.values.kind || moduleOf(item.kind) === filters.values.kind),
  );
  const groups = createMemo(() => groupWork(shown(), today()));
  const late = () => props.work.filter((item) => urgencyOf(item.dueOn, today()) === 'overdue').length;
  const roomName = (module: string) => t.modules[module as keyof typeof t.modules] ?? module;
  const countOf = (module: string) => props.work.filter((item) => moduleOf(item.kind) === module).length;
  return (
    <Stack gap="l">
      <p class={styles.summary}>
        <strong>{t.total(props.work.length)}</strong>
        <Show when={late() > 0}>
          <span class={styles.late}>
            <Icon name="danger" size="s" /> {t.overdue(late())}
          </span>
        </Show>
      </p>
      <Show when={roomsOfWork().length > 1}>
        <FilterBar
          filters={filters}
          fields={[
            {
              name: 'kind',
              label: t.kindFilter,
              options: roomsOfWork().map((module) => ({
                value: module,
                label: `${roomName(module)} (${countOf(module)})`,
              })),
            },
          ]}
        />
      </Show>
      <For each={groups()} fallback={<EmptyState icon="tasks" title={t.noneOfKind} />}>
        {(group) => (
          <PageSection title={`${t.groups[group.urgency]} (${group.work.length})`} bare>
            <ul class={styles.list}>
              <For each={group.work}>{(item) => <WorkItem work={item} />}</For>
            </ul>
          </PageSection>
        )}
      </For>
    </Stack>
  );
}

function WorkItem(props: { work: MyTask }) {
  const t = useMyWorkWords();
  const module = () => moduleOf(props.work.kind);
  const verb = () => wordsFor(t.kinds, props.work.kind) ?? wordsFor(t.modules, module());
  return (
    <li>
      <A class={styles.item} href={addressOf(props.work)}>
        <span class={styles.icon}>
          <Icon name={icons[module()] ?? 'tasks'} />
        </span>
        <span class={styles.what}>
          <span class={styles.verb}>{verb()}</span>
          <span class={styles.title}>{props.work.title}</span>
          <span class={styles.place}>
            {[props.work.place, t.since(formatDate(props.work.since))].filter(Boolean).join(' · ')}
          </span>
        </span>
        <Show when={props.work.dueOn}>
          {(date) => (
            <span class={styles.due}>
              <DueDate date={date()} />
            </span>
          )}
        </Show>
        <span class={styles.way}>
          <Icon name="right" size="s" />
        </span>
      </A>
    </li>
  );
}
