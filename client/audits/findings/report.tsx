import { useParams } from '@solidjs/router';
import { createSignal, For, Show } from 'solid-js';
import { useCommand, useQuery } from '../../graphql';
import { AuditPageDocument } from '../../graphql/generated/audits/audit';
import { FindingsDocument } from '../../graphql/generated/audits/findings/findings';
import { AuditFiguresDocument, SaveReportDocument } from '../../graphql/generated/audits/findings/report';
import { formatDate } from '../../i18n';
import {
  Button,
  Buttons,
  createForm,
  DescriptionList,
  Dialog,
  Form,
  Loaded,
  Notice,
  PrintButton,
  Prose,
  PageSection,
  Stack,
  TextArea,
  toast,
} from '../../ui';
import { Matrix, sumBy, sumByClause } from './figures';
import { AuditActButtons, isReadyToSign } from '../audit-acts';
import { defaultDueDates } from '../../../api/nonconformities/rules/due-dates';
import { FindingCard, type FindingOfPage } from './finding-card';
import { ReportHead, SignaturePlaces } from '../papers';
import type { AuditOfPage } from '../people';
import { Signatures } from '../signatures';
import { AuditHead } from '../tabs';
import { useFindingsWords } from './words';
import styles from '../audits.module.css';

/** The report of an audit in the order of BM.QT.ISO.03.05; prints as it stands. */
export default function AuditReportPage() {
  const params = useParams<{ id: string }>();
  const audit = useQuery(AuditPageDocument, () => ({ id: params.id }), { keep: true });
  return (
    <Loaded query={audit} pick={(data) => data.audit}>
      {(found) => (
        <Stack gap="l">
          <div class={styles.screenHead} data-print="no">
            <Stack gap="l">
              <AuditHead audit={found()} />
            </Stack>
          </div>
          <Paper audit={found()} />
        </Stack>
      )}
    </Loaded>
  );
}

function Paper(props: { audit: AuditOfPage }) {
  const t = useFindingsWords();
  const figures = useQuery(AuditFiguresDocument, () => ({ id: props.audit.id }), { keep: true });
  const findings = useQuery(FindingsDocument, () => ({ id: props.audit.id }), { keep: true });
  const isLead = () => (['finishFieldwork', 'report'] as const).some((event) => props.audit.viewerCan.includes(event));
  const signed = (part: string) => props.audit.signatures.findLast((signature) => signature.part === part);
  // Above the auditee nobody signs the report in the program, so that place is signed on the paper.
  const signPlaces = () => [
    {
      title: t.part.LEAD,
      signature: signed('lead'),
      name: props.audit.members.find(({ part }) => part === 'LEAD')?.person.fullName,
    },
    { title: t.audit.part.auditee, signature: signed('auditee') },
    { title: t.report.approval, signature: props.audit.round.kind === 'INTERNAL' ? signed('auditee') : undefined },
  ];
  const text = (value: string) => <Prose>{value || <span class={styles.quiet}>{t.report.empty}</span>}</Prose>;
  return (
    <div class={styles.paper}>
      <Stack gap="l">
        <ReportHead
          agency={props.audit.round.leadAgency.name}
          form={t.report.form}
          heading={t.report.title}
          number={`${t.number}: ${props.audit.number}`}
        />
        <PageSection
          title={t.report.general}
          actions={
            <>
              <Show when={isLead()}>
                <EditButton audit={props.audit} />
              </Show>
              <PrintButton />
            </>
          }
        >
          <Show when={isLead() && !isReadyToSign(props.audit)}>
            <Notice tone="info">{t.report.sign}</Notice>
          </Show>
          <div data-print="no">
            <Buttons>
              <AuditActButtons audit={props.audit} only={['report', 'accept', 'return']} />
            </Buttons>
          </div>
          <DescriptionList
            facts={[
              { term: t.auditee, value: props.audit.unit.name },
              { term: t.audit.round, value: `${props.audit.round.number} · ${props.audit.round.title}` },
              { term: t.days, value: props.audit.dates.map((date) => formatDate(date)).join(', ') },
              { term: t.clauseSet, value: props.audit.round.clauseSet.title },
              {
                term: t.team,
                value: props.audit.members.map(({ person, part }) => `${person.fullName} (${t.part[part]})`).join('; '),
                wide: true,
              },
              { term: t.audit.scope, value: props.audit.scopeClauses.join(', '), wide: true },
            ]}
          />
        </PageSection>
        <PageSection title={t.report.performance}>{text(props.audit.report.performance)}</PageSection>
        <Loaded query={figures} pick={(data) => data.auditReport.tallies}>
          {(tallies) => (
            <>
              <PageSection title={t.report.byUnit}>
                <Matrix
                  caption={t.report.byUnit}
                  header={t.report.office}
                  groups={sumBy(tallies(), ({ unitName }) => unitName)}
                />
              </PageSection>
              <PageSection title={t.report.byClause}>
                <Matrix
                  caption={t.report.byClause}
                  header={t.report.clause}
                  groups={sumByClause(tallies(), t.audit.noClause)}
                />
              </PageSection>
              <PageSection title={t.report.strengths}>{text(props.audit.report.strengths)}</PageSection>
              <PageSection title={t.report.findings} bare>
                <Stack>
                  <For
                    each={(findings.data?.audit.findings ?? []).filter(({ state }) => state !== 'DROPPED')}
                    fallback={<p class={styles.quiet}>{t.report.noFigures}</p>}
                  >
                    {(finding) => <FindingCard finding={finding} audit={props.audit} plain />}
                  </For>
                </Stack>
              </PageSection>
            </>
          )}
        </Loaded>
        <PageSection title={t.report.recommendations}>{text(props.audit.report.recommendations)}</PageSection>
        <PageSection title={t.report.previousActions}>{text(props.audit.report.previousActions)}</PageSection>
        <PageSection title={t.report.conclusion}>{text(props.audit.report.conclusion)}</PageSection>
        <PageSection title={t.report.due}>
          <Due findings={findings.data?.audit.findings ?? []} />
        </PageSection>
        <SignaturePlaces places={signPlaces()} onPaper />
        <Signatures signatures={props.audit.signatures} />
      </Stack>
    </div>
  );
}

/** When the plan and the actions are due: the rule, and for each slip its days. */
function Due(props: { findings: readonly FindingOfPage[] }) {
  const t = useFindingsWords();
  const slips = () =>
    props.findings.flatMap(({ position, nonconformity }) => (nonconformity ? [{ position, ...nonconformity }] : []));
  const { planWorkingDays, actionMonths } = defaultDueDates;
  return (
    <>
      <p>{t.report.dueRule(planWorkingDays.MAJOR, planWorkingDays.MINOR, actionMonths)}</p>
      <ul>
        <For each={slips()}>
          {(slip) => <li>{t.report.dueSlip(slip.number, slip.position, formatDate(slip.actionsDueOn))}</li>}
        </For>
      </ul>
    </>
  );
}

function EditButton(props: { audit: AuditOfPage }) {
  const t = useFindingsWords();
  const [open, setOpen] = createSignal(false);
  return (
    <>
      <Button icon="edit" onClick={() => setOpen(true)}>
        {t.report.edit}
      </Button>
      <Dialog open={open()} onClose={() => setOpen(false)} title={t.report.edit} shape="wide" dismissible={false}>
        <EditForm audit={props.audit} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function EditForm(props: { audit: AuditOfPage; onClose: () => void }) {
  const t = useFindingsWords();
  const save = useCommand(SaveReportDocument);
  const form = createForm({
    initial: { ...props.audit.report },
    live: () => ({ version: props.audit.version, values: { ...props.audit.report } }),
    draft: `audit.report.${props.audit.id}`,
  });
  return (
    <Form
      form={form}
      noLeaveGuard
      submit={t.report.save}
      command={save}
      onCancel={props.onClose}
      onSubmit={async (values) => {
        const done = await save.run({ id: props.audit.id, version: form.version, ...values });
        if (done) toast(t.report.saved);
        return Boolean(done);
      }}
      onDone={props.onClose}
    >
      <TextArea label={t.report.performance} {...form.bind('performance')} />
      <TextArea label={t.report.strengths} {...form.bind('strengths')} />
      <TextArea label={t.report.recommendations} {...form.bind('recommendations')} />
      <TextArea label={t.report.previousActions} {...form.bind('previousActions')} />
      <TextArea label={t.report.conclusion} required {...form.bind('conclusion')} />
    </Form>
  );
}
