import { createMemo } from 'solid-js';
import { useQuery } from '../graphql';
import { DocumentPlacesDocument } from '../graphql/generated/documents/drafting';
import { language } from '../i18n';
import { useViewer } from '../shell/viewer';
import { CheckList, NumberInput, Select, TextInput, type FormState } from '../ui';
import { useDocumentWords } from './words';

/** What is asked about any new document. */
export interface FactValues {
  code: string;
  title: string;
  ownerUnitId: string;
  officeKinds: string[];
  clauses: string[];
  reviewCycleMonths: number | null;
}

/** What a new document starts with. */
export const freshFacts = (ownerUnitId: string): FactValues => ({ code: '', title: '', ownerUnitId, officeKinds: [], clauses: [], reviewCycleMonths: 12 });

/** Code, title, owner, offices and clauses of a new document. */
export function DocumentFacts(props: { form: FormState<FactValues>; codeLabel: string; codeHint?: string }) {
  const t = useDocumentWords();
  const viewer = useViewer();
  const places = useQuery(DocumentPlacesDocument, () => ({}));
  const own = createMemo(() => (places.data?.units ?? []).filter(({ authority }) => authority?.id === viewer().authority?.id));
  const clauses = createMemo(() =>
    (places.data?.clauseSets.find(({ isCurrent }) => isCurrent)?.clauses ?? []).filter(({ isLeaf }) => isLeaf)
      .map((clause) => ({ value: clause.number, label: `${clause.number} ${language() === 'vi' ? clause.title : clause.titleEn}` })));
  return (
    <>
      <TextInput label={props.codeLabel} hint={props.codeHint} width={20} required {...props.form.bind('code')} />
      <TextInput label={t.name} required {...props.form.bind('title')} />
      <Select label={t.owner} hint={t.ownerHint} required options={own().map(({ id, name }) => ({ value: id, label: name }))} {...props.form.bind('ownerUnitId')} />
      <CheckList
        label={t.officesLabel} hint={t.officesHint}
        options={(['OFFICE', 'ECONOMY', 'CULTURE_SOCIETY', 'SERVICE_CENTRE'] as const).map((kind) => ({ value: kind, label: t.offices[kind] }))}
        value={props.form.values.officeKinds} onChange={(value) => props.form.set('officeKinds', value)}
      />
      <CheckList label={t.clausesLabel} options={clauses()} value={props.form.values.clauses} onChange={(value) => props.form.set('clauses', value)} />
      <NumberInput label={t.cycleLabel} unit={t.monthUnit} min={1} max={120} value={props.form.values.reviewCycleMonths} onChange={(value) => props.form.set('reviewCycleMonths', value)} />
    </>
  );
}
