import { For, Show } from 'solid-js';
import type { RoundPageQuery } from '../../graphql/generated/audits/planning/rounds';
import { replacementsOf } from '../../../api/audits/rules/assignment/declarations';
import { formatDate, formatDateTime } from '../../i18n';
import { PageSection, Stack } from '../../ui';
import { useAssignmentWords } from './words';
import styles from '../audits.module.css';

type Version = RoundPageQuery['round']['plans'][number];
/** When and by whom an audit is done in a version of the plan. */
type Planned = Pick<Version['entries'][number], 'dates' | 'startTime' | 'members'>;

/** What the plan was in each of its versions, the latest first; nothing for those who may not see them. */
export function PlanVersions(props: { plans: readonly Version[] }) {
  const t = useAssignmentWords();
  return (
    <Show when={props.plans.length > 0}>
      <PageSection title={t.plans.title} lead={t.plans.lead}>
        <Stack>
          <For each={props.plans}>{(version) => <PlanVersion version={version} />}</For>
        </Stack>
      </PageSection>
    </Show>
  );
}

function PlanVersion(props: { version: Version }) {
  const t = useAssignmentWords();
  const v = () => props.version;
  return (
    <article class={styles.declaration} aria-label={t.plans.version(v().planVersion)}>
      <p class={styles.declarationHead}>
        <strong>{t.plans.version(v().planVersion)}</strong>
        <span class={styles.quiet}>{t.plans.signed(v().signedByName, formatDateTime(v().at))}</span>
      </p>
      <Show when={v().changes.length > 0} fallback={<p>{t.plans.first}</p>}>
        <ul>
          <For each={v().changes}>
            {(change) => (
              <li>
                <strong>{change.auditeeName}</strong> ({change.auditNumber}):{' '}
                {changesOf(change.before, change, t).join('; ')}. <span class={styles.quiet}>{change.reason}</span>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <details>
        <summary>{t.plans.whole}</summary>
        <ul>
          <For each={v().entries}>
            {(entry) => (
              <li>
                {entry.auditeeName} ({entry.auditNumber}):{' '}
                {entry.members.map(({ name, part }) => `${name} (${t.part[part]})`).join(', ')}; {when(entry)}
              </li>
            )}
          </For>
        </ul>
      </details>
    </article>
  );
}

const when = ({ dates, startTime }: { dates: readonly string[]; startTime: string }) =>
  `${dates.map((date) => formatDate(date)).join(', ')}, ${startTime}`;

/** What changes in one audit, in words: who comes for whom, which parts and which time. */
export function changesOf(before: Planned, after: Planned, t: ReturnType<typeof useAssignmentWords>): string[] {
  const name = (id: string | null) =>
    [...before.members, ...after.members].find(({ personId }) => personId === id)?.name ?? '';
  const people = replacementsOf(before.members, after.members).map(({ leftId, joinedId }) =>
    leftId && joinedId
      ? t.conflict.replaced(name(joinedId), name(leftId))
      : joinedId
        ? t.conflict.joined(name(joinedId))
        : t.conflict.left(name(leftId)),
  );
  const parts = after.members
    .filter(({ personId, part }) =>
      before.members.some((member) => member.personId === personId && member.part !== part),
    )
    .map((member) => `${member.name}: ${t.part[member.part]}`);
  const time = when(before) === when(after) ? [] : [t.plans.moved(when(before), when(after))];
  return [...people, ...parts, ...time];
}
