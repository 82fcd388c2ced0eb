import { useLocation } from '@solidjs/router';
import { createEffect, For, Show } from 'solid-js';
import { usePages, useQuery } from '../graphql';
import {
  NonconformitiesDocument,
  NonconformityCountsDocument,
  type NonconformitiesQuery,
  type NonconformitiesQueryVariables,
} from '../graphql/generated/nonconformities/register';
import { may, useViewer } from '../shell/viewer';
import {
  Badge,
  DataTable,
  DueDate,
  EmptyState,
  ErrorState,
  FilterBar,
  LinkButton,
  PageHeader,
  Pager,
  PageSection,
  Stack,
} from '../ui';
import { keptActions, ownerNames, registerColumns, type RegisterRow } from './columns';
import { filterOf, foundBy, orderOf, useRegisterFields, useRegisterFilters } from './register-filters';
import { rememberSorting, type SortName } from './saved-sorting';
import { isOver, toneOf } from './state-labels';
import { StateCounts, type View } from './state-counts';
import { useNonconformityWords } from './words';
import type { Words } from './words.vi';
import styles from './register.module.css';

/** The register of nonconformities (sổ theo dõi KPH): filters, counts and order stand in the address. */
export default function Register() {
  const t = useNonconformityWords();
  const filters = useRegisterFilters();
  const sorting = () => ({ by: filters.values.sort as SortName, descending: filters.values.down === 'true' });
  createEffect(() => rememberSorting(sorting()));
  const view = () => filters.values.view as View;

  const pages = usePages<NonconformitiesQuery, NonconformitiesQueryVariables, RegisterRow>(
    NonconformitiesDocument,
    () => ({ filter: filterOf(filters), ...orderOf(filters) }),
    (data) => data.nonconformities,
  );
  const counts = useQuery(
    NonconformityCountsDocument,
    () => ({ filter: foundBy(filters), mine: { ...foundBy(filters), mine: true } }),
    { keep: true },
  );
  const fields = useRegisterFields(filters);
  const location = useLocation();

  return (
    <>
      <PageHeader
        title={t.title}
        subtitle={t.lead}
        actions={
          <>
            <LinkButton href={`/nonconformities/print${location.search}`} icon="print">
              {t.printRegister}
            </LinkButton>
            <ReportButton />
          </>
        }
      />
      <Stack>
        <StateCounts
          view={view()}
          states={filters.values.state}
          all={counts.data?.all ?? []}
          mine={counts.data?.mine ?? []}
          onView={(next) => filters.set({ view: next, state: [] })}
          onStates={(state) => filters.set({ state, view: 'all' })}
        />
        <FilterBar filters={filters} search="search" searchLabel={t.searchLabel} fields={fields()} />
        <PageSection bare>
          <Show
            when={!pages.error || pages.rows.length > 0}
            fallback={<ErrorState title={t.cannotRead} refusal={pages.error} onRetry={pages.refetch} />}
          >
            <DataTable
              caption={t.caption}
              columns={registerColumns(t)}
              cells={cellsOf(t)}
              rows={pages.rows}
              loading={pages.loading}
              refreshing={pages.refreshing}
              href={(row) => `/nonconformities/${row.id}`}
              sorting={sorting()}
              onSort={({ by, descending }) => filters.set({ sort: by, down: String(descending) })}
              empty={<Nothing view={view()} filtered={filters.count > 0} />}
            />
            <Pager pages={pages} />
          </Show>
        </PageSection>
      </Stack>
    </>
  );
}

function Nothing(props: { view: View; filtered: boolean }) {
  const t = useNonconformityWords();
  const title = () => (props.view === 'mine' ? t.noneMine : props.filtered ? t.noneFound : t.none);
  return (
    <EmptyState icon={props.view === 'mine' ? 'success' : 'nonconformity'} title={title()} actions={<ReportButton />}>
      <Show when={!props.filtered}>
        <p>{t.noneHint}</p>
      </Show>
    </EmptyState>
  );
}

/** What the screen shows beyond the values of the columns. */
const cellsOf = (t: Words) => ({
  number: (row: RegisterRow) => (
    <span class={styles.name}>
      <span class={styles.number}>
        {row.number}
        <Show when={row.severity === 'MAJOR'}>
          <Badge tone="danger">{t.severity.MAJOR}</Badge>
        </Show>
      </span>
      <span class={styles.gap}>{row.gap}</span>
      <span class={styles.minor}>{[row.clause?.number, row.procedure?.code].filter(Boolean).join(' · ')}</span>
    </span>
  ),
  state: (row: RegisterRow) => (
    <span class={styles.lines}>
      <Badge tone={toneOf(row.state)}>{t.shortState[row.state]}</Badge>
      <Show when={row.mine}>
        <Badge tone="warning" icon="user">
          {t.mineMark}
        </Badge>
      </Show>
    </span>
  ),
  due: (row: RegisterRow) => (
    <Show when={row.dueOn} fallback="–">
      <DueDate date={row.dueOn} done={isOver(row.state)} />
    </Show>
  ),
  unit: (row: RegisterRow) => (
    <span class={`${styles.lines} ${styles.unit}`}>
      <span>{row.unit.name}</span>
      <Show when={row.unit.id !== row.authority.id}>
        <span class={styles.minor}>{row.authority.name}</span>
      </Show>
    </span>
  ),
  actions: (row: RegisterRow) => <Actions actions={row.actions} />,
});

function Actions(props: { actions: RegisterRow['actions'] }) {
  const t = useNonconformityWords();
  const kept = () => keptActions(props);
  const done = () => kept().filter(({ state }) => state !== 'OPEN').length;
  const late = () => kept().filter(({ overdue }) => overdue).length;
  return (
    <Show when={kept().length > 0} fallback={<span class={styles.minor}>{t.noActions}</span>}>
      <span class={styles.lines}>
        <span>{t.actionsDone(done(), kept().length)}</span>
        <Show when={late() > 0}>
          <Badge tone="danger">{t.lateActions(late())}</Badge>
        </Show>
        <For each={ownerNames(kept())}>{(name) => <span class={styles.minor}>{name}</span>}</For>
      </span>
    </Show>
  );
}

function ReportButton() {
  const t = useNonconformityWords();
  const viewer = useViewer();
  return (
    <Show when={may(viewer(), 'nonconformity.report')}>
      <LinkButton href="/nonconformities/new" look="primary" icon="plus">
        {t.report}
      </LinkButton>
    </Show>
  );
}
