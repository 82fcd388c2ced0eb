import { Show } from 'solid-js';
import { useQuery } from '../graphql';
import { TrailAnchorDocument } from '../graphql/generated/trail/trail';
import { formatNumber } from '../i18n';
import {
  Button,
  DescriptionList,
  EmptyState,
  ErrorState,
  PageHeader,
  PageSection,
  Skeleton,
  Stack,
  toast,
} from '../ui';
import { useTrailWords } from './words';
import styles from './anchor.module.css';

/** The newest anchor of the trail, to keep elsewhere, and how to verify with it. */
export default function AnchorPage() {
  const t = useTrailWords();
  const query = useQuery(TrailAnchorDocument, () => ({}));
  const text = () => `${query.data?.trailAnchor?.position}:${query.data?.trailAnchor?.hash}`;
  const copy = () =>
    navigator.clipboard.writeText(text()).then(
      () => toast(t.copied),
      () => toast(t.cannotCopy),
    );
  return (
    <>
      <PageHeader title={t.title} subtitle={t.lead} />
      <Show
        when={!query.error}
        fallback={<ErrorState title={t.title} refusal={query.error!} onRetry={query.refetch} />}
      >
        <Show when={query.data} fallback={<Skeleton lines={4} />}>
          <Show
            when={query.data!.trailAnchor}
            fallback={
              <EmptyState icon="history" title={t.none}>
                {t.noneHint}
              </EmptyState>
            }
          >
            {(anchor) => (
              <Stack gap="l">
                <PageSection
                  title={t.anchor}
                  lead={t.keep}
                  actions={<Button onClick={() => void copy()}>{t.copy}</Button>}
                >
                  <DescriptionList
                    facts={[
                      { term: t.position, value: formatNumber(anchor().position) },
                      { term: t.hash, value: <code class={styles.hash}>{anchor().hash}</code>, wide: true },
                    ]}
                  />
                </PageSection>
                <PageSection title={t.how} lead={t.howTo}>
                  <code class={styles.hash}>npm run trail:verify -- {text()}</code>
                </PageSection>
              </Stack>
            )}
          </Show>
        </Show>
      </Show>
    </>
  );
}
