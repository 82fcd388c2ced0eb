import { Show } from 'solid-js';
import { useQuery } from '../graphql';
import { RevisionReadersDocument } from '../graphql/generated/documents/documents';
import { DataTable, EmptyState, Loaded, ProgressBar, PageSection, Stack } from '../ui';
import { awaitedColumns, readColumns } from './columns';
import { useDocumentWords } from './words';

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
              <PageSection title={t.awaited} bare>
                <DataTable
                  caption={t.awaited}
                  rows={revision().awaitedReaders}
                  empty={<EmptyState icon="check" title={t.readersAll} />}
                  columns={awaitedColumns(t)}
                />
              </PageSection>
            </Show>
            <PageSection title={t.haveRead} bare>
              <DataTable
                caption={t.haveRead}
                rows={revision().acknowledgements}
                empty={<EmptyState icon="users" title={t.readersNone} />}
                columns={readColumns(t)}
              />
            </PageSection>
          </Stack>
        );
      }}
    </Loaded>
  );
}
