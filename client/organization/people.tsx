import { createMemo, Show } from 'solid-js';
import { usePages, useQuery } from '../graphql';
import { PeopleDocument, UnitsDocument } from '../graphql/generated/organization/organization';
import { nameOf } from '../i18n';
import { useFilters } from '../shell/address';
import { Badge, DataTable, EmptyState, FilterBar, PageHeader, Pager, Stack } from '../ui';
import { auditorWords, isExpired, peopleColumns, type PersonRow } from './columns';
import { OrganizationTabs } from './tabs';
import { useOrganizationWords } from './words';

/** Everybody, with the current post; also the auditor register. */
export default function People() {
  const t = useOrganizationWords();
  const filters = useFilters({ search: '', unitId: '', auditors: '' });
  const units = useQuery(UnitsDocument, () => ({}));
  const pages = usePages(
    PeopleDocument,
    () => ({
      search: filters.values.search || null,
      unitId: filters.values.unitId || null,
      auditors: filters.values.auditors === 'yes' || null,
    }),
    (data) => data.people,
  );
  const authorities = createMemo(() =>
    (units.data?.units ?? [])
      .filter((unit) => unit.isAuthority)
      .map((unit) => ({ value: unit.id, label: nameOf(unit) })),
  );
  return (
    <>
      <PageHeader title={t.title} subtitle={t.peopleLead} />
      <Stack>
        <OrganizationTabs />
        <FilterBar
          filters={filters}
          search="search"
          searchLabel={t.find}
          fields={[
            { name: 'unitId', label: t.unit, options: authorities() },
            { name: 'auditors', label: t.register, options: [{ value: 'yes', label: t.onlyAuditors }] },
          ]}
        />
        <DataTable
          caption={t.people}
          rows={pages.rows}
          loading={pages.loading}
          refreshing={pages.refreshing}
          href={(person) => `/organization/people/${person.id}`}
          empty={
            <EmptyState icon="users" title={t.noPeople}>
              {t.noPeopleHint}
            </EmptyState>
          }
          columns={peopleColumns(t)}
          cells={{ auditor: (person) => <AuditorBadge person={person} /> }}
        />
        <Pager pages={pages} />
      </Stack>
    </>
  );
}

function AuditorBadge(props: { person: PersonRow }) {
  const t = useOrganizationWords();
  const toneOf = (auditor: NonNullable<PersonRow['auditor']>) =>
    isExpired(auditor) ? 'danger' : auditor.leadQualified ? 'success' : 'info';
  return (
    <Show when={props.person.auditor}>
      {(auditor) => <Badge tone={toneOf(auditor())}>{auditorWords(t, props.person)}</Badge>}
    </Show>
  );
}
