import { chosen, useFilters, usePages } from '../../graphql';
import { RoundsDocument } from '../../graphql/generated/audits/planning/rounds';
import { formatPeriod, said } from '../../i18n';
import { roundLifecycle } from '../../../api/audits/rules/planning/round-lifecycle';
import { hasRole, useViewer } from '../../shell/viewer';
import { Badge, DataTable, EmptyState, FilterBar, LinkButton, Notice, PageHeader, Pager, Stack } from '../../ui';
import { Show } from 'solid-js';
import { roundTone } from './looks';
import { RoomTabs } from '../tabs';
import { useAuditWords } from '../words';

/** Every round the person may see, the newest first. */
export default function Rounds() {
  const t = useAuditWords();
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
  const mayMake = () => hasRole(viewer(), ['LEAD_AGENCY', 'QUALITY_MANAGER', 'ISO_SECRETARY']);
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
        <RoomTabs />
        <FilterBar
          filters={filters}
          search="search"
          searchLabel={t.search}
          fields={[
            {
              name: 'state',
              label: t.state,
              options: roundLifecycle.states.map((state) => ({
                value: state,
                label: said(roundLifecycle.words[state].label),
              })),
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
          columns={[
            { header: t.name, primary: true, cell: (round) => `${round.number} · ${round.title}` },
            {
              header: t.state,
              cell: (round) => (
                <Badge tone={roundTone[round.state]}>{said(roundLifecycle.words[round.state].label)}</Badge>
              ),
            },
            { header: t.period, cell: (round) => formatPeriod(round.from, round.to), nowrap: true },
            { header: t.progress, cell: (round) => t.closedOf(round.closedCount, round.auditCount) },
            { header: t.kindOf, cell: (round) => t.kind[round.kind], deskOnly: true },
          ]}
        />
        <Pager pages={pages} />
      </Stack>
    </>
  );
}
