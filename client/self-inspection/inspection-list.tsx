import { A, useLocation } from '@solidjs/router';
import { createMemo, createSignal, For, Show } from 'solid-js';
import { inspectionLifecycle, type InspectionState } from '../../api/self-inspection/rules/lifecycle';
import { usePages, useQuery } from '../graphql';
import {
  InspectionChoicesDocument,
  InspectionsDocument,
  InspectionsToDecideDocument,
  MyInspectionsDocument,
  type InspectionsQueryVariables,
} from '../graphql/generated/self-inspection/inspections';
import { ScheduleUnitsDocument, type ScheduleUnitsQuery } from '../graphql/generated/self-inspection/schedules';
import { formatPercent, titleOf } from '../i18n';
import { reachingRoles } from '../../api/access/rules/roles';
import { allChosen, useFilters } from '../shell/address';
import { grantsFor } from '../shell/grants-for';
import { may, useViewer } from '../shell/viewer';
import {
  Badge,
  Button,
  DataTable,
  DueDate,
  EmptyState,
  ErrorState,
  FilterBar,
  Icon,
  Loaded,
  PageHeader,
  Pager,
  ProgressBar,
  PageSection,
  Stack,
} from '../ui';
import { capital, inspectionColumns, periodLabel, type InspectionRow } from './columns';
import { ModuleTabs } from './tabs';
import { inspectionLabel, inspectionTone, placeWords } from './state-labels';
import { StartDialog } from './start-dialog';
import { useSelfInspectionWords } from './words';
import type { Words } from './words.vi';
import styles from './inspection-list.module.css';

type InspectionOrder = NonNullable<InspectionsQueryVariables['order']>;

/** The orders of the list by the name of the column; without one the newest come first. */
const orders: Record<string, Record<'up' | 'down', InspectionOrder>> = {
  due: { up: 'DUE_FIRST', down: 'DUE_LAST' },
  score: { up: 'SCORE_LOW_FIRST', down: 'SCORE_HIGH_FIRST' },
};

/** The forms that wait for the viewer, then all others that he or she may see. */
export default function InspectionList() {
  const t = useSelfInspectionWords();
  const viewer = useViewer();
  const location = useLocation();
  const [starting, setStarting] = createSignal(false);
  const decides = () => may(viewer(), 'selfInspection.decide');
  const within = ({ authority }: Unit) =>
    Boolean(authority) &&
    grantsFor(viewer(), 'selfInspection.decide').some(
      ({ role, unit }) => (reachingRoles as readonly string[]).includes(role) || unit.id === authority!.id,
    );
  const onFirstPage = () => !location.search.includes('after=');
  return (
    <>
      <PageHeader
        title={t.title}
        subtitle={t.lead}
        actions={
          <Show when={may(viewer(), 'selfInspection.start')}>
            <Button icon="plus" onClick={() => setStarting(true)}>
              {t.start}
            </Button>
          </Show>
        }
      />
      <ModuleTabs />
      <Show when={may(viewer(), 'selfInspection.fillOfOffice') && onFirstPage()}>
        <Mine />
      </Show>
      <Show when={decides() && onFirstPage()}>
        <ToDecide />
      </Show>
      <Everything ofMany={decides()} within={within} />
      <StartDialog open={starting()} onClose={() => setStarting(false)} />
    </>
  );
}

/** Forms that are open now first; missed periods, which may still be submitted, after them. */
function Mine() {
  const t = useSelfInspectionWords();
  const query = useQuery(MyInspectionsDocument, () => ({}), { keep: true });
  return (
    <PageSection title={t.mine} bare>
      <Loaded query={query} pick={(data) => data.inspections.nodes} lines={3}>
        {(rows) => (
          <Show
            when={rows().length > 0}
            fallback={
              <EmptyState icon="success" title={t.mineNone}>
                {t.mineNoneHint}
              </EmptyState>
            }
          >
            <FormCards rows={rows().filter(({ state }) => state !== 'MISSED')} />
            <Show when={rows().some(({ state }) => state === 'MISSED')}>
              <h3>{t.missedStill}</h3>
              <FormCards
                rows={rows()
                  .filter(({ state }) => state === 'MISSED')
                  .toReversed()}
              />
            </Show>
          </Show>
        )}
      </Loaded>
    </PageSection>
  );
}

/** Submitted forms that wait for this reader; nothing is shown when there is none. */
function ToDecide() {
  const t = useSelfInspectionWords();
  const query = useQuery(InspectionsToDecideDocument, () => ({}), { keep: true });
  const rows = () => query.data?.inspections.nodes ?? [];
  return (
    <Show when={rows().length > 0}>
      <PageSection title={`${t.toDecide} (${query.data!.inspections.totalCount})`} bare>
        <FormCards rows={rows()} />
      </PageSection>
    </Show>
  );
}

function FormCards(props: { rows: readonly InspectionRow[] }) {
  return (
    <ul class={styles.cards}>
      <For each={props.rows}>{(row) => <FormCard row={row} />}</For>
    </ul>
  );
}

function FormCard(props: { row: InspectionRow }) {
  const t = useSelfInspectionWords();
  const verbs: Partial<Record<InspectionState, string>> = { DUE: t.begin, RETURNED: t.mend, SUBMITTED: t.decide };
  const isSubmitted = () => props.row.state === 'SUBMITTED';
  return (
    <li>
      <A href={`/inspections/${props.row.id}`} class={styles.card}>
        <span class={styles.words}>
          <span class={styles.title}>{titleOf(props.row.template)}</span>
          <span class={styles.place}>{[capital(props.row.period), placeWords(props.row)].join(' · ')}</span>
        </span>
        <span class={styles.facts}>
          <Badge tone={inspectionTone[props.row.state]}>{inspectionLabel(props.row.state)}</Badge>
          <Show when={!isSubmitted()} fallback={<strong>{formatPercent(props.row.score)}</strong>}>
            <DueDate date={props.row.dueOn} />
          </Show>
          <Show when={props.row.failedCritical.length > 0}>
            <Badge tone="danger" icon="flag">
              {t.criticalCount(props.row.failedCritical.length)}
            </Badge>
          </Show>
        </span>
        <Show when={props.row.answered > 0 && !isSubmitted()}>
          <ProgressBar label={t.answered} value={props.row.answered} max={props.row.shown} />
        </Show>
        <Show when={props.row.state === 'DUE'}>
          <span class={styles.place}>{t.minutes(props.row.template.minutes)}</span>
        </Show>
        <span class={styles.go}>
          {verbs[props.row.state] ?? t.goOn}
          <Icon name="right" size="s" />
        </span>
      </A>
    </li>
  );
}

type Unit = ScheduleUnitsQuery['units'][number];

/**
 * @param props.ofMany whether the reader sees more than the own unit's forms, and may want one unit's
 * @param props.within whether a unit's forms are within the reader's reach
 */
function Everything(props: { ofMany: boolean; within: (unit: Unit) => boolean }) {
  const t = useSelfInspectionWords();
  const filters = useFilters({
    search: '',
    unit: '',
    states: [] as string[],
    template: '',
    period: '',
    late: '',
    critical: '',
    sort: '',
    down: '',
  });
  const sorting = () => ({ by: filters.values.sort, descending: filters.values.down !== '' });
  const choices = useQuery(InspectionChoicesDocument, () => ({}));
  const units = useQuery(ScheduleUnitsDocument, () => ({}), { pause: () => !props.ofMany });
  const unitOptions = createMemo(() =>
    (units.data?.units ?? []).filter(props.within).map(({ id, name, isAuthority, authority }) => ({
      value: id,
      label: name,
      detail: isAuthority ? undefined : authority!.name,
    })),
  );
  /** A ward or commune stands for its offices too. */
  const place = () => {
    const id = filters.values.unit || null;
    return (units.data?.units ?? []).some((unit) => unit.id === id && unit.isAuthority)
      ? { authorityId: id }
      : { unitId: id };
  };
  const pages = usePages(
    InspectionsDocument,
    () => {
      const { search, states, template, period, late, critical } = filters.values;
      return {
        ...place(),
        search: search || null,
        states: allChosen(inspectionLifecycle.states, states),
        templateId: template || null,
        period: period || null,
        late: late ? true : null,
        failedCritical: critical ? true : null,
        order: orders[filters.values.sort]?.[filters.values.down ? 'down' : 'up'] ?? 'NEWEST',
      };
    },
    (data) => data.inspections,
  );
  const templates = () =>
    (choices.data?.inspectionTemplates ?? []).map((each) => ({ value: each.id, label: titleOf(each) }));
  return (
    <PageSection title={t.all} bare>
      <Stack>
        <FilterBar
          filters={filters}
          search="search"
          searchLabel={t.search}
          fields={[
            ...(props.ofMany ? [{ name: 'unit', label: t.unit, options: unitOptions() }] : []),
            {
              name: 'states',
              label: t.state,
              kind: 'several',
              options: inspectionLifecycle.states.map((state) => ({ value: state, label: inspectionLabel(state) })),
            },
            { name: 'template', label: t.template, options: templates() },
            { name: 'late', label: t.onlyLate, options: [{ value: '1', label: t.yes }] },
            { name: 'critical', label: t.onlyCritical, options: [{ value: '1', label: t.yes }] },
          ]}
        />
        <Show
          when={!pages.error || pages.rows.length > 0}
          fallback={<ErrorState title={t.cannotRead} refusal={pages.error} onRetry={() => pages.refetch()} />}
        >
          <DataTable
            caption={t.caption}
            rows={pages.rows}
            loading={pages.loading}
            refreshing={pages.refreshing}
            columns={inspectionColumns(t)}
            cells={cellsOf(t)}
            href={(row) => `/inspections/${row.id}`}
            sorting={sorting()}
            onSort={({ by, descending }) => filters.set({ sort: by, down: descending ? 'yes' : '' })}
            empty={
              <EmptyState icon="search" title={t.none}>
                {t.noneHint}
              </EmptyState>
            }
          />
          <Pager pages={pages} />
        </Show>
      </Stack>
    </PageSection>
  );
}

/** What the screen shows beyond the values of the columns. */
const cellsOf = (t: Words) => ({
  form: (row: InspectionRow) => (
    <span class={styles.words}>
      <span>{titleOf(row.template)}</span>
      <span class={styles.place}>{periodLabel(t, row)}</span>
    </span>
  ),
  due: (row: InspectionRow) => (
    <DueDate date={row.dueOn} done={!['DUE', 'IN_PROGRESS', 'RETURNED', 'MISSED'].includes(row.state)} />
  ),
  state: (row: InspectionRow) => (
    <span class={styles.badges}>
      <Badge tone={inspectionTone[row.state]}>{inspectionLabel(row.state)}</Badge>
      <Show when={row.isLate}>
        <Badge tone="warning" icon="clock">
          {t.late}
        </Badge>
      </Show>
    </span>
  ),
  score: (row: InspectionRow) => (
    <Show when={row.score !== null && row.score !== undefined} fallback="—">
      <span class={styles.score}>
        <strong>{formatPercent(row.score)}</strong>
        <Show when={row.failedCritical.length > 0}>
          <span class={styles.critical}>{t.criticalCount(row.failedCritical.length)}</span>
        </Show>
      </span>
    </Show>
  ),
});
