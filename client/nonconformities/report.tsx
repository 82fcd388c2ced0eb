import { useNavigate, useSearchParams } from '@solidjs/router';
import { procedureKinds } from '../../api/documents/rules/kinds';
import type { NonconformitySource, Severity } from '../../api/nonconformities/rules/index';
import { ask, useCommand, useQuery } from '../graphql';
import { ReportNonconformityDocument } from '../graphql/generated/nonconformities/commands';
import {
  FindProceduresDocument,
  ProcedureOfFilterDocument,
  ReportChoicesDocument,
  type ReportChoicesQuery,
} from '../graphql/generated/nonconformities/register';
import { today } from '../i18n';
import { useViewer } from '../shell/viewer';
import {
  Combobox,
  createForm,
  DateInput,
  FieldRow,
  Form,
  Loaded,
  PageHeader,
  RadioGroup,
  PageSection,
  Select,
  Stack,
  TextArea,
  TextInput,
  toast,
  type Option,
} from '../ui';
import { clauseOptions, sourceOptions, unitsToReport } from './choices';
import { useNonconformityWords } from './words';

/** Reporting a nonconformity; `unit`, `clause`, `procedure`, `source`, `reference` and `text` in the address fill it in. */
export default function ReportNonconformityPage() {
  const t = useNonconformityWords();
  const [given] = useSearchParams<Record<keyof Given, string>>();
  const choices = useQuery(ReportChoicesDocument, () => ({}));
  const procedure = useQuery(ProcedureOfFilterDocument, () => ({ id: given.procedure! }), {
    pause: () => !given.procedure,
  });
  const isReady = () => !given.procedure || procedure.data !== undefined || procedure.error !== undefined;
  return (
    <>
      <PageHeader
        title={t.reportTitle}
        subtitle={t.reportLead}
        crumbs={[{ label: t.title, href: '/nonconformities' }]}
      />
      <Loaded query={choices} pick={(data) => (isReady() ? data : undefined)}>
        {(data) => <ReportForm choices={data()} procedure={procedure.data?.document} />}
      </Loaded>
    </>
  );
}

interface Given {
  unit: string;
  clause: string;
  procedure: string;
  source: string;
  reference: string;
  text: string;
}

interface Procedure {
  id: string;
  code: string;
  title: string;
}

const procedureOption = ({ id, code, title }: Procedure): Option => ({ value: id, label: title, detail: code });

function ReportForm(props: { choices: ReportChoicesQuery; procedure?: Procedure }) {
  const t = useNonconformityWords();
  const navigate = useNavigate();
  const viewer = useViewer();
  const [given] = useSearchParams<Record<keyof Given, string>>();
  const command = useCommand(ReportNonconformityDocument);
  const units = unitsToReport(props.choices.units, viewer().memberOf);
  const clauses = clauseOptions(props.choices.clauseSets);
  const sources = sourceOptions(t).filter(({ value }) => value !== 'AUDIT');
  const chosen = (options: readonly Option[], value: string | undefined) =>
    options.find((option) => option.value === value) ?? null;
  const isGiven = Object.keys(given).length > 0;
  const form = createForm({
    initial: {
      unitId: chosen(units, given.unit) ?? chosen(units, viewer().unit?.id),
      source: chosen(sources, given.source)?.value ?? 'OTHER',
      sourceReference: given.reference ?? '',
      severity: 'MINOR',
      gap: given.text ?? '',
      requirement: '',
      evidence: '',
      clauseId: chosen(clauses, given.clause),
      procedureId: props.procedure ? procedureOption(props.procedure) : null,
      detectedOn: today(),
    },
    // What another page gives starts a report of its own; it must not be hidden by what was typed before.
    draft: isGiven ? undefined : 'nonconformity.report',
  });
  const findProcedures = async (text: string): Promise<Option[]> => {
    const unit = props.choices.units.find(({ id }) => id === form.values.unitId?.value);
    const { documents } = await ask(FindProceduresDocument, {
      search: text || null,
      authorityId: unit?.authority?.id ?? null,
      kinds: procedureKinds,
    });
    return documents.nodes.map(procedureOption);
  };
  let made: { id: string; number: string } | undefined;
  const send = async ({ unitId, clauseId, procedureId, source, severity, ...texts }: typeof form.values) => {
    const answer = await command.run({
      ...texts,
      unitId: unitId!.value,
      clauseId: clauseId?.value ?? null,
      procedureId: procedureId?.value ?? null,
      source: source as NonconformitySource,
      severity: severity as Severity,
    });
    made = answer?.reportNonconformity;
    return Boolean(answer);
  };
  return (
    <Form
      form={form}
      submit={t.send}
      command={command}
      onCancel={() => navigate('/nonconformities')}
      onSubmit={send}
      onDone={() => {
        toast(t.sent(made!.number));
        navigate(`/nonconformities/${made!.id}`);
      }}
    >
      <Stack gap="l">
        <PageSection title={t.statement}>
          <TextArea label={t.reportGap} hint={t.reportGapHint} rows={2} required {...form.bind('gap')} />
          <TextArea
            label={t.reportRequirement}
            hint={t.reportRequirementHint}
            rows={2}
            required
            {...form.bind('requirement')}
          />
          <TextArea label={t.reportEvidence} hint={t.reportEvidenceHint} rows={4} required {...form.bind('evidence')} />
          <RadioGroup
            label={t.reportSeverity}
            required
            options={(['MINOR', 'MAJOR'] as const).map((value) => ({
              value,
              label: t.severity[value],
              detail: t.severityRule[value],
            }))}
            {...form.bind('severity')}
          />
        </PageSection>
        <PageSection title={t.facts}>
          <FieldRow>
            <Combobox label={t.reportUnit} options={units} required {...form.bind('unitId')} />
            <Combobox label={t.reportClause} options={clauses} {...form.bind('clauseId')} />
          </FieldRow>
          <Combobox label={t.reportProcedure} search={findProcedures} {...form.bind('procedureId')} />
          <FieldRow>
            <Select label={t.reportSource} required options={sources} empty={null} {...form.bind('source')} />
            <TextInput
              label={t.reportReference}
              hint={t.reportReferenceHint}
              maxLength={200}
              {...form.bind('sourceReference')}
            />
            <DateInput label={t.reportDetected} max={today()} required {...form.bind('detectedOn')} />
          </FieldRow>
        </PageSection>
      </Stack>
    </Form>
  );
}
