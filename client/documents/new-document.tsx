import { useNavigate } from '@solidjs/router';
import { isExternal } from '../../api/documents/rules/kinds';
import { useCommand } from '../graphql';
import { CreateDocumentDocument, type CreateDocumentMutationVariables } from '../graphql/generated/documents/drafting';
import { useViewer } from '../shell/viewer';
import { createForm, Form, PageHeader, PageSection, Select, toast, type FormState } from '../ui';
import { DocumentFactsFields, freshFacts, type FactValues } from './document-facts';
import { useDocumentWords } from './words';
import styles from './edit.module.css';

type Kind = CreateDocumentMutationVariables['input']['kind'];

/** A new controlled document: what it is; its content is written next. */
export default function NewDocument() {
  const t = useDocumentWords();
  const navigate = useNavigate();
  const viewer = useViewer();
  const create = useCommand(CreateDocumentDocument);
  const form = createForm<FactValues & { kind: string }>({
    initial: { ...freshFacts(viewer().unit?.id ?? ''), kind: '' },
    draft: 'document.new',
  });
  let made: { id: string; underWay?: { id: string } | null } | undefined;
  return (
    <>
      <PageHeader title={t.newDocument} subtitle={t.newLead} crumbs={[{ label: t.title, href: '/documents' }]} />
      <div class={styles.facts}>
        <PageSection>
          <Form
            form={form}
            submit={t.createAndWrite}
            command={create}
            onCancel={() => navigate('/documents')}
            onSubmit={async ({ kind, ...facts }) => {
              made = (
                await create.run({
                  ...facts,
                  officeKinds: [...facts.officeKinds],
                  clauses: [...facts.clauses],
                  kind: kind as Kind,
                })
              )?.createDocument;
              return made !== undefined;
            }}
            onDone={() => {
              toast(t.done.created);
              navigate(
                made?.underWay ? `/documents/${made.id}/revisions/${made.underWay.id}/edit` : `/documents/${made!.id}`,
              );
            }}
          >
            <Select
              label={t.kind}
              required
              options={Object.entries(t.kinds)
                .filter(([kind]) => !isExternal(kind as Kind))
                .map(([value, label]) => ({ value, label }))}
              {...form.bind('kind')}
            />
            <DocumentFactsFields
              form={form as unknown as FormState<FactValues>}
              codeLabel={t.code}
              codeHint={t.codeHint}
            />
          </Form>
        </PageSection>
      </div>
    </>
  );
}
