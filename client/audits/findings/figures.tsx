import { For, Show } from 'solid-js';
import type { RoundReportQuery } from '../../graphql/generated/audits/findings/report';
import { FINDING_CATEGORIES } from '../../../api/audits/rules/fieldwork/finding-categories';
import { EmptyState } from '../../ui';
import { toneVariables } from '../../ui/tone';
import { categoryTone } from '../fieldwork/result-labels';
import { clauseLabel } from '../labels';
import { useFindingsWords } from './words';
import styles from '../audits.module.css';

export type Tally = RoundReportQuery['roundReport']['tallies'][number];

const counted = FINDING_CATEGORIES.filter((category) => category !== 'CONFORMING');

interface Group {
  label: string;
  counts: Record<string, number>;
  total: number;
}

/** Sums tallies by a key, in the order in which the keys come. */
export function sumBy(tallies: readonly Tally[], labelOf: (tally: Tally) => string): Group[] {
  const groups = new Map<string, Group>();
  for (const tally of tallies) {
    const label = labelOf(tally);
    const group = groups.get(label) ?? { label, counts: {}, total: 0 };
    group.counts[tally.category] = (group.counts[tally.category] ?? 0) + tally.count;
    group.total += tally.count;
    groups.set(label, group);
  }
  return [...groups.values()];
}

/** By clause, in the order of the clauses. */
export function sumByClause(tallies: readonly Tally[], none: string): Group[] {
  const keyOf = (number: string | null | undefined) =>
    (number ?? '99')
      .split('.')
      .map((part) => part.padStart(3, '0'))
      .join('.');
  const inOrder = [...tallies].sort((a, b) => keyOf(a.clauseNumber).localeCompare(keyOf(b.clauseNumber)));
  return sumBy(inOrder, ({ clauseNumber: number, clauseTitle: title, clauseTitleEn: titleEn }) =>
    number && title && titleEn ? clauseLabel({ number, title, titleEn }) : none,
  );
}

/** How many findings of each category: drawn as a bar in parts, with the numbers beside it. */
export function Matrix(props: { caption: string; header: string; groups: readonly Group[] }) {
  const t = useFindingsWords();
  const most = () => Math.max(1, ...props.groups.map(({ total }) => total));
  const sum = (category: string) => props.groups.reduce((all, { counts }) => all + (counts[category] ?? 0), 0);
  return (
    <Show when={props.groups.length > 0} fallback={<EmptyState icon="chart" title={t.report.noFigures} />}>
      <div class={styles.scroll} tabindex="0" role="region" aria-label={props.caption}>
        <table class={styles.matrix}>
          <caption class="visually-hidden">{props.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{props.header}</th>
              <For each={counted}>{(category) => <th scope="col">{t.finding.categories[category]}</th>}</For>
              <th scope="col">{t.report.total}</th>
              <td data-print="no" aria-hidden="true" />
            </tr>
          </thead>
          <tbody>
            <For each={props.groups}>
              {(group) => (
                <tr>
                  <th scope="row">{group.label}</th>
                  <For each={counted}>{(category) => <td>{group.counts[category] ?? 0}</td>}</For>
                  <td>{group.total}</td>
                  <td data-print="no" aria-hidden="true">
                    <Stripe group={group} most={most()} />
                  </td>
                </tr>
              )}
            </For>
            <tr>
              <th scope="row">{t.report.total}</th>
              <For each={counted}>{(category) => <td>{sum(category)}</td>}</For>
              <td>{props.groups.reduce((all, { total }) => all + total, 0)}</td>
              <td data-print="no" aria-hidden="true" />
            </tr>
          </tbody>
        </table>
      </div>
    </Show>
  );
}

function Stripe(props: { group: Group; most: number }) {
  const parts = () => {
    let from = 0;
    return counted.flatMap((category) => {
      const width = ((props.group.counts[category] ?? 0) / props.most) * 100;
      const part = { from, width, fill: toneVariables[categoryTone[category]].strong };
      from += width;
      return width > 0 ? [part] : [];
    });
  };
  return (
    <svg class={styles.bar} viewBox="0 0 100 10" preserveAspectRatio="none">
      <For each={parts()}>
        {(part) => <rect x={part.from} width={Math.max(0, part.width - 0.6)} height="10" fill={part.fill} />}
      </For>
    </svg>
  );
}
