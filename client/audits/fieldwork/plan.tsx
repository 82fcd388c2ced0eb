import { useNavigate, useParams } from '@solidjs/router';
import { createSignal, For, Show } from 'solid-js';
import { useCommand, useQuery } from '../../graphql';
import { AuditPageDocument } from '../../graphql/generated/audits/audit';
import { PlanAuditDocument, PlanPageDocument } from '../../graphql/generated/audits/fieldwork/plan';
import { ScopeClausesDocument, type ScopeClausesQuery } from '../../graphql/generated/audits/findings/findings';
import { formatDate } from '../../i18n';
import {
  Button,
  CheckList,
  createForm,
  Form,
  IconButton,
  Loaded,
  Notice,
  PageSection,
  Select,
  Stack,
  TextInput,
  toast,
} from '../../ui';
import { inScope } from '../../../api/audits/rules/planning/scope';
import { clauseLabel } from '../labels';
import type { AuditOfPage } from '../people';
import { AuditHead } from '../tabs';
import { useFieldworkWords } from './words';
import styles from '../audits.module.css';

/** The lead sets scope and agenda before announcing. */
export default function AuditPlanPage() {
  const t = useFieldworkWords();
  const params = useParams<{ id: string }>();
  const query = useQuery(AuditPageDocument, () => ({ id: params.id }), { keep: true });
  const sets = useQuery(ScopeClausesDocument, () => ({ code: query.data!.audit.round.clauseSet.code }), {
    pause: () => !query.data,
  });
  const mayPlan = (audit: AuditOfPage) => audit.state === 'PLANNED' && audit.viewerCan.includes('announce');
  return (
    <Loaded query={query} pick={(data) => data.audit}>
      {(audit) => (
        <Stack gap="l">
          <AuditHead audit={audit()} />
          <Show when={mayPlan(audit())} fallback={<Notice tone="info">{t.plan.notPlanned}</Notice>}>
            <Loaded query={sets} pick={(data) => data.clauseSets[0]?.clauses}>
              {(clauses) => (
                <PageSection title={t.plan.title} lead={t.plan.lead} bare>
                  <PlanForm audit={audit()} clauses={clauses()} />
                </PageSection>
              )}
            </Loaded>
          </Show>
        </Stack>
      )}
    </Loaded>
  );
}

/** Whom a line of the agenda is for. */
const tracks = ['ALL', 'A', 'B'] as const;

type Clause = ScopeClausesQuery['clauseSets'][number]['clauses'][number];

function PlanForm(props: { audit: AuditOfPage; clauses: readonly Clause[] }) {
  const t = useFieldworkWords();
  const navigate = useNavigate();
  const plan = useCommand(PlanAuditDocument);
  const leaves = props.clauses.filter(({ isLeaf, isAuditable }) => isLeaf && isAuditable);
  const choices = useQuery(PlanPageDocument, () => ({ id: props.audit.id }));
  const [fromModel, setFromModel] = createSignal(props.audit.agenda.length === 0);
  const planned = () => ({
    startTime: props.audit.startTime,
    scopeClauses: leaves.map(({ number }) => number).filter((number) => inScope(number, props.audit.scopeClauses)),
    procedureIds: props.audit.procedures.map(({ documentId }) => documentId),
    groups: props.audit.members.map(({ person, track }) => ({ personId: person.id, name: person.fullName, track })),
    agenda: props.audit.agenda.map((line) => ({ ...line, clauses: [...line.clauses] })),
  });
  const form = createForm({
    initial: planned(),
    live: () => ({ version: props.audit.version, values: planned() }),
    check: (values) => ({ startTime: !/^([01]\d|2[0-3]):[0-5]\d$/.test(values.startTime) && t.badTime }),
  });
  return (
    <Form
      form={form}
      submit={t.plan.save}
      command={plan}
      onSubmit={async ({ startTime, scopeClauses, procedureIds, groups, agenda }) =>
        Boolean(
          await plan.run({
            id: props.audit.id,
            version: form.version,
            startTime,
            scopeClauses: [...scopeClauses],
            procedureIds: [...procedureIds],
            groups: groups.map(({ personId, track }) => ({ personId, track })),
            agenda: fromModel() ? null : agenda.map((line) => ({ ...line })),
          }),
        )
      }
      onDone={() => {
        toast(t.plan.saved);
        navigate(`/audits/${props.audit.id}`);
      }}
    >
      <Show when={props.audit.dates.length === 0}>
        <Notice tone="warning">{t.plan.noDays}</Notice>
      </Show>
      <TextInput label={t.startTime} hint={t.timeHint} width={6} required {...form.bind('startTime')} />
      <CheckList
        label={t.plan.clauses}
        options={leaves.map((clause) => ({ value: clause.number, label: clauseLabel(clause) }))}
        required
        {...form.bind('scopeClauses')}
      />
      <CheckList
        label={t.plan.procedures}
        options={(choices.data?.procedureChoices ?? []).map((choice) => ({
          value: choice.documentId,
          label: `${choice.code} ${choice.title}`,
          detail:
            choice.handledBy.length > 0
              ? t.plan.procedureBarred(choice.handledBy.join(', '))
              : (choice.field ?? undefined),
          disabled: choice.handledBy.length > 0,
        }))}
        {...form.bind('procedureIds')}
      />
      <PageSection title={t.papers.groups} lead={t.papers.groupsLead}>
        <div class={styles.groups}>
          <For each={form.values.groups}>
            {(member, at) => (
              <Select
                label={member.name}
                options={['A', 'B'].map((track) => ({ value: track, label: t.papers.group(track) }))}
                value={member.track}
                onChange={(track) =>
                  form.set(
                    'groups',
                    form.values.groups.map((each, index) => (index === at() ? { ...each, track } : each)),
                  )
                }
              />
            )}
          </For>
        </div>
      </PageSection>
      <Show when={fromModel()}>
        <PageSection title={t.audit.agenda}>
          <p>{t.plan.modelOnSave}</p>
        </PageSection>
      </Show>
      <Show when={!fromModel()}>
        <PageSection
          title={t.audit.agenda}
          actions={
            <Button icon="refresh" onClick={() => setFromModel(true)}>
              {t.plan.fromModel}
            </Button>
          }
        >
          <For each={form.values.agenda}>
            {(line, at) => (
              <div class={styles.agendaEdit}>
                <TextInput
                  label={`${formatDate(line.date)} ${t.plan.begin}`}
                  value={line.from}
                  onChange={(from) =>
                    form.set(
                      'agenda',
                      form.values.agenda.map((each, index) => (index === at() ? { ...each, from } : each)),
                    )
                  }
                />
                <TextInput
                  label={t.plan.end}
                  value={line.to}
                  onChange={(to) =>
                    form.set(
                      'agenda',
                      form.values.agenda.map((each, index) => (index === at() ? { ...each, to } : each)),
                    )
                  }
                />
                <TextInput
                  label={t.plan.what}
                  value={line.activity}
                  onChange={(activity) =>
                    form.set(
                      'agenda',
                      form.values.agenda.map((each, index) => (index === at() ? { ...each, activity } : each)),
                    )
                  }
                />
                <Select
                  label={t.audit.group}
                  empty={null}
                  options={tracks.map((track) => ({
                    value: track,
                    label: track === 'ALL' ? t.audit.everyone : t.papers.group(track),
                  }))}
                  value={line.track}
                  onChange={(track) =>
                    form.set(
                      'agenda',
                      form.values.agenda.map((each, index) => (index === at() ? { ...each, track } : each)),
                    )
                  }
                />
                <IconButton
                  icon="trash"
                  label={t.plan.removeLine}
                  onClick={() =>
                    form.set(
                      'agenda',
                      form.values.agenda.filter((_, index) => index !== at()),
                    )
                  }
                />
              </div>
            )}
          </For>
          <Button
            icon="plus"
            onClick={() => {
              const last = form.values.agenda.at(-1);
              form.set('agenda', [
                ...form.values.agenda,
                {
                  date: props.audit.dates[0] ?? '',
                  from: last?.to ?? '08:00',
                  to: last?.to ?? '08:30',
                  track: 'ALL',
                  activity: t.plan.newLine,
                  unitKind: 'ANY',
                  clauses: [],
                },
              ]);
            }}
          >
            {t.plan.addLine}
          </Button>
        </PageSection>
      </Show>
    </Form>
  );
}
