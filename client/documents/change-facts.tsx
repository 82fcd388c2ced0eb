import { useNavigate, useParams } from '@solidjs/router';
import { Show } from 'solid-js';
import { useCommand, useQuery } from '../graphql';
import {
  DocumentFactsPageDocument,
  ChangeDocumentFactsDocument,
  type DocumentFactsPageQuery,
} from '../graphql/generated/documents/drafting';
import {
  createForm,
  EmptyState,
  Form,
  LinkButton,
  Loaded,
  PageHeader,
  PageSection,
  toast,
  type FormState,
} from '../ui';
import { ContentFileField } from './content-file';
import { DocumentFactsFields, type FactValues } from './document-facts';
import type { ChosenFile } from './draft-values';
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
            <EmptyState
              icon="lock"
              title={t.factsNotYours}
              actions={<LinkButton href={`/documents/${params.id}`}>{t.back}</LinkButton>}
            >
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

/** Only a document of external origin has its file here; any other gets one with a revision. */
const fileOf = ({ kind, inForce }: Known): ChosenFile | null => (kind === 'EXTERNAL' ? (inForce?.file ?? null) : null);

const valuesOf = ({
  code,
  title,
  ownerUnit,
  officeKinds,
  clauses,
  reviewCycleMonths,
  retention,
}: Known): FactValues => ({
  code,
  title,
  ownerUnitId: ownerUnit.id,
  officeKinds: [...officeKinds],
  clauses: [...clauses],
  reviewCycleMonths: reviewCycleMonths ?? null,
  retention: retention ?? '',
});

function FactsForm(props: { document: Known }) {
  const t = useDocumentWords();
  const navigate = useNavigate();
  const change = useCommand(ChangeDocumentFactsDocument);
  const { id, kind, clauseSetCode, version } = props.document;
  const page = `/documents/${id}`;
  const form = createForm<FactValues & { file: ChosenFile | null }>({
    initial: { ...valuesOf(props.document), file: fileOf(props.document) },
  });
  return (
    <>
      <PageHeader
        title={t.factsTitle(props.document.code)}
        subtitle={props.document.title}
        crumbs={[
          { label: t.title, href: '/documents' },
          { label: props.document.code, href: page },
        ]}
      />
      <div class={styles.facts}>
        <PageSection>
          <Form
            form={form}
            submit={t.saveFacts}
            command={change}
            onCancel={() => navigate(page)}
            onSubmit={async ({ file, ...values }) => {
              const about = kind === 'EXTERNAL' ? { fileId: file?.id ?? null } : {};
              return (
                (await change.run({
                  id,
                  version,
                  ...values,
                  ...about,
                  officeKinds: [...values.officeKinds],
                  clauses: [...values.clauses],
                })) !== undefined
              );
            }}
            onDone={() => {
              toast(t.done.changeFacts);
              navigate(page);
            }}
          >
            <DocumentFactsFields
              form={form as unknown as FormState<FactValues>}
              codeLabel={kind === 'EXTERNAL' ? t.externalCode : t.code}
              codeHint={kind === 'EXTERNAL' ? undefined : t.codeHint}
              nameFixed={
                props.document.viewerCan.includes('rename')
                  ? undefined
                  : kind === 'EXTERNAL'
                    ? t.externalNameFixed
                    : t.nameFixed
              }
              clauseSet={clauseSetCode}
            />
            <Show when={kind === 'EXTERNAL'}>
              <ContentFileField
                label={t.externalFile}
                hint={t.externalFileHint}
                value={form.values.file}
                onChange={(file) => form.set('file', file)}
                error={form.errorOf('fileId')}
              />
            </Show>
          </Form>
        </PageSection>
      </div>
    </>
  );
}
