import { For, Show } from 'solid-js';
import { isProcedure } from '../../api/documents/rules/index';
import { channelWords } from '../../api/procedures/rules/index';
import type { SignatoriesQuery } from '../graphql/generated/documents/drafting';
import { said } from '../i18n';
import {
  CheckList,
  Combobox,
  DateInput,
  FieldRow,
  NumberInput,
  PageSection,
  Select,
  TextArea,
  TextInput,
  type FormState,
  type Option,
} from '../ui';
import { ContentFileField } from './content-file';
import { writtenSections, type Draft, type DraftValues, type WrittenDraft } from './draft-values';
import { ListEditor } from './list-editor';
import { useDocumentWords } from './words';

interface PartProps {
  form: FormState<WrittenDraft>;
}

type Nameable = SignatoriesQuery['revision']['possibleReviewers'][number];

/** Who may be chosen; whoever was named before stays visible, so that the server's word against it is understood. */
export function signerOptions(
  people: readonly Nameable[],
  named: { id: string; fullName: string } | null | undefined,
): Option[] {
  const options = people.map(({ id, fullName, currentPost }) => ({
    value: id,
    label: fullName,
    detail: currentPost ? `${currentPost.title}, ${currentPost.unit.name}` : '',
  }));
  return !named || people.some(({ id }) => id === named.id)
    ? options
    : [...options, { value: named.id, label: named.fullName }];
}

/** Reviewer and approver. */
export function SignersPart(props: PartProps & { people: Record<'reviewerId' | 'approverId', readonly Option[]> }) {
  const t = useDocumentWords();
  return (
    <PageSection id="edit-signers" title={t.signersTitle} lead={t.signersLead}>
      <FieldRow>
        <For
          each={
            [
              ['reviewerId', t.reviewer],
              ['approverId', t.approver],
            ] as const
          }
        >
          {([name, label]) => (
            <Combobox
              label={label}
              name={name}
              options={props.people[name]}
              hint={t.signerHints[name]}
              error={props.form.errorOf(name)}
              value={props.people[name].find(({ value }) => value === props.form.values[name]) ?? null}
              onChange={(chosen) => props.form.set(name, chosen?.value ?? '')}
            />
          )}
        </For>
      </FieldRow>
    </PageSection>
  );
}

/** The table of amendments. */
export function ChangeRowsPart(props: PartProps) {
  const t = useDocumentWords();
  return (
    <PageSection id="edit-changes" title={t.changesTitle} lead={t.changesLeadEdit}>
      <ListEditor
        entries={props.form.values.changeRows}
        onChange={(rows) => props.form.set('changeRows', rows)}
        fresh={() => ({ place: '', request: '', description: '' })}
        row={(index) => (
          <>
            <FieldRow>
              <TextArea
                label={t.changeRequest}
                rows={2}
                {...props.form.bind<string>(`changeRows.${index()}.request`)}
              />
              <TextInput label={t.changePlace} {...props.form.bind<string>(`changeRows.${index()}.place`)} />
            </FieldRow>
            <TextArea
              label={t.changeDescription}
              rows={2}
              {...props.form.bind<string>(`changeRows.${index()}.description`)}
            />
          </>
        )}
      />
    </PageSection>
  );
}

/** The file that holds the content. */
export function FilePart(props: PartProps & { kind: Draft['document']['kind'] }) {
  const t = useDocumentWords();
  return (
    <PageSection id="edit-file" title={t.fileTitle}>
      <ContentFileField
        label={t.fileLabel}
        hint={isProcedure(props.kind) ? t.fileHintProcedure : t.fileHint}
        value={props.form.values.file}
        onChange={(file) => props.form.set('file', file)}
        error={props.form.errorOf('fileId')}
      />
    </PageSection>
  );
}

/** Sections 1 to 4 of a procedure. */
export function TextsPart(props: PartProps) {
  const t = useDocumentWords();
  return (
    <PageSection id="edit-texts" title={t.textsTitle}>
      <For each={writtenSections}>
        {(key) => <TextArea label={t.headings[key]!} rows={3} {...props.form.bind<string>(`texts.${key}`)} />}
      </For>
    </PageSection>
  );
}

/** The sections of a document that is no procedure. */
export function SectionsPart(props: PartProps) {
  const t = useDocumentWords();
  const shown = (key: string) => (t.headings[key] ? t.headings[key].replace(/^\d\. /, '') : key);
  return (
    <PageSection id="edit-content" title={t.contentTitle}>
      <ListEditor
        entries={props.form.values.sections}
        onChange={(rows) => props.form.set('sections', rows)}
        fresh={() => ({ key: '', body: '' })}
        row={(index, section) => (
          <>
            <TextInput
              label={t.sectionHeading}
              value={shown(section.key)}
              onChange={(text) => props.form.bind<string>(`sections.${index()}.key`).onChange(text)}
            />
            <TextArea label={t.sectionBody} rows={6} {...props.form.bind<string>(`sections.${index()}.body`)} />
          </>
        )}
      />
    </PageSection>
  );
}

/** Field, limit, fee and what else an administrative procedure says. */
export function GeneralPart(props: PartProps) {
  const t = useDocumentWords();
  const counts = () =>
    props.form.values.limitUnit === 'WORKING_DAYS' || props.form.values.limitUnit === 'CALENDAR_DAYS';
  return (
    <PageSection id="edit-general" title={t.generalTitle}>
      <FieldRow>
        <TextInput label={t.field} {...props.form.bind('field')} />
        <TextInput label={t.nationalCode} width={14} {...props.form.bind('nationalCode')} />
      </FieldRow>
      <FieldRow>
        <Select
          label={t.limitUnit}
          empty={null}
          options={Object.entries(t.limitUnits).map(([value, label]) => ({ value, label }))}
          value={props.form.values.limitUnit}
          onChange={(unit) => props.form.set('limitUnit', unit as DraftValues['limitUnit'])}
        />
        <Show when={counts()}>
          <NumberInput label={t.limitValue} unit={t.days} min={1} max={3650} {...props.form.bind('limitValue')} />
        </Show>
        <NumberInput label={t.dossierCount} unit={t.sets} min={0} max={20} {...props.form.bind('dossierCount')} />
      </FieldRow>
      <TextArea label={t.limitNote} rows={2} {...props.form.bind('limitNote')} />
      <TextArea label={t.fee} rows={2} {...props.form.bind('fee')} />
      <TextArea label={t.receivedAt} rows={2} {...props.form.bind('receivedAt')} />
      <CheckList
        label={t.channels}
        options={Object.entries(channelWords).map(([value, words]) => ({ value, label: said(words) }))}
        {...props.form.bind('channels')}
      />
      <TextArea label={t.conditions} rows={2} {...props.form.bind('conditions')} />
    </PageSection>
  );
}

/** Legal bases (5.1). */
export function LegalBasesPart(props: PartProps) {
  const t = useDocumentWords();
  return (
    <PageSection id="edit-bases" title={t.legalBases}>
      <ListEditor
        entries={props.form.values.legalBases}
        onChange={(rows) => props.form.set('legalBases', rows)}
        fresh={() => ({ number: '', title: '', issuedOn: '', effectiveOn: '', status: 'IN_FORCE' })}
        row={(index) => (
          <>
            <FieldRow>
              <TextInput label={t.basisNumber} {...props.form.bind<string>(`legalBases.${index()}.number`)} />
              <Select
                label={t.basisState}
                empty={null}
                options={Object.entries(t.basisStatus).map(([value, label]) => ({ value, label }))}
                {...props.form.bind<string>(`legalBases.${index()}.status`)}
              />
            </FieldRow>
            <TextArea label={t.basisTitle} rows={1} {...props.form.bind<string>(`legalBases.${index()}.title`)} />
            <FieldRow>
              <DateInput label={t.basisIssued} {...props.form.bind<string>(`legalBases.${index()}.issuedOn`)} />
              <DateInput label={t.basisEffective} {...props.form.bind<string>(`legalBases.${index()}.effectiveOn`)} />
            </FieldRow>
          </>
        )}
      />
    </PageSection>
  );
}

/** Parts of the dossier (5.2). */
export function DossierPartsPart(props: PartProps) {
  const t = useDocumentWords();
  return (
    <PageSection id="edit-dossier" title={t.dossierParts}>
      <ListEditor
        entries={props.form.values.dossierParts}
        onChange={(rows) => props.form.set('dossierParts', rows)}
        fresh={() => ({ title: '', originalCopies: 1, photocopies: 0, note: '' })}
        row={(index) => (
          <>
            <TextArea label={t.paperTitle} rows={1} {...props.form.bind<string>(`dossierParts.${index()}.title`)} />
            <FieldRow>
              <NumberInput
                label={t.original}
                min={0}
                max={20}
                {...props.form.bind<number | null>(`dossierParts.${index()}.originalCopies`)}
              />
              <NumberInput
                label={t.copy}
                min={0}
                max={20}
                {...props.form.bind<number | null>(`dossierParts.${index()}.photocopies`)}
              />
              <TextArea label={t.note} rows={1} {...props.form.bind<string>(`dossierParts.${index()}.note`)} />
            </FieldRow>
          </>
        )}
      />
    </PageSection>
  );
}

/** Forms (6) and records to be kept (7). */
export function FormsAndRecordsPart(props: PartProps) {
  const t = useDocumentWords();
  return (
    <>
      <PageSection id="edit-forms" title={t.headings['FORMS']}>
        <ListEditor
          entries={props.form.values.forms}
          onChange={(rows) => props.form.set('forms', rows)}
          fresh={() => ({ code: '', title: '' })}
          row={(index) => (
            <FieldRow>
              <TextInput label={t.formCode} {...props.form.bind<string>(`forms.${index()}.code`)} />
              <TextArea label={t.formTitle} rows={1} {...props.form.bind<string>(`forms.${index()}.title`)} />
            </FieldRow>
          )}
        />
      </PageSection>
      <PageSection id="edit-records" title={t.headings['RECORDS']}>
        <ListEditor
          entries={props.form.values.records}
          onChange={(rows) => props.form.set('records', rows)}
          fresh={() => ({ title: '', retention: '', place: '' })}
          row={(index) => (
            <>
              <TextArea label={t.record} rows={1} {...props.form.bind<string>(`records.${index()}.title`)} />
              <FieldRow>
                <TextInput label={t.keptFor} {...props.form.bind<string>(`records.${index()}.retention`)} />
                <TextArea label={t.keptAt} rows={1} {...props.form.bind<string>(`records.${index()}.place`)} />
              </FieldRow>
            </>
          )}
        />
      </PageSection>
    </>
  );
}
