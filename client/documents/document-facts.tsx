import { createMemo } from 'solid-js';
import { useQuery } from '../graphql';
import { DocumentPlacesDocument } from '../graphql/generated/documents/drafting';
import { titleOf } from '../i18n';
import { useViewer } from '../shell/viewer';
import { CheckList, NumberInput, Select, TextArea, TextInput, type FormState } from '../ui';
import { useDocumentWords } from './words';

/** What is asked about any document. */
export interface FactValues {
  code: string;
  title: string;
  ownerUnitId: string;
  officeKinds: string[];
  clauses: string[];
  reviewCycleMonths: number | null;
  retention: string;
}

/** What a new document starts with. */
export const freshFacts = (ownerUnitId: string): FactValues => ({
  code: '',
  title: '',
  ownerUnitId,
  officeKinds: [],
  clauses: [],
  reviewCycleMonths: 12,
  retention: '',
});

export interface DocumentFactsProps {
  form: FormState<FactValues>;
  codeLabel: string;
  codeHint?: string;
  /** Why code and title stay as they are. */
  nameFixed?: string | undefined;
  /** The clause set the document was made under; the current one for a new document. */
  clauseSet?: string;
}

/** Code, title, owner, offices, clauses, review cycle and retention of a document. */
export function DocumentFactsFields(props: DocumentFactsProps) {
  const t = useDocumentWords();
  const viewer = useViewer();
  const places = useQuery(DocumentPlacesDocument, () => ({}));
  const own = createMemo(() =>
    (places.data?.units ?? []).filter(({ authority }) => authority?.id === viewer().authority?.id),
  );
  const clauseSet = () =>
    places.data?.clauseSets.find(({ code, isCurrent }) => (props.clauseSet ? code === props.clauseSet : isCurrent));
  const chosenBefore = new Set(props.form.values.clauses);
  const clauses = createMemo(() =>
    (clauseSet()?.clauses ?? [])
      .filter(({ isLeaf, number }) => isLeaf || props.form.values.clauses.includes(number))
      .map((clause) => ({
        value: clause.number,
        label: `${clause.number} ${titleOf(clause)}`,
      }))
      .sort((a, b) => Number(chosenBefore.has(b.value)) - Number(chosenBefore.has(a.value))),
  );
  const isFixed = () => props.nameFixed !== undefined;
  return (
    <>
      <TextInput
        label={props.codeLabel}
        hint={props.nameFixed ?? props.codeHint}
        width={20}
        required
        disabled={isFixed()}
        {...props.form.bind('code')}
      />
      <TextArea label={t.name} rows={1} required disabled={isFixed()} {...props.form.bind('title')} />
      <Select
        label={t.owner}
        hint={t.ownerHint}
        required
        options={own().map(({ id, name }) => ({ value: id, label: name }))}
        {...props.form.bind('ownerUnitId')}
      />
      <CheckList
        label={t.officesLabel}
        hint={t.officesHint}
        options={(['OFFICE', 'ECONOMY', 'CULTURE_SOCIETY', 'SERVICE_CENTRE'] as const).map((kind) => ({
          value: kind,
          label: t.offices[kind],
        }))}
        {...props.form.bind('officeKinds')}
      />
      <CheckList label={t.clausesLabel} options={clauses()} {...props.form.bind('clauses')} />
      <NumberInput
        label={t.cycleLabel}
        unit={t.monthUnit}
        min={1}
        max={120}
        {...props.form.bind('reviewCycleMonths')}
      />
      <TextInput
        label={t.retention}
        hint={t.retentionHint}
        width={24}
        maxLength={200}
        {...props.form.bind('retention')}
      />
    </>
  );
}
