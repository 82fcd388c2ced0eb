import { useCommand, useQuery } from '../../graphql';
import {
  AmendFindingDocument,
  SaveFindingDocument,
  ScopeClausesDocument,
  WriteFindingDocument,
} from '../../graphql/generated/audits/findings/findings';
import { FINDING_CATEGORIES, type FindingCategory } from '../../../api/audits/rules/fieldwork/finding-categories';
import { createForm, FieldRow, Form, RadioGroup, Select, TextArea, toast } from '../../ui';
import { clauseLabel } from '../labels';
import type { AuditOfPage } from '../people';
import { useFindingsWords } from './words';

/** What a finding says, as the form holds it; empty for nothing. */
export interface FindingValues {
  category: string;
  clauseId: string;
  unitId: string;
  procedureId: string;
  requirement: string;
  evidence: string;
  gap: string;
}

export interface FindingFormProps {
  audit: AuditOfPage;
  /** A new one, changes to a draft, or changes after the auditee disagreed. */
  mode: 'write' | 'save' | 'amend';
  record?: { id: string; version: number };
  initial: FindingValues;
  checkItemIds?: string[];
  onClose: () => void;
}

/** Requirement, evidence, gap: what makes a finding. A draft is kept on the device until it is sent. */
export function FindingForm(props: FindingFormProps) {
  const t = useFindingsWords();
  const [write, save, amend] = [
    useCommand(WriteFindingDocument),
    useCommand(SaveFindingDocument),
    useCommand(AmendFindingDocument),
  ];
  const sets = useQuery(ScopeClausesDocument, () => ({ code: props.audit.round.clauseSet.code }));
  const form = createForm({
    initial: props.initial,
    draft: `finding.${props.record?.id ?? props.checkItemIds?.[0] ?? props.audit.id}`,
    live: () => ({ version: props.record?.version ?? 0, values: props.initial }),
  });
  const clauses = () =>
    (sets.data?.clauseSets[0]?.clauses ?? [])
      .filter(({ isLeaf, isAuditable }) => isLeaf && isAuditable)
      .map((clause) => ({ value: clause.id, label: clauseLabel(clause) }));
  const isGood = () => form.values.category === 'STRENGTH' || form.values.category === 'CONFORMING';
  const command = () => (props.mode === 'write' ? write : props.mode === 'save' ? save : amend);
  async function submit(values: FindingValues): Promise<boolean> {
    const { category, clauseId, unitId, procedureId, ...texts } = values;
    const content = {
      ...texts,
      category: (category || null) as FindingCategory | null,
      clauseId: clauseId || null,
      unitId: unitId || null,
      procedureId: procedureId || null,
    };
    const done =
      props.mode === 'write'
        ? await write.run({ auditId: props.audit.id, checkItemIds: props.checkItemIds ?? [], content })
        : await (props.mode === 'save' ? save : amend).run({ id: props.record!.id, version: form.version, content });
    if (done) toast(props.mode === 'amend' ? t.finding.amended : t.finding.saved);
    return Boolean(done);
  }
  return (
    <Form
      form={form}
      noLeaveGuard
      submit={t.finding.save}
      command={command()}
      onCancel={props.onClose}
      onSubmit={submit}
      onDone={props.onClose}
    >
      <RadioGroup
        label={t.finding.category}
        options={FINDING_CATEGORIES.map((value) => ({
          value,
          label: t.finding.categories[value],
          detail: t.finding.rule[value],
        }))}
        required
        {...form.bind('category')}
      />
      <TextArea label={t.finding.requirement} hint={t.finding.requirementHint} required {...form.bind('requirement')} />
      <TextArea label={t.finding.evidence} hint={t.finding.evidenceHint} required {...form.bind('evidence')} />
      <TextArea
        label={t.finding.gap}
        hint={isGood() ? t.finding.noGap : t.finding.gapHint}
        required={!isGood()}
        rows={2}
        {...form.bind('gap')}
      />
      <FieldRow>
        <Select label={t.finding.clause} options={clauses()} empty={t.audit.noClause} {...form.bind('clauseId')} />
        <Select
          label={t.finding.office}
          options={props.audit.authority.children.map(({ id, name }) => ({ value: id, label: name }))}
          empty={t.finding.whole}
          {...form.bind('unitId')}
        />
      </FieldRow>
    </Form>
  );
}
