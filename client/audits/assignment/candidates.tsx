import { createMemo, createSignal, For, Show } from 'solid-js';
import type { TeamPageQuery } from '../../graphql/generated/audits/assignment/teams';
import { fold, formatDate, formatNumber } from '../../i18n';
import { useFilters } from '../../shell/address';
import { Badge, Button, EmptyState, FilterBar, Icon, PageSection } from '../../ui';
import { useAssignmentWords } from './words';
import styles from '../audits.module.css';

type Candidate = TeamPageQuery['teamCandidates'][number];

/** How many are shown at first. */
const step = 20;

/** 0: may be chosen in any part; 1: may not lead; 2: may not be chosen. */
const hindrance = ({ violations }: Candidate) =>
  violations.some(({ forLeadOnly }) => !forLeadOnly) ? 2 : violations.length > 0 ? 1 : 0;

/** Everybody who comes into question, those who may be chosen first; beside those who may not stands the reason. */
export function Candidates(props: {
  candidates: readonly Candidate[];
  chosen: readonly string[];
  onAdd?: (personId: string, name: string) => void;
}) {
  const t = useAssignmentWords();
  const filters = useFilters({ who: '', cluster: '', field: '', only: '' });
  const [most, setMost] = createSignal(step);
  const optionsOf = (values: (candidate: Candidate) => readonly string[]) =>
    [...new Set(props.candidates.flatMap(values))]
      .sort((a, b) => a.localeCompare(b, 'vi'))
      .map((value) => ({ value, label: value }));
  const shown = createMemo(() =>
    props.candidates.filter((candidate) => {
      const { who, cluster, field, only } = filters.values;
      if (who && !fold(`${candidate.name} ${candidate.authorityName} ${candidate.homeName}`).includes(fold(who)))
        return false;
      return (
        (!cluster || candidate.cluster === cluster) &&
        (!field || candidate.fields.includes(field)) &&
        (!only || hindrance(candidate) < 2)
      );
    }),
  );
  return (
    <PageSection title={t.teamPage.candidates} lead={t.teamPage.candidatesLead} bare>
      <FilterBar
        filters={filters}
        search="who"
        searchLabel={t.teamPage.search}
        fields={[
          { name: 'only', label: t.teamPage.only, options: [{ value: 'yes', label: t.teamPage.onlyYes }] },
          {
            name: 'cluster',
            label: t.teamPage.cluster,
            options: optionsOf(({ cluster }) => (cluster ? [cluster] : [])),
          },
          { name: 'field', label: t.teamPage.field, options: optionsOf(({ fields }) => fields) },
        ]}
      />
      <Show when={shown().length > 0} fallback={<EmptyState icon="users" title={t.teamPage.none} />}>
        <ul class={styles.candidates}>
          <For each={shown().slice(0, most())}>
            {(candidate) => (
              <Row candidate={candidate} isChosen={props.chosen.includes(candidate.personId)} onAdd={props.onAdd} />
            )}
          </For>
        </ul>
        <Show when={shown().length > most()}>
          <Button onClick={() => setMost(most() + step)}>{`${t.teamPage.show} (${shown().length - most()})`}</Button>
        </Show>
      </Show>
    </PageSection>
  );
}

function Row(props: { candidate: Candidate; isChosen: boolean; onAdd?: (personId: string, name: string) => void }) {
  const t = useAssignmentWords();
  const c = () => props.candidate;
  const facts = () => [
    t.teamPage.load(c().load),
    t.teamPage.earlier(c().earlierAudits),
    ...(c().distanceKm === null || c().distanceKm === undefined ? [] : [t.teamPage.km(formatNumber(c().distanceKm!))]),
    ...(c().certificateValidUntil ? [t.teamPage.certificate(formatDate(c().certificateValidUntil))] : []),
    ...(c().leadQualified ? [t.teamPage.lead] : []),
  ];
  const badge = () =>
    (
      {
        0: { tone: 'success', word: t.teamPage.may },
        1: { tone: 'warning', word: t.teamPage.mayNotLead },
        2: { tone: 'danger', word: t.teamPage.mayNot },
      } as const
    )[hindrance(c())];
  return (
    <li class={`${styles.candidate} ${hindrance(c()) === 2 ? styles.barred : ''}`}>
      <div>
        <p>
          <strong>{c().name}</strong> · {c().homeName}, {c().authorityName}
        </p>
        <p class={styles.quiet}>{[...c().fields, ...facts()].join(' · ')}</p>
      </div>
      <div class={styles.findingHead}>
        <Badge tone={badge().tone}>{badge().word}</Badge>
        <Show when={props.isChosen}>
          <Badge tone="info">{t.teamPage.chosenAlready}</Badge>
        </Show>
        <Show when={props.onAdd && !props.isChosen && hindrance(c()) < 2}>
          <Button
            size="s"
            icon="plus"
            aria-label={t.teamPage.add(c().name)}
            onClick={() => props.onAdd?.(c().personId, c().name)}
          >
            {t.teamPage.choose}
          </Button>
        </Show>
      </div>
      <Show when={c().violations.length > 0}>
        <ul class={styles.why}>
          <For each={c().violations}>
            {(violation) => (
              <li>
                <Icon name="danger" size="s" /> {violation.rule}: {violation.message}
              </li>
            )}
          </For>
        </ul>
      </Show>
    </li>
  );
}
