import { useLocation } from '@solidjs/router';
import { createResource, Show } from 'solid-js';
import { diffDays } from '../../api/rules/calendar';
import { ask } from '../graphql';
import {
  RegisterPaperDocument,
  type RegisterPaperQuery,
  type RegisterPaperQueryVariables,
} from '../graphql/generated/nonconformities/register';
import { formatDate, today } from '../i18n';
import { useViewer } from '../shell/viewer';
import { ErrorState, LinkButton, PageHeader, PaperTable, PrintButton, Skeleton } from '../ui';
import { filterOf, orderOf, useRegisterFields, useRegisterFilters } from './register-filters';
import { isOver } from './status';
import { useNonconformityWords } from './words';
import type { Words } from './words.vi';
import styles from './register-paper.module.css';

type Row = RegisterPaperQuery['nonconformities']['nodes'][number];

/** Nobody prints more; who has more narrows the filter. */
const most = 1000;

/** The register as the paper form BM.QT.ISO.04.02 (A4 across), of what the filter in the address finds. */
export default function RegisterPaper() {
  const t = useNonconformityWords();
  const location = useLocation();
  const filters = useRegisterFilters();
  const fields = useRegisterFields(filters);
  const [read, { refetch }] = createResource(() => ({ filter: filterOf(filters), ...orderOf(filters) }), everyRow);
  const chosen = () =>
    fields().flatMap((field) => {
      const values = [filters.values[field.name as keyof typeof filters.values]].flat().filter(Boolean);
      const labels = values.map(
        (value) =>
          field.options?.find((option) => option.value === value)?.label.trim() ??
          (field.options ? value : formatDate(value)),
      );
      return labels.length > 0 ? [`${field.label}: ${labels.join(', ')}`] : [];
    });
  const scope = () => {
    const { view, state, search } = filters.values;
    const states = state.map((each) => t.shortState[each as keyof typeof t.shortState]);
    return [
      states.length > 0 ? states.join(', ') : t.quick[view as keyof typeof t.quick],
      search && `“${search}”`,
      ...chosen(),
    ]
      .filter(Boolean)
      .join('; ');
  };
  return (
    <>
      <div data-print="no">
        <PageHeader
          title={t.printRegister}
          subtitle={t.registerPaper.lead}
          crumbs={[{ label: t.title, href: `/nonconformities${location.search}` }]}
          actions={
            <>
              <PrintButton />
              <LinkButton href={`/nonconformities${location.search}`} look="quiet">
                {t.registerPaper.back}
              </LinkButton>
            </>
          }
        />
      </div>
      <Show when={!read.error} fallback={<ErrorState title={t.cannotRead} onRetry={() => void refetch()} />}>
        <Show when={read()} fallback={<Skeleton />}>
          {(found) => <Book rows={found().rows} total={found().total} scope={scope()} />}
        </Show>
      </Show>
    </>
  );
}

/** Every row of the filter, page after page. */
async function everyRow(
  asked: Pick<RegisterPaperQueryVariables, 'filter' | 'sort' | 'descending'>,
): Promise<{ rows: Row[]; total: number }> {
  const rows: Row[] = [];
  let total = 0;
  for (let after: string | null | undefined = null; rows.length < most;) {
    const { nonconformities }: RegisterPaperQuery = await ask(RegisterPaperDocument, { ...asked, first: 100, after });
    rows.push(...nonconformities.nodes);
    total = nonconformities.totalCount ?? rows.length;
    if (!nonconformities.pageInfo.hasNextPage) break;
    after = nonconformities.pageInfo.endCursor;
  }
  return { rows, total };
}

function Book(props: { rows: readonly Row[]; total: number; scope: string }) {
  const t = useNonconformityWords();
  const viewer = useViewer();
  const authorities = () => [...new Set(props.rows.map(({ authority }) => authority.name))];
  const agency = () => (authorities().length === 1 ? authorities()[0] : viewer().unit?.name);
  return (
    <article class={styles.paper} lang="vi">
      <header class={styles.top}>
        <p class={styles.agency}>{agency()}</p>
        <p>{t.registerPaper.form}</p>
        <h2 class={styles.title}>{t.registerPaper.head}</h2>
        <p class={styles.scope}>{t.registerPaper.scope(props.scope, formatDate(today()), props.rows.length)}</p>
        <Show when={props.total > props.rows.length}>
          <p class={styles.scope}>{t.registerPaper.tooMany(props.rows.length, props.total)}</p>
        </Show>
      </header>
      <PaperTable
        class={styles.table}
        caption={t.caption}
        heads={t.registerPaper.columns}
        rows={props.rows.map((row, at) => [at + 1, ...cellsOf(t, row, authorities().length > 1)])}
      />
      <Show when={props.rows.length === 0}>
        <p>{t.noneFound}</p>
      </Show>
      <footer class={styles.signs}>
        <p>{t.registerPaper.signKeeper}</p>
        <p>{t.registerPaper.signHead}</p>
      </footer>
    </article>
  );
}

/** The columns of the form after the number of the row, in its order. */
function cellsOf(t: Words, row: Row, several: boolean): (string | number | null | undefined)[] {
  const kept = row.actions.filter(({ state }) => state !== 'DROPPED');
  const owners = [...new Set(kept.map(({ owner }) => owner.fullName))];
  const isDone = kept.length > 0 && kept.every(({ state }) => state !== 'OPEN');
  const place = several && row.unit.id !== row.authority.id ? `${row.unit.name}, ${row.authority.name}` : row.unit.name;
  const last = row.verifications.at(-1);
  return [
    row.number,
    formatDate(row.issuedAt),
    place,
    row.gap,
    row.clause?.number,
    t.severity[row.severity],
    [t.sources[row.source], row.sourceReference].filter(Boolean).join(': '),
    owners.length > 0 ? owners.join(', ') : row.responder?.fullName,
    formatDate(isOver(row.state) ? row.actionsDueOn : row.dueOn),
    isDone
      ? formatDate(
          kept
            .map(({ doneAt }) => doneAt ?? '')
            .sort()
            .at(-1),
        )
      : null,
    last && `${last.passed ? t.paper.passed : t.paper.failed} (${t.round(row.verifications.length)})`,
    formatDate(row.closedAt),
    row.overdue && row.dueOn ? diffDays(row.dueOn, today()) : null,
  ];
}
