import { revisionLifecycle } from '../../api/documents/rules/index';
import { said } from '../i18n';
import { Badge, DataTable } from '../ui';
import { revisionColumns } from './columns';
import { stateTones } from './revision-card';
import { useDocumentWords } from './words';
import type { DocumentHead } from './types';

/** Every revision of the document that the reader may see, newest first. */
export function RevisionsTab(props: { document: DocumentHead; shown: string }) {
  const t = useDocumentWords();
  return (
    <DataTable
      caption={t.tabRevisions}
      rows={props.document.revisions}
      href={(revision) => `/documents/${props.document.id}/revisions/${revision.id}`}
      columns={revisionColumns(t)}
      cells={{
        state: ({ state }) => <Badge tone={stateTones[state]}>{said(revisionLifecycle.words[state].label)}</Badge>,
      }}
    />
  );
}
