import { useNavigate, useParams } from '@solidjs/router';
import { createEffect, createMemo, For, Show } from 'solid-js';
import { useQuery } from '../graphql';
import { ClausesDocument, ClauseSetsDocument, type ClausesQuery } from '../graphql/generated/standards/standards';
import { fold, language } from '../i18n';
import { useFilters } from '../shell/address';
import {
  Badge,
  DataTable,
  EmptyState,
  FilterBar,
  Loaded,
  Notice,
  PageHeader,
  Stack,
  TabLinks,
  type Column,
} from '../ui';
import { useStandardsWords } from './words';
import styles from './clause-sets.module.css';

type Clause = ClausesQuery['clauseSets'][number]['clauses'][number];
type Words = ReturnType<typeof useStandardsWords>;

/** The editions of the standard side by side: one at a time, each clause with its counterparts. */
export default function ClauseSets() {
  const t = useStandardsWords();
  const params = useParams<{ code?: string }>();
  const sets = useQuery(ClauseSetsDocument, () => ({}));
  const navigate = useNavigate();
  const clauses = useQuery(ClausesDocument, () => ({ code: params.code! }), { keep: true, pause: () => !params.code });
  createEffect(() => {
    const current = sets.data?.clauseSets.find((set) => set.isCurrent);
    if (!params.code && current) navigate(`/standards/${current.code}`, { replace: true });
  });
  const filters = useFilters({ search: '' });

  return (
    <>
      <PageHeader title={t.title} subtitle={t.lead} />
      <Stack>
        <Loaded query={sets} pick={(data) => data.clauseSets}>
          {(all) => (
            <TabLinks
              label={t.sets}
              tabs={all().map((set) => ({
                label: titleOf(set) + (set.isCurrent ? ` · ${t.current}` : ''),
                href: `/standards/${set.code}`,
              }))}
            />
          )}
        </Loaded>
        <FilterBar filters={filters} search="search" searchLabel={t.filter} />
        <Loaded query={clauses} pick={(data) => data.clauseSets[0]} lines={12}>
          {(set) => (
            <Stack>
              <Show when={set().isDraft}>
                <Notice tone="warning" title={t.draft} />
              </Show>
              <ClauseTable
                clauses={set().clauses}
                search={filters.values.search}
                hasChanges={set().isDraft}
                words={t}
              />
            </Stack>
          )}
        </Loaded>
      </Stack>
    </>
  );
}

const titleOf = (named: { title: string; titleEn: string }) => (language() === 'vi' ? named.title : named.titleEn);
const otherTitleOf = (named: { title: string; titleEn: string }) => (language() === 'vi' ? named.titleEn : named.title);

function ClauseTable(props: { clauses: readonly Clause[]; search: string; hasChanges: boolean; words: Words }) {
  const t = props.words;
  const shown = createMemo(() => {
    const words = fold(props.search).split(/\s+/).filter(Boolean);
    const fits = (clause: Clause) => {
      const text = fold(`${clause.number} ${clause.title} ${clause.titleEn}`);
      return words.every((word) => text.includes(word));
    };
    return props.clauses.filter(fits);
  });
  const columns = (): Column<Clause>[] => [
    { header: t.clause, primary: true, cell: (clause) => <ClauseTitle clause={clause} /> },
    { header: t.other, cell: (clause) => otherTitleOf(clause) },
    { header: t.maps, cell: (clause) => <Counterparts clause={clause} words={t} /> },
    ...(props.hasChanges
      ? [{ header: t.change, cell: (clause: Clause) => <Change change={clause.change} words={t} /> }]
      : [{ header: t.usualUnit, deskOnly: true, cell: (clause: Clause) => clause.usualUnit ?? '' }]),
  ];
  return (
    <DataTable
      caption={`${t.title}: ${t.count(shown().length)}`}
      columns={columns()}
      rows={shown()}
      empty={
        <EmptyState icon="search" title={t.nothing}>
          {t.nothingHint}
        </EmptyState>
      }
    />
  );
}

function ClauseTitle(props: { clause: Clause }) {
  const depth = () => props.clause.number.split('.').length;
  return (
    <span
      classList={{ [styles.clause!]: true, [styles.chapter!]: depth() === 1, [styles.group!]: !props.clause.isLeaf }}
    >
      <span class={styles.number}>{props.clause.number}</span> {titleOf(props.clause)}
    </span>
  );
}

function Counterparts(props: { clause: Clause; words: Words }) {
  const all = () =>
    [
      ...props.clause.mapsTo.map((mapping) => mapping.to),
      ...props.clause.mapsFrom.map((mapping) => mapping.from),
    ].toSorted(
      (a, b) => a.set.code.localeCompare(b.set.code) || a.number.localeCompare(b.number, undefined, { numeric: true }),
    );
  const edition = (code: string) => props.words.edition[code as keyof Words['edition']] ?? code;
  return (
    <ul class={styles.counterparts}>
      <For each={all()}>
        {(other) => (
          <li title={titleOf(other)}>
            {edition(other.set.code)}: {other.number}
          </li>
        )}
      </For>
    </ul>
  );
}

function Change(props: { change: string | null | undefined; words: Words }) {
  const kind = () => (props.change ?? 'SAME') as keyof Words['changes'];
  return <Badge tone={kind() === 'SAME' ? 'neutral' : 'info'}>{props.words.changes[kind()]}</Badge>;
}
