import { For, Show } from 'solid-js';
import { useQuery } from '../graphql';
import { RevisionChangesDocument, type RevisionChangesQuery } from '../graphql/generated/documents/documents';
import { Badge, EmptyState, Loaded, PageSection, Stack, type Tone } from '../ui';
import { useDocumentWords } from './words';
import styles from './changes-tab.module.css';

type Change = RevisionChangesQuery['revision']['changes'][number];
const tones: Record<Change['kind'], Tone> = { ADDED: 'success', REMOVED: 'danger', CHANGED: 'info' };

/** How a revision differs from the one before, part by part. */
export function ChangesTab(props: { revisionId: string }) {
  const t = useDocumentWords();
  const query = useQuery(RevisionChangesDocument, () => ({ id: props.revisionId }));
  return (
    <Loaded query={query} pick={(data) => data.revision}>
      {(revision) => (
        <Show when={revision().previous} fallback={<EmptyState title={t.noPrevious} />}>
          {(previous) => (
            <Show when={revision().changes.length > 0} fallback={<EmptyState title={t.noChanges} />}>
              <PageSection
                title={t.changesLead(t.revisionTitle(previous().issueNumber, previous().amendmentNumber).toLowerCase())}
              >
                <Stack>
                  <For each={revision().changes}>{(change) => <ChangeEntry change={change} />}</For>
                </Stack>
              </PageSection>
            </Show>
          )}
        </Show>
      )}
    </Loaded>
  );
}

function ChangeEntry(props: { change: Change }) {
  const t = useDocumentWords();
  return (
    <article class={styles.change}>
      <h3 class={styles.head}>
        <Badge tone={tones[props.change.kind]}>{t.changeKinds[props.change.kind]}</Badge>
        <span>{props.change.entry ? `${props.change.title}: ${props.change.entry}` : props.change.title}</span>
      </h3>
      <div class={styles.sides}>
        <Show when={props.change.before}>
          {(before) => (
            <div class={styles.before}>
              <p class={styles.label}>{t.was}</p>
              <del>{before()}</del>
            </div>
          )}
        </Show>
        <Show when={props.change.after}>
          {(after) => (
            <div class={styles.after}>
              <p class={styles.label}>{t.is}</p>
              <ins>{after()}</ins>
            </div>
          )}
        </Show>
      </div>
    </article>
  );
}
