import { revisionLifecycle } from '../../api/documents/rules/index';
import { formatDate, said } from '../i18n';
import { Badge, DataTable } from '../ui';
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
      columns={[
        {
          header: t.issue,
          primary: true,
          cell: (revision) => t.revisionTitle(revision.issueNumber, revision.amendmentNumber),
        },
        {
          header: t.status,
          cell: (revision) => (
            <Badge tone={stateTones[revision.state]}>{said(revisionLifecycle.words[revision.state].label)}</Badge>
          ),
        },
        { header: t.effectiveOn, nowrap: true, cell: (revision) => formatDate(revision.effectiveOn) || '–' },
        { header: t.drafter, cell: (revision) => revision.drafter.fullName },
        { header: t.reviewer, cell: (revision) => revision.reviewer?.fullName ?? '–' },
        { header: t.approver, cell: (revision) => revision.approver?.fullName ?? '–' },
      ]}
    />
  );
}
