import { useNavigate, useParams } from '@solidjs/router';
import { Show } from 'solid-js';
import { useCommand, useQuery } from '../graphql';
import { DocumentFactsPageDocument, ChangeDocumentFactsDocument, type DocumentFactsPageQuery } from '../graphql/generated/documents/drafting';
import { createForm, EmptyState, Form, LinkButton, Loaded, PageHeader, Section, toast } from '../ui';
import { DocumentFacts, type FactValues } from './document-facts';
import { useDocumentWords } from './words';
import styles from './edit.module.css';

type Known = DocumentFactsPageQuery['document'];

/** What is known of a document besides its content, changed by those who keep the register. */
export default function ChangeFacts() {
  const t = useDocumentWords();
  const params = useParams<{ id: string }>();
  const query = useQuery(DocumentFactsPageDocument, () => ({ id: params.id }));
  return (
    <Loaded query={query} pick={(data) => data.document} lines={10}>
      {(document) => (
        <Show
          when={document().viewerCan.includes('changeFacts')}
          fallback={
            <EmptyState icon="lock" title={t.factsNotYours} actions={<LinkButton href={`/documents/${params.id}`}>{t.back}</LinkButton>}>
              {t.factsNotYoursHint}
            </EmptyState>
          }
        >
          <FactsForm document={document()} />
        </Show>
      )}
    </Loaded>
  );
}

const valuesOf = ({ code, title, ownerUnit, officeKinds, clauses, reviewCycleMonths, retention }: Known): FactValues => ({
  code, title, ownerUnitId: ownerUnit.id, officeKinds: [...officeKinds], clauses: [...clauses], reviewCycleMonths: reviewCycleMonths ?? null, retention: retention ?? '',
});

function FactsForm(props: { document: Known }) {
  const t = useDocumentWords();
  const navigate = useNavigate();
  const change = useCommand(ChangeDocumentFactsDocument);
  const { id, kind, clauseSetCode, version } = props.document;
  const page = `/documents/${id}`;
  const form = createForm<FactValues>({ initial: valuesOf(props.document) });
  return (
    <>
      <PageHeader title={t.factsTitle(props.document.code)} subtitle={props.document.title} crumbs={[{ label: t.title, href: '/documents' }, { label: props.document.code, href: page }]} />
      <div class={styles.facts}>
        <Section>
          <Form
            form={form}
            submit={t.saveFacts}
            command={change}
            onCancel={() => navigate(page)}
            onSubmit={async (values) => (await change.run({ id, version, ...values, officeKinds: [...values.officeKinds], clauses: [...values.clauses] })) !== undefined}
            onDone={() => {
              toast(t.done.changeFacts);
              navigate(page);
            }}
          >
            <DocumentFacts
              form={form}
              codeLabel={kind === 'EXTERNAL' ? t.externalCode : t.code}
              codeHint={kind === 'EXTERNAL' ? undefined : t.codeHint}
              nameFixed={props.document.viewerCan.includes('rename') ? undefined : kind === 'EXTERNAL' ? t.externalNameFixed : t.nameFixed}
              clauseSet={clauseSetCode}
            />
          </Form>
        </Section>
      </div>
    </>
  );
}
