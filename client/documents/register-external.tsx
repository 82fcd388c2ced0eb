import { useNavigate } from '@solidjs/router';
import { useCommand } from '../graphql';
import { RegisterExternalDocument } from '../graphql/generated/documents/drafting';
import { today } from '../i18n';
import { useViewer } from '../shell/viewer';
import {
  createForm,
  DateInput,
  Form,
  PageHeader,
  PageSection,
  TextArea,
  TextInput,
  toast,
  type FormState,
} from '../ui';
import { ContentFileField } from './content-file';
import { DocumentFactsFields, freshFacts, type FactValues } from './document-facts';
import type { ChosenFile } from './draft-values';
import { useDocumentWords } from './words';
import styles from './edit.module.css';

interface ExternalValues extends FactValues {
  issuedBy: string;
  summary: string;
  address: string;
  effectiveOn: string;
  file: ChosenFile | null;
}

/** Registers a document of external origin: it is in force at once. */
export default function RegisterExternal() {
  const t = useDocumentWords();
  const navigate = useNavigate();
  const viewer = useViewer();
  const register = useCommand(RegisterExternalDocument);
  const form = createForm<ExternalValues>({
    initial: {
      ...freshFacts(viewer().unit?.id ?? ''),
      reviewCycleMonths: null,
      issuedBy: '',
      summary: '',
      address: '',
      effectiveOn: today(),
      file: null,
    },
    draft: 'document.external',
  });
  let made: string | undefined;
  return (
    <>
      <PageHeader title={t.newExternal} subtitle={t.externalLead} crumbs={[{ label: t.title, href: '/documents' }]} />
      <div class={styles.facts}>
        <PageSection>
          <Form
            form={form}
            submit={t.register}
            command={register}
            onCancel={() => navigate('/documents')}
            onSubmit={async ({ file, ...values }) => {
              made = (
                await register.run({
                  ...values,
                  fileId: file?.id ?? null,
                  officeKinds: [...values.officeKinds],
                  clauses: [...values.clauses],
                })
              )?.registerExternal.id;
              return made !== undefined;
            }}
            onDone={() => {
              toast(t.done.registered);
              navigate(`/documents/${made}`);
            }}
          >
            <DocumentFactsFields form={form as unknown as FormState<FactValues>} codeLabel={t.externalCode} />
            <TextInput label={t.issuedBy} required {...form.bind('issuedBy')} />
            <TextArea label={t.summary} rows={3} {...form.bind('summary')} />
            <ContentFileField
              label={t.externalFile}
              hint={t.externalFileHint}
              value={form.values.file}
              onChange={(file) => form.set('file', file)}
              error={form.errorOf('fileId')}
            />
            <TextInput label={t.address} type="url" {...form.bind('address')} />
            <DateInput label={t.effectiveOn} required {...form.bind('effectiveOn')} />
          </Form>
        </PageSection>
      </div>
    </>
  );
}
