import { createMemo } from 'solid-js';
import { usePages, useQuery } from '../graphql';
import { PeopleDocument, UnitsDocument, type PeopleQuery } from '../graphql/generated/organization/organization';
import { formatDate, today } from '../i18n';
import { useFilters } from '../shell/address';
import { Badge, DataTable, EmptyState, FilterBar, PageHeader, Pager, Stack } from '../ui';
import { OrganizationTabs } from './tabs';
import { nameOf } from './units';
import { useOrganizationWords } from './words';

type Person = PeopleQuery['people']['nodes'][number];

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
          columns={[
            { header: t.name, primary: true, cell: (person) => person.fullName },
            { header: t.post, cell: (person) => person.currentPost?.title ?? t.noPost },
            { header: t.unit, cell: (person) => unitOf(person) },
            { header: t.auditor, cell: (person) => <AuditorBadge person={person} /> },
          ]}
        />
        <Pager pages={pages} />
      </Stack>
    </>
  );
}

function unitOf(person: Person): string {
  const unit = person.currentPost?.unit;
  if (!unit) return '';
  return unit.authority && unit.authority.id !== unit.id ? `${unit.name}, ${unit.authority.name}` : unit.name;
}

function AuditorBadge(props: { person: Person }) {
  const t = useOrganizationWords();
  const auditor = () => props.person.auditor;
  const isExpired = () => (auditor()?.certifiedUntil ?? '') < today();
  return (
    <>
      {auditor() &&
        (isExpired() ? (
          <Badge tone="danger">
            {auditor()!.certifiedUntil ? `${t.expired} ${formatDate(auditor()!.certifiedUntil)}` : t.noCertificate}
          </Badge>
        ) : (
          <Badge tone={auditor()!.leadQualified ? 'success' : 'info'}>
            {auditor()!.leadQualified ? t.lead : t.auditorYes}
          </Badge>
        ))}
    </>
  );
}
