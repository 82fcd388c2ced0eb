import { useParams } from '@solidjs/router';
import { useQuery } from '../graphql';
import { AuditHistoryDocument, AuditPageDocument } from '../graphql/generated/audits/audit';
import { wordsFor } from '../i18n';
import { EmptyState, Loaded, PageSection, Stack, Timeline } from '../ui';
import { AuditHead } from './tabs';
import { useAuditWords } from './words';
import { Show } from 'solid-js';

/** What happened to the audit, in order. */
export default function AuditHistoryPage() {
  const t = useAuditWords();
  const params = useParams<{ id: string }>();
  const audit = useQuery(AuditPageDocument, () => ({ id: params.id }));
  const history = useQuery(AuditHistoryDocument, () => ({ type: 'Audit', id: params.id }));
  return (
    <Loaded query={audit} pick={(data) => data.audit}>
      {(found) => (
        <Stack gap="l">
          <AuditHead audit={found()} />
          <PageSection title={t.history.title}>
            <Loaded query={history} pick={(data) => data.history}>
              {(entries) => (
                <Show when={entries().length > 0} fallback={<EmptyState icon="history" title={t.history.none} />}>
                  <Timeline
                    entries={entries().map(({ at, actorName, verb, reason }) => ({
                      at,
                      what: t.history.did(actorName, wordsFor(t.history.verbs, verb) ?? t.history.other),
                      note: reason ?? undefined,
                    }))}
                  />
                </Show>
              )}
            </Loaded>
          </PageSection>
        </Stack>
      )}
    </Loaded>
  );
}
