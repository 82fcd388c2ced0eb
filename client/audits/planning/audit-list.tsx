import { Show } from 'solid-js';
import { usePages } from '../../graphql';
import { AuditListDocument } from '../../graphql/generated/audits/planning/rounds';
import { auditLifecycle } from '../../../api/audits/rules/planning/audit-lifecycle';
import { chosen, useFilters } from '../../shell/address';
import { DataTable, EmptyState, FilterBar, Notice, PageHeader, Pager, Stack } from '../../ui';
import { auditColumns, auditStateWord } from './columns';
import { AuditBadge, ModuleTabs } from '../tabs';
import { usePlanningWords } from './words';

/** Every audit the person may see: own unit's, own teams', arranged ones. */
export default function AuditList() {
  const t = usePlanningWords();
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
        <ModuleTabs />
        <FilterBar
          filters={filters}
          search="search"
          searchLabel={t.search}
          fields={[
            {
              name: 'state',
              label: t.state,
              options: auditLifecycle.states.map((state) => ({ value: state, label: auditStateWord(state) })),
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
          columns={auditColumns(t)}
          cells={{ state: (audit) => <AuditBadge state={audit.state} /> }}
        />
        <Pager pages={pages} />
      </Stack>
    </>
  );
}
