import { A } from '@solidjs/router';
import { createMemo, For, Show } from 'solid-js';
import { useQuery } from '../graphql';
import {
  InspectionOverviewDocument,
  type InspectionOverviewQuery,
} from '../graphql/generated/self-inspection/overview';
import { InspectionChoicesDocument } from '../graphql/generated/self-inspection/inspections';
import { formatDate, formatPercent, today, titleOf } from '../i18n';
import { useFilters } from '../shell/address';
import { Button, EmptyState, FilterBar, Icon, Loaded, PageHeader, PrintButton, Select } from '../ui';
import { ModuleTabs } from './tabs';
import { inspectionTone, scoreTone } from './state-labels';
import { useSelfInspectionWords } from './words';
import styles from './overview.module.css';

type Overview = InspectionOverviewQuery['inspectionOverview'];
type Row = Overview['rows'][number];
type Cell = Row['cells'][number];
type Period = Overview['periods'][number];

/** Units down, periods across: who fills in what, when, and how it came out. */
export default function OverviewPage() {
  const t = useSelfInspectionWords();
  const filters = useFilters({ template: '', scope: '', authority: '', until: '' });
  const choices = useQuery(InspectionChoicesDocument, () => ({}));
  const templates = () => (choices.data?.inspectionTemplates ?? []).filter(({ current }) => current);
  const chosen = () => templates().find(({ id }) => id === filters.values.template) ?? templates()[0];
  const query = useQuery(
    InspectionOverviewDocument,
    () => ({
      templateId: chosen()!.id,
      authorityId: filters.values.authority || null,
      authoritiesOnly: filters.values.scope === 'authorities',
      periods: 13,
      until: filters.values.until || null,
    }),
    { keep: true, pause: () => chosen() === undefined },
  );
  const authorities = createMemo<{ value: string; label: string }[]>((before) => {
    const found = [
      ...new Map((query.data?.inspectionOverview.rows ?? []).map((row) => [row.authorityId, row.authorityName])),
    ].map(([value, label]) => ({ value, label }));
    return found.length >= before.length ? found : before;
  }, []);
  return (
    <>
      <PageHeader title={t.tabs.overview} subtitle={t.overviewLead} actions={<PrintButton />} />
      <ModuleTabs />
      <div class={styles.choose} data-print="no">
        <Select
          label={t.template}
          empty={null}
          options={templates().map((each) => ({ value: each.id, label: titleOf(each) }))}
          value={chosen()?.id ?? ''}
          onChange={(template) => filters.set({ template, until: '' })}
        />
      </div>
      <FilterBar
        filters={filters}
        fields={[
          { name: 'scope', label: t.scope, options: [{ value: 'authorities', label: t.scopeAuthorities }] },
          ...(authorities().length > 1 ? [{ name: 'authority', label: t.authority, options: authorities() }] : []),
        ]}
      />
      <Loaded query={query} pick={(data) => data.inspectionOverview} lines={12}>
        {(overview) => (
          <>
            <Paging overview={overview()} onUntil={(until) => filters.set({ until })} />
            <Show
              when={overview().rows.length > 0}
              fallback={
                <EmptyState icon="chart" title={t.overviewNone}>
                  {filters.values.until ? t.overviewNoneThen : t.overviewNoneHint}
                </EmptyState>
              }
            >
              <Summary rows={overview().rows} />
              <Matrix
                rows={overview().rows}
                periods={overview().periods.toReversed()}
                caption={t.overviewCaption(chosen() ? titleOf(chosen()!) : '')}
              />
              <Legend />
            </Show>
          </>
        )}
      </Loaded>
    </>
  );
}

/** Which days the columns stand for, and the way to those after and before; the newest stand to the left, as in the matrix. */
function Paging(props: { overview: Overview; onUntil: (until: string) => void }) {
  const t = useSelfInspectionWords();
  const periods = () => props.overview.periods;
  const newer = () => ((props.overview.newer ?? '') < today() ? (props.overview.newer ?? '') : '');
  return (
    <nav class={styles.paging} aria-label={t.changePeriods}>
      <p role="status">{t.periodsShown(formatDate(periods()[0]!.start), formatDate(periods().at(-1)!.end))}</p>
      <span class={styles.ways} data-print="no">
        <Button icon="left" disabled={!props.overview.newer} onClick={() => props.onUntil(newer())}>
          {t.newerPeriods}
        </Button>
        <Button icon="right" disabled={!props.overview.older} onClick={() => props.onUntil(props.overview.older!)}>
          {t.olderPeriods}
        </Button>
      </span>
    </nav>
  );
}

const isPerfect = (row: Row) =>
  row.mean === 1 && row.cells.filter(({ score }) => score !== null && score !== undefined).length >= 4;

function Summary(props: { rows: readonly Row[] }) {
  const t = useSelfInspectionWords();
  const missed = () => props.rows.flatMap(({ cells }) => cells).filter(({ state }) => state === 'MISSED').length;
  return <p class={styles.summary}>{t.summary(props.rows.length, missed(), props.rows.filter(isPerfect).length)}</p>;
}

/** The newest period stands first: that is what people come for. */
function Matrix(props: { rows: readonly Row[]; periods: readonly Period[]; caption: string }) {
  const t = useSelfInspectionWords();
  return (
    <div class={styles.frame} tabindex="0" role="region" aria-label={props.caption}>
      <table class={styles.matrix}>
        <caption class="visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col" class={styles.unit}>
              {t.unit}
            </th>
            <th scope="col">{t.mean}</th>
            <For each={props.periods}>
              {(period) => (
                <th scope="col" title={`${formatDate(period.start)} – ${formatDate(period.end)}`}>
                  {shortPeriod(period.key)}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>{(row) => <MatrixRow row={row} periods={props.periods} />}</For>
        </tbody>
      </table>
    </div>
  );
}

/** `2026-W47` → T47, `2026-11` → 11/26, `2026-Q4` → Q4/26. */
function shortPeriod(key: string): string {
  const [year, part] = key.split('-');
  if (!part) return key;
  if (part.startsWith('W')) return `T${Number(part.slice(1))}`;
  return `${part}/${year!.slice(2)}`;
}

function MatrixRow(props: { row: Row; periods: readonly Period[] }) {
  const t = useSelfInspectionWords();
  const isAuthority = () => props.row.unitId === props.row.authorityId;
  const cellOf = (period: Period) => props.row.cells.find((cell) => cell.period === period.key);
  return (
    <tr class={isAuthority() ? styles.authority : undefined}>
      <th scope="row" class={styles.unit}>
        {props.row.unitName}
        <Show when={!isAuthority()}>
          <span class="visually-hidden">, {props.row.authorityName}</span>
        </Show>
        <Show when={isPerfect(props.row)}>
          <span class={styles.perfect}>{t.allPerfect}</span>
        </Show>
      </th>
      <td class={styles.mean} data-tone={scoreTone(props.row.mean)}>
        {formatPercent(props.row.mean, 0) || '—'}
      </td>
      <For each={props.periods}>
        {(period) => (
          <td>
            <Show
              when={cellOf(period)}
              fallback={
                <span class={styles.nothing} aria-label={t.cellNothing}>
                  ·
                </span>
              }
            >
              {(cell) => <MatrixCell cell={cell()} />}
            </Show>
          </td>
        )}
      </For>
    </tr>
  );
}

/** A score, or the state in a word; marks for late and for a failed critical question. Leads to the form. */
function MatrixCell(props: { cell: Cell }) {
  const t = useSelfInspectionWords();
  const hasScore = () => props.cell.score !== null && props.cell.score !== undefined;
  const tone = () => (hasScore() ? scoreTone(props.cell.score) : inspectionTone[props.cell.state]);
  const points = () => Math.round((props.cell.score ?? 0) * 100);
  const words = () =>
    [
      hasScore() && t.points(points()),
      t.cell[props.cell.state],
      props.cell.isLate && t.lateMark,
      props.cell.failedCritical > 0 && t.criticalMark,
    ]
      .filter(Boolean)
      .join(', ');
  const inside = () => (
    <>
      <span>{hasScore() ? points() : t.cell[props.cell.state]}</span>
      <Show when={props.cell.failedCritical > 0}>
        <Icon name="flag" size="s" />
      </Show>
      <Show when={props.cell.isLate}>
        <Icon name="clock" size="s" />
      </Show>
    </>
  );
  return (
    <Show
      when={props.cell.inspectionId}
      fallback={
        <span class={styles.cell} data-tone={tone()} title={words()}>
          {inside()}
        </span>
      }
    >
      {(id) => (
        <A
          class={styles.cell}
          data-tone={tone()}
          data-word={hasScore() ? undefined : ''}
          href={`/inspections/${id()}`}
          title={words()}
          aria-label={words()}
        >
          {inside()}
        </A>
      )}
    </Show>
  );
}

function Legend() {
  const t = useSelfInspectionWords();
  return (
    <p class={styles.legend}>
      <span>
        <Icon name="flag" size="s" /> {t.criticalMark}
      </span>
      <span>
        <Icon name="clock" size="s" /> {t.lateMark}
      </span>
    </p>
  );
}
