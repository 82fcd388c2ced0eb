import { usePages } from '../../graphql';
import { RoundsDocument } from '../../graphql/generated/audits/planning/rounds';
import { roundLifecycle } from '../../../api/audits/rules/planning/round-lifecycle';
import { chosen, useFilters } from '../../shell/address';
import { may, useViewer } from '../../shell/viewer';
import { Badge, DataTable, EmptyState, FilterBar, LinkButton, Notice, PageHeader, Pager, Stack } from '../../ui';
import { Show } from 'solid-js';
import { roundColumns, roundStateWord } from './columns';
import { roundTone } from './state-labels';
import { ModuleTabs } from '../tabs';
import { usePlanningWords } from './words';

/** Every round the person may see, the newest first. */
export default function Rounds() {
  const t = usePlanningWords();
  const viewer = useViewer();
  const filters = useFilters({ search: '', state: '', kind: '' });
  const pages = usePages(
    RoundsDocument,
    () => ({
      search: filters.values.search || null,
      state: chosen(roundLifecycle.states, filters.values.state),
      kind: chosen(['CROSS', 'INTERNAL'], filters.values.kind),
    }),
    (data) => data.rounds,
  );
  const mayMake = () => may(viewer(), 'round.manage');
  return (
    <>
      <PageHeader
        title={t.title}
        subtitle={t.roundsLead}
        actions={
          <Show when={mayMake()}>
            <LinkButton look="primary" icon="plus" href="/audits/rounds/new">
              {t.newRound}
            </LinkButton>
          </Show>
        }
      />
      <Stack>
        <ModuleTabs />
        <FilterBar
          filters={filters}
          search="search"
          searchLabel={t.search}
          fields={[
            {
              name: 'state',
              label: t.state,
              options: roundLifecycle.states.map((state) => ({ value: state, label: roundStateWord(state) })),
            },
            {
              name: 'kind',
              label: t.kindOf,
              options: (['CROSS', 'INTERNAL'] as const).map((kind) => ({ value: kind, label: t.kind[kind] })),
            },
          ]}
        />
        <Show when={pages.error}>{(error) => <Notice tone="danger">{error().message}</Notice>}</Show>
        <DataTable
          caption={t.rounds}
          rows={pages.rows}
          loading={pages.loading}
          refreshing={pages.refreshing}
          href={(round) => `/audits/rounds/${round.id}`}
          empty={
            <EmptyState icon="audit" title={t.noRounds}>
              {t.noRoundsHint}
            </EmptyState>
          }
          columns={roundColumns(t)}
          cells={{
            state: ({ state }) => <Badge tone={roundTone[state]}>{roundStateWord(state)}</Badge>,
          }}
        />
        <Pager pages={pages} />
      </Stack>
    </>
  );
}
