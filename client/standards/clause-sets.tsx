import { useNavigate, useParams } from '@solidjs/router';
import { createEffect, createMemo, For, Show } from 'solid-js';
import { useQuery } from '../graphql';
import { ClausesDocument, ClauseSetsDocument } from '../graphql/generated/standards/standards';
import { fold, titleOf } from '../i18n';
import { useFilters } from '../shell/address';
import { Badge, DataTable, EmptyState, FilterBar, Loaded, Notice, PageHeader, Stack, TabLinks } from '../ui';
import { changeOf, clauseColumns, counterpartsOf, type Clause } from './columns';
import { useStandardsWords } from './words';
import type { Words } from './words.vi';
import styles from './clause-sets.module.css';

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
  return (
    <DataTable
      caption={`${t.title}: ${t.count(shown().length)}`}
      columns={clauseColumns(t, props.hasChanges)}
      cells={{
        clause: (clause) => <ClauseTitle clause={clause} />,
        maps: (clause) => <Counterparts clause={clause} words={t} />,
        change: (clause) => (
          <Badge tone={changeOf(clause) === 'SAME' ? 'neutral' : 'info'}>{t.changes[changeOf(clause)]}</Badge>
        ),
      }}
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
  return (
    <ul class={styles.counterparts}>
      <For each={counterpartsOf(props.clause, props.words)}>{({ words, title }) => <li title={title}>{words}</li>}</For>
    </ul>
  );
}
