import { Show } from 'solid-js';
import { useQuery } from '../graphql';
import { RevisionReadersDocument } from '../graphql/generated/documents/documents';
import { formatDateTime } from '../i18n';
import { DataTable, EmptyState, Loaded, ProgressBar, Section, Stack } from '../ui';
import { useDocumentWords } from './words';

interface Reader {
  fullName: string;
  currentPost?: { title: string; unit: { name: string } } | null;
}
const postOf = ({ currentPost }: Reader) => (currentPost ? `${currentPost.title}, ${currentPost.unit.name}` : '');

/** Who has confirmed reading the revision in force, and who of those it concerns has not. */
export function ReadersTab(props: { revisionId: string; inForce: boolean }) {
  const t = useDocumentWords();
  const query = useQuery(RevisionReadersDocument, () => ({ id: props.revisionId }));
  return (
    <Loaded query={query} pick={(data) => data.revision}>
      {(revision) => {
        const all = () => revision().acknowledgements.length + revision().awaitedReaders.length;
        return (
          <Stack gap="l">
            <Show when={props.inForce} fallback={<p>{t.readersOnlyInForce}</p>}>
              <ProgressBar
                label={t.readersLead(revision().acknowledgements.length, all())}
                value={revision().acknowledgements.length}
                max={all()}
              />
              <Section title={t.awaited} bare>
                <DataTable
                  caption={t.awaited}
                  rows={revision().awaitedReaders}
                  empty={<EmptyState icon="check" title={t.readersAll} />}
                  columns={[
                    { header: t.person, primary: true, cell: (person) => person.fullName },
                    { header: t.post, cell: postOf },
                  ]}
                />
              </Section>
            </Show>
            <Section title={t.haveRead} bare>
              <DataTable
                caption={t.haveRead}
                rows={revision().acknowledgements}
                empty={<EmptyState icon="users" title={t.readersNone} />}
                columns={[
                  { header: t.person, primary: true, cell: (read) => read.person.fullName },
                  { header: t.post, cell: (read) => postOf(read.person) },
                  { header: t.when, nowrap: true, cell: (read) => formatDateTime(read.at) },
                ]}
              />
            </Section>
          </Stack>
        );
      }}
    </Loaded>
  );
}
