import { useLocation } from '@solidjs/router';
import { createResource, Show } from 'solid-js';
import { ask } from '../graphql';
import {
  RegisterPaperDocument,
  type RegisterPaperQuery,
  type RegisterPaperQueryVariables,
} from '../graphql/generated/nonconformities/register';
import { formatDate, today } from '../i18n';
import { useViewer } from '../shell/viewer';
import { ErrorState, LinkButton, PageHeader, PaperTable, PrintButton, Skeleton } from '../ui';
import { paperColumns, type PaperRow } from './columns';
import { filterOf, orderOf, useRegisterFields, useRegisterFilters } from './register-filters';
import { useNonconformityWords } from './words';
import styles from './register-paper.module.css';

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
): Promise<{ rows: PaperRow[]; total: number }> {
  const rows: PaperRow[] = [];
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

function Book(props: { rows: readonly PaperRow[]; total: number; scope: string }) {
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
        columns={paperColumns(t, authorities().length > 1)}
        rows={props.rows}
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
