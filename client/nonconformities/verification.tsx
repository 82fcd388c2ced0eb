import { For, Show } from 'solid-js';
import { formatDate, formatDateTime } from '../i18n';
import { Badge, DescriptionList, Prose, PageSection } from '../ui';
import { useNonconformityWords } from './words';
import styles from './plan.module.css';
import type { Whole } from './types';

/** Every round of verification, and who judged the effect when. */
export function VerificationSection(props: { whole: Whole }) {
  const t = useNonconformityWords();
  const result = () => t.effectResult[props.whole.state as keyof typeof t.effectResult];
  const concluded = () => {
    const { effectJudge, effectJudgedAt } = props.whole;
    return effectJudge && t.concludedBy(effectJudge.fullName, formatDateTime(effectJudgedAt));
  };
  return (
    <Show when={props.whole.verifications.length > 0}>
      <PageSection title={t.verification}>
        <ol class={styles.actions}>
          <For each={props.whole.verifications}>
            {(round, at) => (
              <li class={styles.round}>
                <p class={styles.asked}>
                  <strong>{t.round(at() + 1)}</strong>{' '}
                  <Badge tone={round.passed ? 'success' : 'warning'}>
                    {round.passed ? t.roundPassed : t.roundFailed}
                  </Badge>{' '}
                  {round.passed
                    ? t.verifiedBy(round.by.fullName, formatDate(round.at), Boolean(round.onSite))
                    : t.sentBackBy(round.by.fullName, formatDate(round.at))}
                </p>
                <Show when={round.note}>
                  <Prose>{round.note}</Prose>
                </Show>
              </li>
            )}
          </For>
        </ol>
        <Show when={props.whole.verifiedAt}>
          <DescriptionList
            facts={[
              {
                term: t.effect,
                value: [result() ?? t.effectFrom(formatDate(props.whole.effectivenessDueOn)), concluded()]
                  .filter(Boolean)
                  .join(' '),
                wide: true,
              },
              {
                term: t.observed,
                value: props.whole.effectivenessNote && <Prose>{props.whole.effectivenessNote}</Prose>,
                wide: true,
              },
            ]}
          />
        </Show>
      </PageSection>
    </Show>
  );
}
