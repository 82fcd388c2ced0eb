import { createMemo, Show } from 'solid-js';
import { usePages, useQuery } from '../graphql';
import {
  ClausesToFilterByDocument,
  DocumentFiltersDocument,
  DocumentsDocument,
  type DocumentsQueryVariables,
} from '../graphql/generated/documents/documents';
import { titleOf } from '../i18n';
import { useFilters } from '../shell/address';
import { may, useViewer } from '../shell/viewer';
import {
  Badge,
  Button,
  DataTable,
  EmptyState,
  FilterBar,
  Icon,
  LinkButton,
  PageHeader,
  Pager,
  PrintButton,
  Stack,
  type Tone,
} from '../ui';
import { documentColumns, isRevised, type DocumentRow } from './columns';
import { useDocumentWords } from './words';
import styles from './documents.module.css';

type Kind = DocumentRow['kind'];
type Status = DocumentRow['status'];

/** The tone of a document's status. */
export const statusTones: Record<Status, Tone> = {
  IN_FORCE: 'success',
  UNDER_WAY: 'info',
  WITHDRAWN: 'danger',
  DISCARDED: 'neutral',
};

/** The list of documents: the master list of internal and external documents. */
export default function Documents() {
  const t = useDocumentWords();
  const viewer = useViewer();
  const ownFirst = viewer().memberOf.length > 1 ? (viewer().authority?.id ?? '') : '';
  const filters = useFilters({
    search: '',
    kind: '',
    status: '',
    field: '',
    office: '',
    unit: '',
    clause: '',
    authority: ownFirst,
    sort: 'CODE',
    down: '',
  });
  const known = useQuery(DocumentFiltersDocument, () => ({}));
  const standard = useQuery(ClausesToFilterByDocument, () => ({}));
  const pages = usePages(
    DocumentsDocument,
    () => ({
      search: filters.values.search || null,
      authorityId: filters.values.authority || null,
      kinds: filters.values.kind ? [filters.values.kind as Kind] : null,
      status: (filters.values.status || null) as Status | null,
      field: filters.values.field || null,
      officeKind: filters.values.office || null,
      ownerUnitId: filters.values.unit || null,
      clause: filters.values.clause || null,
      order: filters.values.sort as DocumentsQueryVariables['order'],
      descending: filters.values.down === 'yes',
    }),
    (data) => data.documents,
  );
  const several = () => viewer().memberOf.length > 1;
  /** The list holds documents of several authorities: then the authority is named before the office. */
  const isMixed = () => several() && !filters.values.authority;
  const authorities = createMemo(() =>
    (known.data?.units ?? [])
      .filter((unit) => unit.isAuthority && viewer().memberOf.includes(unit.id))
      .map((unit) => ({ value: unit.id, label: unit.name })),
  );
  /** Offices of the same name are distinguished by their authority. */
  const owners = createMemo(() =>
    (known.data?.units ?? [])
      .filter(
        ({ authority }) =>
          authority &&
          (filters.values.authority
            ? authority.id === filters.values.authority
            : viewer().memberOf.includes(authority.id)),
      )
      .map(({ id, name, authority }) => ({
        value: id,
        label: name,
        ...(several() && authority!.id !== id && { detail: authority!.name }),
      })),
  );
  const clauses = createMemo(() =>
    (standard.data?.clauseSets.find(({ isCurrent }) => isCurrent)?.clauses ?? []).map((clause) => ({
      value: clause.number,
      label: `${clause.number} ${titleOf(clause)}`,
    })),
  );
  const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));
  return (
    <>
      <PageHeader
        title={t.title}
        subtitle={t.lead}
        actions={
          <>
            <Show when={may(viewer(), 'document.create')}>
              <LinkButton look="primary" icon="plus" href="/documents/new">
                {t.newDocument}
              </LinkButton>
            </Show>
            <Show when={may(viewer(), 'document.registerExternal')}>
              <LinkButton href="/documents/external">{t.newExternal}</LinkButton>
            </Show>
            <PrintButton />
          </>
        }
      />
      <Stack>
        <FilterBar
          filters={filters}
          search="search"
          searchLabel={t.find}
          fields={[
            ...(several()
              ? [{ name: 'authority', label: t.authority, kind: 'find' as const, options: authorities() }]
              : []),
            { name: 'status', label: t.statusOfDocument, options: options(t.statuses) },
            { name: 'kind', label: t.kind, options: options(t.kinds) },
            { name: 'office', label: t.office, options: options(t.offices).slice(0, 4) },
            { name: 'unit', label: t.owner, kind: 'find', options: owners() },
            { name: 'clause', label: t.clause, kind: 'find', options: clauses() },
            {
              name: 'field',
              label: t.field,
              options: (known.data?.procedureFields ?? []).map(({ field }) => ({ value: field, label: field })),
            },
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
            <EmptyState
              title={filters.count > 0 ? t.none : t.noneYet}
              actions={
                <Show when={several() && filters.values.authority}>
                  <Button onClick={() => filters.set({ authority: '' })}>{t.allAuthorities}</Button>
                </Show>
              }
            >
              {filters.count > 0 ? t.noneHint : ''}
            </EmptyState>
          }
          columns={documentColumns(t, isMixed())}
          cells={{
            title: (row) => <Title row={row} />,
            status: (row) => <StatusCell row={row} />,
          }}
        />
        <Pager pages={pages} />
      </Stack>
    </>
  );
}

/** The title, with a mark where a file holds the content. */
function Title(props: { row: DocumentRow }) {
  const t = useDocumentWords();
  return (
    <>
      {props.row.title}
      <Show when={(props.row.inForce ?? props.row.underWay)?.hasFile}>
        <span class={styles.mark} title={t.hasFile}>
          <Icon name="attach" size="s" />
          <span class="visually-hidden">{t.hasFile}</span>
        </span>
      </Show>
    </>
  );
}

function StatusCell(props: { row: DocumentRow }) {
  const t = useDocumentWords();
  return (
    <span class={styles.statuses}>
      <Badge tone={statusTones[props.row.status]}>{t.statuses[props.row.status]}</Badge>
      <Show when={isRevised(props.row)}>
        <Badge tone="info">{t.underWay}</Badge>
      </Show>
    </span>
  );
}
