import { A, useLocation } from '@solidjs/router';
import { createSignal, For, Show } from 'solid-js';
import { inspectionLifecycle, type InspectionState } from '../../api/self-inspection/rules/lifecycle';
import { useFilters, usePages, useQuery } from '../graphql';
import { InspectionChoicesDocument, InspectionsDocument, MyInspectionsDocument, type InspectionsQuery } from '../graphql/generated/self-inspection/inspections';
import { formatPercent } from '../i18n';
import { currentGrants, hasRole, useViewer } from '../shell/viewer';
import { Badge, Button, DataTable, DueDate, EmptyState, ErrorState, FilterBar, Icon, Loaded, PageHeader, Pager, ProgressBar, Section, Stack, type Column } from '../ui';
import { RoomTabs } from './tabs';
import { inspectionLabel, inspectionTone, placeWords, scoreTone, titleOf } from './state-look';
import { StartDialog } from './start-dialog';
import { useSelfInspectionWords } from './words';
import styles from './inspection-list.module.css';

type Row = NonNullable<InspectionsQuery['inspections']['nodes']>[number];

/** What I owe first, then every form I may see. */
export default function InspectionList() {
  const t = useSelfInspectionWords();
  const viewer = useViewer();
  const location = useLocation();
  const [starting, setStarting] = createSignal(false);
  const heads = () => currentGrants(viewer()).some((grant) => grant.role === 'UNIT_HEAD');
  const fills = () => hasRole(viewer(), ['UNIT_HEAD', 'OFFICER']);
  const onFirstPage = () => !location.search.includes('after=');
  return (
    <>
      <PageHeader
        title={t.title}
        subtitle={t.lead}
        actions={
          <Show when={heads()}>
            <Button icon="plus" onClick={() => setStarting(true)}>
              {t.start}
            </Button>
          </Show>
        }
      />
      <RoomTabs />
      <Show when={fills() && onFirstPage()}>
        <Mine />
      </Show>
      <Everything />
      <StartDialog open={starting()} onClose={() => setStarting(false)} />
    </>
  );
}

function Mine() {
  const t = useSelfInspectionWords();
  const query = useQuery(MyInspectionsDocument, () => ({}), { keep: true });
  return (
    <Section title={t.mine} bare>
      <Loaded query={query} pick={(data) => data.inspections.nodes} lines={3}>
        {(rows) => (
          <Show when={rows().length > 0} fallback={<EmptyState icon="success" title={t.mineNone}>{t.mineNoneHint}</EmptyState>}>
            <ul class={styles.cards}>
              <For each={rows()}>{(row) => <MineCard row={row} />}</For>
            </ul>
          </Show>
        )}
      </Loaded>
    </Section>
  );
}

function MineCard(props: { row: Row }) {
  const t = useSelfInspectionWords();
  const verb = () => ({ DUE: t.begin, RETURNED: t.mend })[props.row.state as 'DUE' | 'RETURNED'] ?? t.goOn;
  return (
    <li>
      <A href={`/inspections/${props.row.id}`} class={styles.card}>
        <span class={styles.words}>
          <span class={styles.title}>{titleOf(props.row.template)}</span>
          <span class={styles.place}>{[capital(props.row.period), placeWords(props.row)].join(' · ')}</span>
        </span>
        <span class={styles.facts}>
          <Badge tone={inspectionTone[props.row.state]}>{inspectionLabel(props.row.state)}</Badge>
          <DueDate date={props.row.dueOn} />
        </span>
        <Show when={props.row.answered > 0} fallback={<span class={styles.place}>{t.minutes(props.row.template.minutes)}</span>}>
          <ProgressBar label={t.answered} value={props.row.answered} max={props.row.shown} />
        </Show>
        <span class={styles.go}>
          {verb()}
          <Icon name="right" size="s" />
        </span>
      </A>
    </li>
  );
}

function Everything() {
  const t = useSelfInspectionWords();
  const filters = useFilters({ search: '', states: [] as string[], template: '', period: '', late: '', critical: '' });
  const choices = useQuery(InspectionChoicesDocument, () => ({}));
  const pages = usePages(
    InspectionsDocument,
    () => {
      const { search, states, template, period, late, critical } = filters.values;
      return {
        search: search || null, states: states.length > 0 ? (states as InspectionState[]) : null, templateId: template || null, period: period || null,
        late: late ? true : null, failedCritical: critical ? true : null, order: 'NEWEST' as const,
      };
    },
    (data) => data.inspections,
  );
  const templates = () => (choices.data?.inspectionTemplates ?? []).map((each) => ({ value: each.id, label: titleOf(each) }));
  return (
    <Section title={t.all} bare>
      <Stack>
        <FilterBar
          filters={filters}
          search="search"
          searchLabel={t.search}
          fields={[
            { name: 'states', label: t.state, kind: 'several', options: inspectionLifecycle.states.map((state) => ({ value: state, label: inspectionLabel(state) })) },
            { name: 'template', label: t.template, options: templates() },
            { name: 'late', label: t.onlyLate, options: [{ value: '1', label: t.yes }] },
            { name: 'critical', label: t.onlyCritical, options: [{ value: '1', label: t.yes }] },
          ]}
        />
        <Show when={!pages.error || pages.rows.length > 0} fallback={<ErrorState title={t.cannotRead} refusal={pages.error} onRetry={() => pages.refetch()} />}>
          <DataTable
            caption={t.caption}
            rows={pages.rows}
            loading={pages.loading}
            refreshing={pages.refreshing}
            columns={columns(t)}
            href={(row) => `/inspections/${row.id}`}
            empty={<EmptyState icon="search" title={t.none}>{t.noneHint}</EmptyState>}
          />
          <Pager pages={pages} />
        </Show>
      </Stack>
    </Section>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function columns(t: ReturnType<typeof useSelfInspectionWords>): Column<Row>[] {
  return [
    { header: t.unit, primary: true, cell: (row) => placeWords(row) },
    { header: t.template, cell: (row) => titleOf(row.template) },
    { header: t.period, nowrap: true, cell: (row) => capital(row.period) },
    { header: t.due, nowrap: true, cell: (row) => <DueDate date={row.dueOn} done={!['DUE', 'IN_PROGRESS', 'RETURNED', 'MISSED'].includes(row.state)} /> },
    {
      header: t.state,
      cell: (row) => (
        <span class={styles.badges}>
          <Badge tone={inspectionTone[row.state]}>{inspectionLabel(row.state)}</Badge>
          <Show when={row.isLate}>
            <Badge tone="warning" icon="clock">{t.late}</Badge>
          </Show>
        </span>
      ),
    },
    {
      header: t.score,
      align: 'end',
      cell: (row) => (
        <Show when={row.score !== null && row.score !== undefined} fallback="—">
          <span class={styles.badges}>
            <Show when={row.failedCritical.length > 0}>
              <Badge tone="danger">{t.criticalCount(row.failedCritical.length)}</Badge>
            </Show>
            <strong data-tone={scoreTone(row.score)}>{formatPercent(row.score)}</strong>
          </span>
        </Show>
      ),
    },
  ];
}
