import { useNavigate } from '@solidjs/router';
import { useCommand } from '../graphql';
import { StartRevisionDocument } from '../graphql/generated/documents/documents';
import { createForm, Dialog, Form, RadioGroup, TextArea } from '../ui';
import { useDocumentWords } from './words';
import type { DocumentHead } from './types';

/** Begins the next issue or amendment of a document, and goes to its writing screen. */
export function StartRevisionDialog(props: { document: DocumentHead; open: boolean; onClose: () => void }) {
  const t = useDocumentWords();
  return (
    <Dialog open={props.open} onClose={props.onClose} title={t.startRevision} dismissible={false}>
      <p>{t.startLead}</p>
      <StartForm {...props} />
    </Dialog>
  );
}

function StartForm(props: { document: DocumentHead; onClose: () => void }) {
  const t = useDocumentWords();
  const navigate = useNavigate();
  const start = useCommand(StartRevisionDocument);
  const form = createForm({ initial: { kind: 'AMENDMENT', request: '' } });
  let made: string | undefined;
  return (
    <Form
      form={form}
      noLeaveGuard
      submit={t.start}
      command={start}
      onCancel={props.onClose}
      onSubmit={async ({ kind, request }) => {
        const done = await start.run({
          id: props.document.id,
          version: props.document.version,
          kind: kind as 'AMENDMENT' | 'NEW_ISSUE',
          request,
        });
        made = done?.startRevision.id;
        return made !== undefined;
      }}
      onDone={() => navigate(`/documents/${props.document.id}/revisions/${made}/edit`)}
    >
      <RadioGroup
        label={t.startKind}
        options={[
          { value: 'AMENDMENT', label: t.newAmendment, detail: t.newAmendmentDetail },
          { value: 'NEW_ISSUE', label: t.newIssue, detail: t.newIssueDetail },
        ]}
        {...form.bind('kind')}
      />
      <TextArea label={t.startWhy} hint={t.startWhyHint} required {...form.bind('request')} />
    </Form>
  );
}
