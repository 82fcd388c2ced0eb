import { createMemo, Show } from 'solid-js';
import { procedureKinds, type ProcedureKind } from '../../api/documents/rules/kinds';
import { usePages, useQuery } from '../graphql';
import {
  ProcedureFiltersDocument,
  ProceduresDocument,
  type ProceduresQueryVariables,
} from '../graphql/generated/procedures/procedures';
import { useFilters } from '../shell/address';
import { useViewer } from '../shell/viewer';
import { Badge, DataTable, EmptyState, FilterBar, PageHeader, Pager, PrintButton, Stack } from '../ui';
import { faultCount, procedureColumns, procedureOf, type ProcedureRow } from './columns';
import { useProcedureWords } from './words';
import styles from './procedures.module.css';

/** The list of procedures in force. */
export default function Procedures() {
  const t = useProcedureWords();
  const viewer = useViewer();
  const several = () => viewer().memberOf.length > 1;
  const filters = useFilters({
    search: '',
    kind: 'ADMINISTRATIVE_PROCEDURE',
    field: '',
    office: '',
    authority: several() ? (viewer().authority?.id ?? '') : '',
    sort: 'CODE',
    down: '',
  });
  const known = useQuery(ProcedureFiltersDocument, () => ({}));
  const pages = usePages(
    ProceduresDocument,
    () => ({
      search: filters.values.search || null,
      authorityId: filters.values.authority || null,
      kinds: filters.values.kind ? [filters.values.kind as ProcedureKind] : procedureKinds,
      field: filters.values.field || null,
      officeKind: filters.values.office || null,
      order: filters.values.sort as ProceduresQueryVariables['order'],
      descending: filters.values.down === 'yes',
    }),
    (data) => data.documents,
  );
  const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));
  const authorities = createMemo(() =>
    (known.data?.units ?? [])
      .filter((unit) => unit.isAuthority && viewer().memberOf.includes(unit.id))
      .map(({ id, name }) => ({ value: id, label: name })),
  );
  return (
    <>
      <PageHeader title={t.title} subtitle={t.lead} actions={<PrintButton />} />
      <Stack>
        <FilterBar
          filters={filters}
          search="search"
          searchLabel={t.find}
          fields={[
            ...(several() ? [{ name: 'authority', label: t.authority, options: authorities() }] : []),
            {
              name: 'field',
              label: t.field,
              options: (known.data?.procedureFields ?? []).map(({ field }) => ({ value: field, label: field })),
            },
            { name: 'office', label: t.office, options: options(t.offices) },
            { name: 'kind', label: t.kind, options: options(t.kinds) },
          ]}
        />
        <DataTable
          caption={t.caption}
          rows={pages.rows}
          loading={pages.loading}
          refreshing={pages.refreshing}
          href={(row) => `/documents/${row.id}`}
          sorting={{ by: filters.values.sort, descending: filters.values.down === 'yes' }}
          onSort={(sorting) => filters.set({ sort: sorting.by, down: sorting.descending ? 'yes' : '' })}
          empty={
            <EmptyState icon="flow" title={t.none}>
              {t.noneHint}
            </EmptyState>
          }
          columns={procedureColumns(t, several())}
          cells={{
            code: (row) => <Codes row={row} />,
            fee: (row) => <span class={styles.fee}>{procedureOf(row)?.fee ?? t.free}</span>,
            check: (row) => <Check row={row} />,
          }}
        />
        <Pager pages={pages} />
      </Stack>
    </>
  );
}

/** The code of the authority, and the national one beneath it. */
function Codes(props: { row: ProcedureRow }) {
  return (
    <>
      {props.row.code}
      <Show when={procedureOf(props.row)?.nationalCode}>{(code) => <span class={styles.national}>{code()}</span>}</Show>
    </>
  );
}

function Check(props: { row: ProcedureRow }) {
  const t = useProcedureWords();
  const faults = () => faultCount(props.row);
  return <Badge tone={faults() > 0 ? 'danger' : 'success'}>{faults() > 0 ? t.faults(faults()) : t.noFaults}</Badge>;
}
