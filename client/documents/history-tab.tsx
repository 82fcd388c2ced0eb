import { Show } from 'solid-js';
import type { Verb } from '../../api/access/rules/verbs';
import { useQuery } from '../graphql';
import { DocumentHistoryDocument, type DocumentHistoryQuery } from '../graphql/generated/documents/documents';
import { wordsFor } from '../i18n';
import { EmptyState, Loaded, PageSection, Timeline, type IconName } from '../ui';
import { useDocumentWords } from './words';

type Entry = DocumentHistoryQuery['document']['history'][number];
const icons: Partial<Record<Verb, IconName>> = {
  'document.submit': 'sign',
  'document.review': 'sign',
  'document.approve': 'sign',
  'document.takeEffect': 'check',
  'document.acknowledge': 'eye',
  'document.withdraw': 'trash',
  'document.discard': 'trash',
  'document.create': 'plus',
  'document.startRevision': 'plus',
};

/** Everything that happened to the document and its revisions, newest first. */
export function HistoryTab(props: { documentId: string }) {
  const t = useDocumentWords();
  const query = useQuery(DocumentHistoryDocument, () => ({ id: props.documentId }));
  return (
    <Loaded query={query} pick={(data) => data.document}>
      {(document) => {
        const number = (entry: Entry) => document().revisions.find(({ id }) => id === entry.subjectId);
        const sentence = (entry: Entry) => {
          const revision = number(entry);
          const what = t.by(entry.actorName, wordsFor(t.verbs, entry.verb) ?? t.otherVerb);
          return revision
            ? `${what} (${t.revisionTitle(revision.issueNumber, revision.amendmentNumber).toLowerCase()})`
            : what;
        };
        return (
          <PageSection title={t.tabHistory}>
            <Show when={document().history.length > 0} fallback={<EmptyState icon="history" title={t.historyEmpty} />}>
              <Timeline
                entries={document()
                  .history.toReversed()
                  .map((entry) => ({
                    at: entry.at,
                    what: sentence(entry),
                    note: entry.reason ?? undefined,
                    icon: wordsFor<IconName | undefined>(icons, entry.verb) ?? 'circle',
                  }))}
              />
            </Show>
          </PageSection>
        );
      }}
    </Loaded>
  );
}
