import { useNavigate, useParams } from '@solidjs/router';
import { createEffect, createSignal, For, Show } from 'solid-js';
import { type Command, useCommand, useQuery } from '../../graphql';
import {
  SetAuditDatesDocument,
  SetTeamDocument,
  TeamPageDocument,
  type TeamPageQuery,
} from '../../graphql/generated/audits/assignment/teams';
import { ProposePlanAmendmentDocument } from '../../graphql/generated/audits/assignment/amendments';
import { formatDate, formatPeriod } from '../../i18n';
import {
  Button,
  Buttons,
  createForm,
  DateInput,
  EmptyState,
  type FormState,
  IconButton,
  LeaveGuard,
  LinkButton,
  Loaded,
  NewerRecord,
  Notice,
  PageHeader,
  ReasonDialog,
  RefusalNotice,
  Section,
  Select,
  Stack,
  TextInput,
  toast,
} from '../../ui';
import { Candidates } from './candidates';
import { isAskedAgain } from './asked-again';
import { parts } from '../people';
import { useAuditWords } from '../words';
import styles from '../audits.module.css';

type Page = TeamPageQuery;
type Part = (typeof parts)[number];
/** Somebody on the team as it shall be. */
interface TeamAssignment {
  personId: string;
  name: string;
  part: Part;
}

/** The team as it is chosen. */
interface Chosen {
  assignments: TeamAssignment[];
}
/** When the audit is, as it is typed. */
interface Days {
  dates: string[];
  length: Page['audit']['length'];
  startTime: string;
}

const chosenOf = ({ members }: Page['audit']): Chosen => ({
  assignments: members.map(({ person, part }) => ({ personId: person.id, name: person.fullName, part })),
});
const daysOf = ({ dates, length, startTime }: Page['audit']): Days => ({
  dates: dates.length > 0 ? [...dates] : [''],
  length,
  startTime,
});
const filled = ({ dates, length, startTime }: Days): Days => ({ dates: dates.filter(Boolean), length, startTime });

/** Putting a team together and setting the days; after the approval the same page proposes an amendment. */
export default function Team() {
  const params = useParams<{ auditId: string }>();
  const query = useQuery(TeamPageDocument, () => ({ auditId: params.auditId }), { keep: true });
  return (
    <Loaded query={query} pick={(data) => data}>
      {(page) => <TeamView page={page()} />}
    </Loaded>
  );
}

function TeamView(props: { page: Page }) {
  const t = useAuditWords();
  const audit = () => props.page.audit;
  const mode = () =>
    audit().round.state === 'PREPARING'
      ? 'prepare'
      : audit().round.viewerCan.includes('amendPlan')
        ? 'amendPlan'
        : 'look';
  const areDaysFixed = () => ['FIELDWORK_DONE', 'REPORTED', 'CLOSED'].includes(audit().state);
  const day = () => audit().unit.receptionWeekday;
  const days = createForm<Days>({
    initial: daysOf(audit()),
    live: () => ({ version: audit().version, values: daysOf(audit()) }),
  });
  const team = createForm<Chosen>({
    initial: chosenOf(audit()),
    live: () => ({ version: audit().version, values: chosenOf(audit()) }),
  });
  // Days and team are saved apart on one record: the version of one's own save counts before the page has read it, and is nobody else's.
  const [own, setOwn] = createSignal(0);
  createEffect(() => {
    if (audit().version === own()) for (const form of [days, team]) if (form.parts.newer()) form.parts.keepMine();
  });
  const saved = (form: FormState<Days> | FormState<Chosen>, version: number) => {
    setOwn(version);
    form.saved();
  };
  const add = (personId: string, name: string) => {
    const { assignments } = team.values;
    const taken = new Set(assignments.map(({ part }) => part));
    const leads = props.page.teamCandidates.find((candidate) => candidate.personId === personId);
    const mayLead = leads?.violations.length === 0;
    const part: Part =
      mayLead && !taken.has('LEAD')
        ? 'LEAD'
        : !taken.has('AUDITOR')
          ? 'AUDITOR'
          : !taken.has('SECRETARY')
            ? 'SECRETARY'
            : 'AUDITOR';
    team.set('assignments', [...assignments, { personId, name, part }]);
  };
  return (
    <>
      <PageHeader
        title={t.teamPage.title(audit().unit.name)}
        subtitle={`${audit().number} · ${audit().round.title} · ${formatPeriod(audit().round.from, audit().round.to)}`}
        crumbs={[
          { label: t.rounds, href: '/audits' },
          { label: audit().round.number, href: `/audits/rounds/${audit().round.id}` },
        ]}
      />
      <Stack gap="l">
        <Show when={mode() === 'look'}>
          <Notice tone="info">{t.teamPage.readOnly}</Notice>
        </Show>
        <Show when={mode() === 'amendPlan'}>
          <Notice tone="warning">{t.teamPage.amendmentLead}</Notice>
          <Show when={audit().round.amendment?.changes.find(({ auditId }) => auditId === audit().id)}>
            {(waiting) => <Notice tone="warning">{t.teamPage.replacesPending(waiting().proposedByName)}</Notice>}
          </Show>
        </Show>
        <Declared audit={audit()} chosen={team.values.assignments.map(({ personId }) => personId)} />
        <Show when={mode() === 'amendPlan' && isAskedAgain(audit(), filled(days.values))}>
          <Notice tone="warning" live>
            {t.teamPage.asksAgain}
          </Notice>
        </Show>
        <Section
          title={t.teamPage.days}
          lead={
            areDaysFixed()
              ? t.teamPage.daysFixed
              : day()
                ? t.receptionDay(t.weekday[day() as keyof typeof t.weekday])
                : undefined
          }
        >
          <DaysForm
            form={days}
            own={own()}
            onSaved={(version) => saved(days, version)}
            audit={audit()}
            mode={areDaysFixed() ? 'look' : mode()}
          />
        </Section>
        <Section
          title={t.teamPage.chosen}
          lead={t.teamPage.size(audit().round.settings.teamSize.min, audit().round.settings.teamSize.max)}
        >
          <Seats
            assignments={team.values.assignments}
            set={mode() === 'look' ? undefined : (assignments) => team.set('assignments', assignments)}
          />
          <Save
            form={team}
            days={days}
            own={own()}
            onSaved={(version) => saved(team, version)}
            audit={audit()}
            mode={mode()}
          />
        </Section>
        <LeaveGuard unsent={days.dirty || team.dirty} />
        <Candidates
          candidates={props.page.teamCandidates}
          chosen={team.values.assignments.map(({ personId }) => personId)}
          onAdd={mode() === 'look' ? undefined : add}
        />
      </Stack>
    </>
  );
}

/** Members with whom a conflict is declared, as long as they are chosen. */
function Declared(props: { audit: Page['audit']; chosen: readonly string[] }) {
  const t = useAuditWords();
  const byAuditee = () =>
    props.audit.declarations.filter(({ isOpen, person }) => isOpen && props.chosen.includes(person.id));
  const own = () => props.audit.openConflicts.filter(({ isOwn, personId }) => isOwn && props.chosen.includes(personId));
  return (
    <>
      <For each={byAuditee()}>
        {({ person, kind, reason }) => (
          <Notice
            tone="danger"
            title={t.conflict.with(person.fullName)}
          >{`${t.conflict.kind[kind]}: ${reason}`}</Notice>
        )}
      </For>
      <For each={own()}>
        {({ name, reason }) => (
          <Notice tone="danger" title={t.conflict.ownWith(name)}>
            {reason ?? t.conflict.hiddenReason}
          </Notice>
        )}
      </For>
    </>
  );
}

/** Asks before what somebody else has saved meanwhile is written over. */
function Newer<T extends object>(props: {
  form: FormState<T>;
  own: number;
  version: number;
  label: string;
  saved: string;
}) {
  return (
    <Show when={isOvertaken(props.form, props)}>
      <NewerRecord
        fields={[{ label: props.label, text: props.saved }]}
        onKeepMine={() => props.form.parts.keepMine()}
        onTakeTheirs={() => props.form.parts.takeTheirs()}
      />
    </Show>
  );
}

const isOvertaken = <T extends object>(form: FormState<T>, { own, version }: { own: number; version: number }) =>
  form.dirty && version > own && form.parts.newer() !== undefined;

function DaysForm(props: {
  form: FormState<Days>;
  audit: Page['audit'];
  mode: string;
  own: number;
  onSaved: (version: number) => void;
}) {
  const t = useAuditWords();
  const save = useCommand(SetAuditDatesDocument);
  const values = () => props.form.values;
  async function send() {
    if (isOvertaken(props.form, { own: props.own, version: props.audit.version })) return;
    const done = await save.run({
      id: props.audit.id,
      version: Math.max(props.form.version, props.own),
      ...filled(values()),
    });
    if (!done) return;
    props.onSaved(done.setAuditDates.version);
    toast(t.teamPage.daysSaved);
  }
  return (
    <Stack>
      <For each={values().dates.map((_, index) => index)}>
        {(index) => (
          <DateInput
            label={t.teamPage.day}
            min={props.audit.round.from}
            max={props.audit.round.to}
            value={values().dates[index] ?? ''}
            disabled={props.mode === 'look'}
            onChange={(value) =>
              props.form.set(
                'dates',
                values().dates.map((date, at) => (at === index ? value : date)),
              )
            }
          />
        )}
      </For>
      <Select
        label={t.lengthOf}
        empty={null}
        disabled={props.mode === 'look'}
        options={(['HALF_DAY', 'FULL_DAY'] as const).map((value) => ({ value, label: t.length[value] }))}
        value={values().length}
        onChange={(value) => props.form.set('length', value as Days['length'])}
      />
      <TextInput
        label={t.startTime}
        hint={t.timeHint}
        width={6}
        value={values().startTime}
        disabled={props.mode === 'look'}
        onChange={(value) => props.form.set('startTime', value)}
      />
      <Newer
        form={props.form}
        own={props.own}
        version={props.audit.version}
        label={t.teamPage.days}
        saved={[
          ...props.audit.dates.map((date) => formatDate(date)),
          t.length[props.audit.length],
          props.audit.startTime,
        ].join(', ')}
      />
      <RefusalNotice refusal={refusalOf(save, props.form)} onRetry={() => void send()} />
      <Show when={props.mode !== 'look'}>
        <Buttons>
          <Show when={props.mode === 'prepare'}>
            <Button look="primary" busy={save.busy} onClick={() => void send()}>
              {t.teamPage.saveDays}
            </Button>
          </Show>
          <Button icon="plus" onClick={() => props.form.set('dates', [...values().dates, ''])}>
            {t.teamPage.moreDay}
          </Button>
        </Buttons>
      </Show>
    </Stack>
  );
}

/** Why it was not saved; what was saved elsewhere meanwhile is asked about instead. */
const refusalOf = <T extends object>({ refusal }: Command<unknown, never>, form: FormState<T>) =>
  refusal?.code === 'VERSION_CONFLICT' && form.parts.newer() !== undefined ? undefined : refusal;

function Seats(props: { assignments: TeamAssignment[]; set: ((assignments: TeamAssignment[]) => void) | undefined }) {
  const t = useAuditWords();
  return (
    <Show when={props.assignments.length > 0} fallback={<EmptyState icon="users" title={t.teamPage.nobody} />}>
      <Stack>
        <For each={props.assignments}>
          {(assignment) => (
            <div class={styles.member}>
              <strong>{assignment.name}</strong>
              <Select
                label={t.teamPage.partOf(assignment.name)}
                hideLabel
                empty={null}
                options={parts.map((value) => ({ value, label: t.part[value] }))}
                value={assignment.part}
                disabled={!props.set}
                onChange={(part) =>
                  props.set?.(
                    props.assignments.map((each) =>
                      each.personId === assignment.personId ? { ...each, part: part as Part } : each,
                    ),
                  )
                }
              />
              <Show when={props.set}>
                {(set) => (
                  <IconButton
                    icon="trash"
                    label={t.teamPage.remove(assignment.name)}
                    onClick={() => set()(props.assignments.filter(({ personId }) => personId !== assignment.personId))}
                  />
                )}
              </Show>
            </div>
          )}
        </For>
      </Stack>
    </Show>
  );
}

function Save(props: {
  form: FormState<Chosen>;
  days: FormState<Days>;
  audit: Page['audit'];
  mode: string;
  own: number;
  onSaved: (version: number) => void;
}) {
  const t = useAuditWords();
  const navigate = useNavigate();
  const [save, propose] = [useCommand(SetTeamDocument), useCommand(ProposePlanAmendmentDocument)];
  const [asking, setAsking] = createSignal(false);
  const members = () => props.form.values.assignments.map(({ personId, part }) => ({ personId, part }));
  const versions = () => ({ own: props.own, version: props.audit.version });
  const back = () => navigate(`/audits/rounds/${props.audit.round.id}`);
  async function send() {
    if (isOvertaken(props.form, versions())) return;
    const done = await save.run({
      id: props.audit.id,
      version: Math.max(props.form.version, props.own),
      members: members(),
    });
    if (!done) return;
    props.onSaved(done.setTeam.version);
    toast(t.teamPage.saved);
  }
  return (
    <>
      <Newer
        form={props.form}
        {...versions()}
        label={t.teamPage.chosen}
        saved={
          props.audit.members.map(({ person, part }) => `${person.fullName} (${t.part[part]})`).join(', ') || t.noTeam
        }
      />
      <RefusalNotice refusal={refusalOf(save, props.form)} onRetry={() => void send()} />
      <Show when={props.mode === 'prepare'}>
        <Buttons>
          <Button look="primary" busy={save.busy} onClick={() => void send()}>
            {t.teamPage.save}
          </Button>
          <LinkButton look="quiet" href={`/audits/rounds/${props.audit.round.id}`}>
            {t.teamPage.back}
          </LinkButton>
        </Buttons>
      </Show>
      <Show when={props.mode === 'amendPlan'}>
        <Buttons>
          <Button
            look="primary"
            disabled={isOvertaken(props.form, versions()) || isOvertaken(props.days, versions())}
            onClick={() => setAsking(true)}
          >
            {t.teamPage.propose}
          </Button>
        </Buttons>
        <ReasonDialog
          open={asking()}
          onClose={() => setAsking(false)}
          title={t.teamPage.propose}
          label={t.teamPage.amendmentReason}
          confirm={t.teamPage.propose}
          command={propose}
          onConfirm={async (reason) => {
            const change = { auditId: props.audit.id, members: members(), ...filled(props.days.values) };
            const done = await propose.run({
              id: props.audit.round.id,
              version: props.audit.round.version,
              reason,
              changes: [change],
            });
            if (!done) return false;
            props.form.saved();
            props.days.saved();
            toast(t.teamPage.proposed);
            back();
            return true;
          }}
        />
      </Show>
    </>
  );
}
