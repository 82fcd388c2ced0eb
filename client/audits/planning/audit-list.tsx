import { Show } from 'solid-js';
import { chosen, useFilters, usePages } from '../../graphql';
import { AuditListDocument } from '../../graphql/generated/audits/planning/rounds';
import { formatDate, said } from '../../i18n';
import { auditLifecycle } from '../../../api/audits/rules/planning/audit-lifecycle';
import { DataTable, EmptyState, FilterBar, Notice, PageHeader, Pager, Stack } from '../../ui';
import { AuditBadge, RoomTabs } from '../tabs';
import { useAuditWords } from '../words';

/** Every audit the person may see: own unit's, own teams', arranged ones. */
export default function AuditList() {
  const t = useAuditWords();
  const filters = useFilters({ search: '', state: '', mine: '', sort: '', down: '' });
  const pages = usePages(
    AuditListDocument,
    () => ({
      search: filters.values.search || null,
      state: chosen(auditLifecycle.states, filters.values.state),
      mine: filters.values.mine === 'yes' || null,
      order: chosen(['AUDITEE', 'DAY'], filters.values.sort),
      descending: filters.values.down === 'yes',
    }),
    (data) => data.audits,
  );
  return (
    <>
      <PageHeader title={t.title} subtitle={t.auditsLead} />
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
              options: auditLifecycle.states.map((state) => ({
                value: state,
                label: said(auditLifecycle.words[state].label),
              })),
            },
            { name: 'mine', label: t.mine, options: [{ value: 'yes', label: t.onlyMine }] },
          ]}
        />
        <Show when={pages.error}>{(error) => <Notice tone="danger">{error().message}</Notice>}</Show>
        <DataTable
          caption={t.audits}
          rows={pages.rows}
          loading={pages.loading}
          refreshing={pages.refreshing}
          href={(audit) => `/audits/${audit.id}`}
          sorting={{ by: filters.values.sort, descending: filters.values.down === 'yes' }}
          onSort={(sorting) => filters.set({ sort: sorting.by, down: sorting.descending ? 'yes' : '' })}
          empty={
            <EmptyState icon="audit" title={t.noAudits}>
              {t.noAuditsHint}
            </EmptyState>
          }
          columns={[
            {
              header: t.auditee,
              primary: true,
              sort: 'AUDITEE',
              cell: (audit) => `${audit.number} · ${audit.unit.name}`,
            },
            { header: t.state, cell: (audit) => <AuditBadge state={audit.state} /> },
            {
              header: t.days,
              sort: 'DAY',
              cell: (audit) => audit.dates.map((date) => formatDate(date)).join(', ') || t.noDays,
              nowrap: true,
            },
            {
              header: t.team,
              cell: (audit) => audit.members.map(({ person }) => person.fullName).join(', ') || t.noTeam,
            },
          ]}
        />
        <Pager pages={pages} />
      </Stack>
    </>
  );
}
