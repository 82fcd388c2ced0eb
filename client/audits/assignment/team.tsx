import { useParams } from '@solidjs/router';
import { createEffect, createSignal, For, Show } from 'solid-js';
import { useQuery } from '../../graphql';
import { TeamPageDocument } from '../../graphql/generated/audits/assignment/teams';
import { formatPeriod } from '../../i18n';
import { createForm, type FormState, LeaveGuard, Loaded, Notice, PageHeader, PageSection, Stack } from '../../ui';
import { Candidates } from './candidates';
import { isAskedAgain } from './asked-again';
import { useAssignmentWords } from './words';
import { type Chosen, type Days, type TeamPageData, type TeamPart, filled } from './team-forms';
import { DaysForm } from './team-days';
import { SaveTeam, TeamMembers } from './team-members';

const chosenOf = ({ members }: TeamPageData['audit']): Chosen => ({
  assignments: members.map(({ person, part }) => ({ personId: person.id, name: person.fullName, part })),
});

const daysOf = ({ dates, length, startTime }: TeamPageData['audit']): Days => ({
  dates: dates.length > 0 ? [...dates] : [''],
  length,
  startTime,
});

/** Putting a team together and setting the days; after the approval the same page proposes an amendment. */
export default function TeamPage() {
  const params = useParams<{ auditId: string }>();
  const query = useQuery(TeamPageDocument, () => ({ auditId: params.auditId }), { keep: true });
  return (
    <Loaded query={query} pick={(data) => data}>
      {(page) => <TeamView page={page()} />}
    </Loaded>
  );
}

function TeamView(props: { page: TeamPageData }) {
  const t = useAssignmentWords();
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
    const part: TeamPart =
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
        <PageSection
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
        </PageSection>
        <PageSection
          title={t.teamPage.chosen}
          lead={t.teamPage.size(audit().round.settings.teamSize.min, audit().round.settings.teamSize.max)}
        >
          <TeamMembers
            assignments={team.values.assignments}
            set={mode() === 'look' ? undefined : (assignments) => team.set('assignments', assignments)}
          />
          <SaveTeam
            form={team}
            days={days}
            own={own()}
            onSaved={(version) => saved(team, version)}
            audit={audit()}
            mode={mode()}
          />
        </PageSection>
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
function Declared(props: { audit: TeamPageData['audit']; chosen: readonly string[] }) {
  const t = useAssignmentWords();
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
